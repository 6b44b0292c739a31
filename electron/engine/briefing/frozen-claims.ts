import { z } from 'zod';
import { Claim, type Story } from '#shared/model/briefing.ts';
import { claimsOf } from './edition.ts';

/** What travels inside every exported file, so that it can be compared with later data. */
export const FrozenClaims = z.object({
  earshot: z.literal('briefing'), version: z.literal(1), title: z.string().max(1000), period: z.string().max(200), generatedAt: z.string().max(40),
  fingerprint: z.string().max(64), dataFingerprint: z.string().max(64), claims: z.array(Claim).max(1000),
});
export type FrozenClaims = z.infer<typeof FrozenClaims>;

/** The claims of a story as a JSON text; plain ASCII, so that it can stand in any kind of file. */
export function frozenClaims(story: Story): string {
  const { title, period, generatedAt, fingerprint, dataFingerprint } = story;
  const frozen: FrozenClaims = { earshot: 'briefing', version: 1, title, period, generatedAt, fingerprint, dataFingerprint, claims: claimsOf(story) };
  return JSON.stringify(frozen).replace(/[\u007f-\uffff]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
