import { at } from './element.ts';

/** Something known about one interaction of a customer; `day` counts whole days from any fixed origin. */
export type ExperienceEvent = {
  readonly customer: string; readonly day: number;
  /** null = not known: such an event belongs to any episode near in time. */
  readonly reason: string | null;
  readonly isBad: boolean;
};

export type LookBack = { readonly asOfDay: number; readonly lookBackDays: number; readonly episodeGapDays: number };

export const experienceTiers = ['none', 'watch', 'high', 'critical'] as const;
export type ExperienceTier = (typeof experienceTiers)[number];

type Episode = { reason: string | null; lastDay: number; badDays: number[] };

/** Tier of a count: 0 none, 1 watch, 2 high, 3 or more critical. */
export function experienceTier(count: number): ExperienceTier {
  return at(experienceTiers, Math.min(count, experienceTiers.length - 1));
}

/** Events of one customer, grouped: same reason (or an unknown one) and gaps of at most `gapDays` to the event before. */
export function episodesOf(events: readonly ExperienceEvent[], gapDays: number): Episode[] {
  const episodes: Episode[] = [];
  for (const event of [...events].sort((a, b) => a.day - b.day)) {
    const open = episodes.findLast((episode) => event.day - episode.lastDay <= gapDays
      && (episode.reason === event.reason || episode.reason === null || event.reason === null));
    const episode = open ?? { reason: event.reason, lastDay: event.day, badDays: [] };
    if (!open) episodes.push(episode);
    episode.reason ??= event.reason;
    episode.lastDay = event.day;
    if (event.isBad) episode.badDays.push(event.day);
  }
  return episodes;
}

/**
 * Bad episodes per customer in the look-back days up to and including `asOfDay`: an episode counts once, by a bad event within. A
 * customer whose events all lie before the look-back counts 0; one without any event up to then is not in the answer (unknown).
 */
export function badExperienceCounts(events: readonly ExperienceEvent[], { asOfDay, lookBackDays, episodeGapDays }: LookBack): Map<string, number> {
  const byCustomer = new Map<string, ExperienceEvent[]>();
  for (const event of events) {
    if (event.day > asOfDay) continue;
    const known = byCustomer.get(event.customer);
    if (known) known.push(event);
    else byCustomer.set(event.customer, [event]);
  }
  const isInside = (day: number) => asOfDay - day <= lookBackDays;
  const counts = new Map<string, number>();
  for (const [customer, own] of byCustomer) {
    counts.set(customer, episodesOf(own, episodeGapDays).filter((episode) => episode.badDays.some(isInside)).length);
  }
  return counts;
}
