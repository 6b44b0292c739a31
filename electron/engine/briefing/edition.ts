import type { Claim, Story } from '#shared/model/briefing.ts';
import type { BriefingCall } from '#engine/store/queries/briefing-calls.ts';

/** A picture as it goes into a file; sizes in pixels. */
export type Picture = { mime: 'image/png' | 'image/jpeg'; bytes: Uint8Array; width: number; height: number; alt: string };

/** A moment that can be heard, or at least read: the words of a few turns, and their sound where it may be given away. */
export type Moment = {
  /** `moment-1` */
  id: string;
  interactionId: string; externalId: string; startMs: number | null; who: string; when: string;
  /** What is said, masked, turn by turn. */
  words: readonly { role: string; text: string }[];
  /** The sound as a WAV or AAC file, or why there is none. */
  sound: { bytes: Uint8Array; durationMs: number; silenced: number } | { reason: string };
};

/** What every writer gets: the story with only what is shown, frozen, and what else goes into a file. */
export type Edition = {
  story: Story; logo: Picture | null; moments: readonly Moment[];
  /** The moment that stands for a claim or a quote, by `claim.id` or by `interactionId turnSeq`. */
  momentOf: ReadonlyMap<string, string>;
  /** The interactions behind the claims, where the format lists them. */
  calls: readonly BriefingCall[];
};

/** The claims of an edition, once each. */
export function claimsOf(story: Pick<Story, 'slides'>): Claim[] {
  const seen = new Set<string>();
  return story.slides.flatMap((slide) => slide.claims).filter((claim) => !seen.has(claim.id) && seen.add(claim.id));
}
