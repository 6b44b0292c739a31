import { z } from 'zod';
import { Envelope } from './envelope.ts';

/** A sentence with the figure it rests on. */
export const Claim = z.object({ id: z.string(), text: z.string(), envelope: Envelope, definition: z.string() });
export type Claim = z.infer<typeof Claim>;

export const BriefingQuote = z.object({
  text: z.string(), who: z.string(), when: z.string(), interactionId: z.string(), externalId: z.string(),
  turnSeq: z.int(), startMs: z.number().nullable(),
  /** True for the one that speaks against the message. */
  isAgainst: z.boolean(),
});
export type BriefingQuote = z.infer<typeof BriefingQuote>;

/** Rows of the chart of a slide; shares 0..1, null where too few. */
export const ChartRow = z.object({ label: z.string(), company: z.number().nullable(), customer: z.number().nullable(), gap: z.number().nullable(), lo: z.number().nullable(), hi: z.number().nullable(), n: z.int(),
  /** What the shares are made of: good ones and all, on either side. */
  made: z.object({ companyX: z.int(), companyN: z.int(), customerX: z.int(), customerN: z.int() }).optional() });
export type ChartRow = z.infer<typeof ChartRow>;

/** A bar of a slide: `x` of `n` interactions carry it; `share` is 0..1 with its 95 % interval. */
export const BarRow = z.object({ label: z.string(), owner: z.string().nullable(), x: z.int(), n: z.int(), share: z.number(), lo: z.number().nullable(), hi: z.number().nullable() });
export type BarRow = z.infer<typeof BarRow>;

export const Slide = z.object({
  id: z.string(), kind: z.enum(['gap', 'voice', 'ask', 'method', 'causes', 'own']),
  /** A finding in one sentence. */
  title: z.string(), lead: z.string(),
  bullets: z.array(z.string()), quotes: z.array(BriefingQuote),
  chart: z.object({ title: z.string(), description: z.string(), rows: z.array(ChartRow) }).nullable(),
  /** Shares of one whole as bars, the largest first. */
  bars: z.object({ title: z.string(), description: z.string(), rows: z.array(BarRow) }).nullable().optional(),
  footnote: z.string(), notes: z.string(), claims: z.array(Claim),
  /** Title, lead or bullets were written by the user, who may take them back. */
  isEdited: z.boolean(), isHidden: z.boolean(),
});
export type Slide = z.infer<typeof Slide>;

export const Story = z.object({
  title: z.string(), subtitle: z.string(), period: z.string(), slides: z.array(Slide),
  fingerprint: z.string(), generatedAt: z.string(),
  checks: z.array(z.object({ slideId: z.string(), code: z.string(), ok: z.boolean(), isBlocking: z.boolean(), message: z.string() })),
});
export type Story = z.infer<typeof Story>;

export const BriefingFormat = z.enum(['pptx', 'xlsx', 'html']);
export type BriefingFormat = z.infer<typeof BriefingFormat>;
