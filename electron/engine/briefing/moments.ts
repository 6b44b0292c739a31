import type { Claim, Story } from '#shared/model/briefing.ts';
import type { Turn } from '#shared/model/interaction.ts';
import { cutClip } from '#engine/audio/decoded-clip.ts';
import type { Files } from '#engine/files.ts';
import { UnreadableFileError } from '#engine/importers/importer.ts';
import { maskPersonalData } from '#engine/privacy/mask.ts';
import type { Database } from '#engine/store/database.ts';
import type { GoodRule } from '#engine/store/queries/interaction-where.ts';
import { findMedia } from '#engine/store/queries/media.ts';
import { customerTurns, momentSource, momentSources, tellingTurn, type MomentSource } from '#engine/store/queries/moment-evidence.ts';
import { turnsOf } from '#engine/store/queries/turns.ts';
import { claimsOf, type Edition, type Moment } from './edition.ts';
import { silentSpans, spanOfMoment, turnsOfMoment } from './moment-sound.ts';

export type MomentSources = { db: Database; files: Files; rule: GoodRule; names: readonly string[]; signal: AbortSignal };

/** Interactions that are looked at for each figure, before one that can only be read stands for it. */
const tries = 6;

/** The moments of a story: one for each figure that has interactions behind it, and one for each quote. */
export async function collectMoments(story: Pick<Story, 'slides'>, sources: MomentSources): Promise<Pick<Edition, 'moments' | 'momentOf'>> {
  const studio = new Studio(sources);
  const momentOf = new Map<string, string>();
  for (const quote of story.slides.flatMap((slide) => slide.quotes)) {
    const source = momentSource(sources.db, quote.interactionId);
    const moment = source && await studio.moment(source, quote.turnSeq);
    if (moment) momentOf.set(`${quote.interactionId} ${quote.turnSeq}`, moment.id);
  }
  for (const claim of claimsOf(story)) {
    const moment = await studio.forClaim(claim);
    if (moment) momentOf.set(claim.id, moment.id);
  }
  return { moments: studio.used(momentOf), momentOf };
}

/** Makes each moment once. */
class Studio {
  readonly #sources: MomentSources;
  readonly #moments = new Map<string, Moment>();

  constructor(sources: MomentSources) {
    this.#sources = sources;
  }

  /** Those that something refers to, in the order they were made. */
  used(momentOf: ReadonlyMap<string, string>): Moment[] {
    const wanted = new Set(momentOf.values());
    return [...this.#moments.values()].filter((moment) => wanted.has(moment.id));
  }

  /** One that can be heard, of the first few interactions behind the figure; else the first that can be read. */
  async forClaim({ envelope }: Claim): Promise<Moment | null> {
    const { db, rule } = this.#sources;
    if (envelope.evidence === null || envelope.value === null || envelope.n === 0) return null;
    let read: Moment | null = null;
    for (const source of momentSources(db, envelope.evidence, { rule, most: tries })) {
      if (source.mediaId === null && read !== null) break;
      const turns = source.mediaId === null || source.consent !== 1 ? [] : customerTurns(db, source);
      for (const seq of new Set([tellingTurn(db, source, envelope.evidence.code ?? null), ...turns])) {
        const moment = await this.moment(source, seq);
        if (moment && 'bytes' in moment.sound) return moment;
        read ??= moment;
      }
    }
    return read;
  }

  async moment(source: MomentSource, seq: number): Promise<Moment | null> {
    const key = `${source.id} ${seq}`;
    const known = this.#moments.get(key);
    if (known) return known;
    const { db, names, signal } = this.#sources;
    signal.throwIfAborted();
    const turns = turnsOf(db, source.key);
    const heard = turnsOfMoment(turns, seq);
    if (heard.length === 0) return null;
    const moment: Moment = {
      id: `moment-${this.#moments.size + 1}`, interactionId: source.id, externalId: source.externalId, startMs: heard[0]?.startMs ?? null,
      who: `Customer, ${source.channel}`, when: source.startedAt?.slice(0, 7) ?? '',
      words: heard.map((turn) => ({ role: roleName(turn.role), text: maskPersonalData(turn.text, names) })),
      sound: await this.#sound(source, turns, heard),
    };
    this.#moments.set(key, moment);
    return moment;
  }

  async #sound(source: MomentSource, turns: readonly Turn[], heard: readonly Turn[]): Promise<Moment['sound']> {
    const { db, files, names, signal } = this.#sources;
    const media = source.mediaId === null ? undefined : findMedia(db, source.mediaId);
    if (media === undefined) return { reason: 'There is no recording of this interaction; it can be read in Earshot.' };
    if (source.consent !== 1) return { reason: 'The customer has not agreed to be heard outside; it can be heard in Earshot.' };
    const span = spanOfMoment(heard);
    if (span === null) return { reason: 'It is not known when these words are said; the whole interaction can be heard in Earshot.' };
    const silenced = silentSpans(turns, span, names);
    if (silenced === null) return { reason: 'A name or number is said here, and its place in the sound is not known; it can be heard in Earshot.' };
    const file = await files.referenced(media.reference);
    if (file === null) return { reason: 'The recording is not where it was.' };
    try {
      return { bytes: await cutClip(file, span, { silenced, signal }), durationMs: span.endMs - span.startMs, silenced: silenced.length };
    } catch (error) {
      if (error instanceof UnreadableFileError) return { reason: error.problem.message };
      throw error;
    }
  }
}

function roleName(role: Turn['role']): string {
  return { agent: 'Agent', customer: 'Customer', bot: 'Bot', ivr: 'Announcement', system: 'System', unknown: 'Speaker' }[role];
}
