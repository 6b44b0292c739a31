import { z } from 'zod';
import { Envelope } from './envelope.ts';
import { CostMethod } from './cost.ts';
import { InteractionFilter } from './interaction-filter.ts';

/** What a bar of the Pareto is long by: contacts split over their causes, distinct customers, money, or contacts that were a bad experience. */
export const CauseWeight = z.enum(['count', 'customers', 'cost', 'harm']);
export type CauseWeight = z.infer<typeof CauseWeight>;

/** Value or irritation, seen from the customer and from the company (Price & Jaffe 2008). */
export const ValueSide = z.enum(['value', 'irritant']);
export type ValueSide = z.infer<typeof ValueSide>;

/** `rising` and `falling` only where the last four whole weeks differ from the eight before, over all causes tested. */
export const Trend = z.object({
  weeks: z.array(z.object({ week: z.string(), x: z.int(), n: z.int() })),
  direction: z.enum(['rising', 'falling', 'level', 'unknown']),
});
export type Trend = z.infer<typeof Trend>;

export const CauseRow = z.object({
  code: z.string(), key: z.string(), name: z.string(), owner: z.string().nullable(), controllableBy: z.string().nullable(), preventable: z.boolean().nullable(),
  isOther: z.boolean(),
  /** Of everything coded, under the weight that was asked for. */
  share: Envelope,
  /** How much: contacts (split over causes), customers, or money. */
  amount: z.number(),
  /** Interactions that carry it at all, and what they cost; money null while no cost is known. */
  contacts: z.int(), cost: z.number().nullable(),
  /** Share of everything coded reached with this row; null where shares do not add up, and for "other". */
  cumulative: z.number().nullable(),
  /** One of the fewest causes that make up 80 % of what is coded. */
  isVital: z.boolean(),
  trend: Trend,
  /** Where it stands between value and irritation: a person's word, or what the data suggest. */
  value: z.object({ customer: ValueSide.nullable(), company: ValueSide.nullable(), isSuggested: z.boolean() }),
});
export type CauseRow = z.infer<typeof CauseRow>;

export const CauseGroup = z.object({ name: z.string().nullable(), share: Envelope, amount: z.number() });
export type CauseGroup = z.infer<typeof CauseGroup>;

export const CauseReport = z.object({
  weight: CauseWeight, method: CostMethod, currency: z.string().nullable(),
  /** By weight, largest first; "other" last. */
  causes: z.array(CauseRow),
  /** Whether the order may be read as one: enough contacts behind every row that is named. */
  isRanked: z.boolean(),
  /** Interactions in scope; of which carry a cause; nobody said why of the rest. */
  total: z.int(), coded: z.int(), uncoded: z.object({ amount: z.number(), share: Envelope }),
  /** Uncoded and "other" together, of everything; above .2 the picture may be another one. */
  unknownShare: z.number().nullable(),
  /** Everything coded, in the unit of the weight. */
  codedAmount: z.number(),
  owners: z.array(CauseGroup), controllableBy: z.array(CauseGroup),
  preventable: Envelope,
  /** The preventable share scaled to all contacts in scope; null while there is none. */
  preventableContacts: z.object({ value: z.number(), lo: z.number(), hi: z.number() }).nullable(),
  /** Coded contacts whose causes are all marked "cannot tell". */
  cannotTell: z.int(),
  firstAt: z.string().nullable(), lastAt: z.string().nullable(),
});
export type CauseReport = z.infer<typeof CauseReport>;

/** A moment of a call to hear: what was said where the cause was tagged. Names and numbers are masked. */
export const CauseMoment = z.object({
  interactionId: z.string(), externalId: z.string(), startedAt: z.string().nullable(), channel: z.string(),
  turnSeq: z.int().nullable(), startMs: z.number().nullable(), text: z.string(), hasAudio: z.boolean(), isStarred: z.boolean(),
});
export type CauseMoment = z.infer<typeof CauseMoment>;

export const CauseDetail = z.object({
  code: z.string(), key: z.string(), name: z.string(), definition: z.string(), owner: z.string().nullable(), controllableBy: z.string().nullable(), preventable: z.boolean().nullable(),
  contacts: z.int(),
  /** The centre's day of the first of these contacts; null without one. */
  firstOn: z.string().nullable(),
  /** Share of coded contacts per week, with the limits of a p-chart; the last weeks that are over. */
  weeks: z.array(z.object({ week: z.string(), x: z.int(), n: z.int(), share: z.number().nullable(), lcl: z.number().nullable(), ucl: z.number().nullable(), isSignal: z.boolean(), evidence: InteractionFilter })),
  /** The share that the limits stand about. */
  centre: z.number().nullable(),
  /** Words that customers say more here than elsewhere, strongest first; `z` of the log-odds ratio. */
  words: z.array(z.object({ word: z.string(), here: z.int(), elsewhere: z.int(), z: z.number() })),
  /** How many interactions were read for the words, here and elsewhere. */
  wordsFrom: z.object({ here: z.int(), elsewhere: z.int() }),
  moments: z.array(CauseMoment),
  /** Causes on the same contacts: the share of this one's contacts that carry the other too, beside its share elsewhere. */
  together: z.array(z.object({ code: z.string(), name: z.string(), share: Envelope, elsewhere: z.number().nullable(), isMoreOften: z.boolean() })),
  bad: Envelope,
});
export type CauseDetail = z.infer<typeof CauseDetail>;
