import { z } from 'zod';
import { aht, type Contact } from '../aht.ts';
import { badExperienceCounts, experienceTier } from '../bad-experience.ts';
import { fcrRepeatWindow } from '../fcr.ts';
import { talkMetrics } from '../talk.ts';
import { transferAndRepeatInformation } from '../transfer.ts';
import { count, nonNegative, number, stretch, text } from './fields.ts';
import { answerFrom, metric } from './metric.ts';

const seconds = nonNegative.nullable();
const handled = z.object({ talk: seconds, hold: seconds, acw: seconds });

/** A contact that says it was abandoned needs no times; any other one needs all three, null being "not recorded". */
const contact = z.looseObject({ abandoned: z.boolean().optional() }).transform((input, context): Contact => {
  if (input.abandoned === true) return { abandoned: true };
  const parsed = handled.safeParse(input);
  if (parsed.success) return parsed.data;
  for (const { path, message } of parsed.error.issues) context.addIssue({ code: 'custom', path: [...path], message });
  return z.NEVER;
});

const dated = z.tuple([z.union([text, number]), z.union([text, number]).nullable(), text.nullable(), number])
  .transform(([, customer, reason, day]) => ({ customer: customer === null ? null : String(customer), reason, day }));

const assessed = z.object({ transfers: count.nullable(), prior_in_episode: z.boolean(), repeated: z.boolean().nullable() })
  .transform((input) => ({ transfers: input.transfers, priorInEpisode: input.prior_in_episode, repeated: input.repeated }));

const call = z.object({
  duration_s: nonNegative, hold: z.array(stretch), agent: z.array(stretch), customer: z.array(stretch),
  agent_words: nonNegative, silence_event_min_s: nonNegative,
}).superRefine((input, context) => {
  for (const name of ['hold', 'agent', 'customer'] as const) {
    const index = input[name].findIndex(([, end]) => end > input.duration_s + 1e-9);
    if (index >= 0) context.addIssue({ code: 'custom', path: [name, index], message: 'ends after the call' });
  }
});

const dayMs = 86_400_000;

/** A calendar date as whole days since 1970. */
const day = z.iso.date().transform((date) => Date.parse(`${date}T00:00:00Z`) / dayMs);

/** Signals that a bad experience is told by, each with the values it may have and those that are bad. */
const signals = {
  csat: { min: 1, max: 5, isBad: (value: number) => value <= 2 },
  unresolved: { min: 0, max: 1, isBad: (value: number) => value >= 1 },
};

const event = z.tuple([text, day, text.nullable(), z.literal(['csat', 'unresolved']), number])
  .refine(([, , , signal, value]) => value >= signals[signal].min && value <= signals[signal].max, { path: [4], error: 'lies outside the scale' })
  .transform(([customer, on, reason, signal, value]) => ({ customer, day: on, reason, isBad: signals[signal].isBad(value) }));

export const operationsMetrics = [
  metric('aht', z.object({ contacts: z.array(contact) }), ({ contacts }) => answerFrom(aht(contacts), {
    aht_seconds: 'ahtSeconds', handled: 'handled', complete: 'complete', coverage: 'coverage', lower_bound_if_missing_zero: 'lowerBoundIfMissingZero',
  })),
  metric('fcr_repeat_window', z.object({
    match: z.literal(['same_reason', 'any_reason']), as_of_day: number, window_days: nonNegative, contacts: z.array(dated),
  }), (input) => answerFrom(fcrRepeatWindow({
    contacts: input.contacts, match: input.match, asOfDay: input.as_of_day, windowDays: input.window_days,
  }), { fcr: 'fcr', first_contacts_mature: 'firstContactsMature', resolved: 'resolved', immature: 'immature', unlinked: 'unlinked' })),
  metric('transfer_and_repeat_information', z.object({ contacts: z.array(assessed) }),
    ({ contacts }) => answerFrom(transferAndRepeatInformation(contacts), {
      transfer_rate: 'transferRate', transfer_n: 'transferN', mean_transfers: 'meanTransfers', repeat_all: 'repeatAll', repeat_all_n: 'repeatAllN',
      repeat_at_risk: 'repeatAtRisk', repeat_at_risk_n: 'repeatAtRiskN',
    })),
  metric('talk_metrics', call, (input) => answerFrom(talkMetrics({
    durationS: input.duration_s, hold: input.hold, agent: input.agent, customer: input.customer,
    agentWords: input.agent_words, silenceEventMinS: input.silence_event_min_s,
  }), {
    agent_talk_ratio: 'agentTalkRatio', overtalk_share: 'overtalkShare', silence_share: 'silenceShare', agent_s: 'agentS',
    customer_s: 'customerS', overlap_s: 'overlapS', speech_s: 'speechS', talkable_s: 'talkableS', silence_s: 'silenceS',
    silence_events: 'silenceEvents', agent_wpm: 'agentWpm',
  })),
  metric('bad_experience_count', z.object({ as_of: day, lookback_days: nonNegative, episode_gap_days: nonNegative, events: z.array(event) }), (input) => {
    if (input.events.length === 0) return { counts: null, tiers: null, reason: 'NO_DATA' };
    const counts = badExperienceCounts(input.events, { asOfDay: input.as_of, lookBackDays: input.lookback_days, episodeGapDays: input.episode_gap_days });
    const tiers = [...counts].map(([customer, bad]) => [customer, experienceTier(bad)]);
    return { counts: Object.fromEntries(counts), tiers: Object.fromEntries(tiers), reason: null };
  }),
];
