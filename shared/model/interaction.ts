import { z } from 'zod';

export const Channel = z.enum(['phone', 'chat', 'email', 'letter', 'other']);
export type Channel = z.infer<typeof Channel>;

export const Role = z.enum(['agent', 'customer', 'bot', 'ivr', 'system', 'unknown']);
export type Role = z.infer<typeof Role>;

/** One row of the Interactions table. Scores are 0-100; `null` is "not known". */
export const InteractionRow = z.object({
  id: z.string(),
  externalId: z.string(),
  channel: Channel,
  startedAt: z.string().nullable(),
  durationMs: z.number().nullable(),
  agent: z.string().nullable(),
  customer: z.string().nullable(),
  queue: z.string().nullable(),
  team: z.string().nullable(),
  reason: z.string().nullable(),
  turns: z.int(),
  tags: z.int(),
  hasAudio: z.boolean(),
  companyScore: z.number().nullable(),
  customerScore: z.number().nullable(),
});
export type InteractionRow = z.infer<typeof InteractionRow>;

/** One turn of a transcript. Times are milliseconds from the start; offsets are UTF-16 units of `text`. */
export const Turn = z.object({
  seq: z.int(),
  speaker: z.string(),
  role: Role,
  startMs: z.number().nullable(),
  endMs: z.number().nullable(),
  text: z.string(),
  /** [startMs, endMs, charStart, charEnd] per word, where the source gave it. */
  words: z.array(z.tuple([z.number(), z.number(), z.number(), z.number()])).nullable(),
  /** The words as they came in, where a person has corrected them. */
  original: z.string().optional(),
  /** The words with what is hidden covered, beside `text` for who may see the original; absent where nothing is hidden. */
  redacted: z.string().optional(),
});
export type Turn = z.infer<typeof Turn>;

export const Segment = z.object({
  kind: z.enum(['talk', 'hold', 'queue', 'ivr', 'transfer']),
  startMs: z.number(),
  endMs: z.number(),
});
export type Segment = z.infer<typeof Segment>;

/** Everything that is known of one interaction, apart from its turns, tags, evaluations and surveys. */
export const Interaction = InteractionRow.extend({
  direction: z.enum(['inbound', 'outbound']).nullable(),
  product: z.string().nullable(),
  language: z.string().nullable(),
  talkMs: z.number().nullable(),
  holdMs: z.number().nullable(),
  acwMs: z.number().nullable(),
  transfers: z.int().nullable(),
  customerName: z.string().nullable(),
  agentName: z.string().nullable(),
  roleStatus: z.enum(['sure', 'unsure', 'confirmed']),
  format: z.string().nullable(),
  fields: z.record(z.string(), z.string()),
  facts: z.record(z.string(), z.unknown()),
  segments: z.array(Segment),
});
export type Interaction = z.infer<typeof Interaction>;
