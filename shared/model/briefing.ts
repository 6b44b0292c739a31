import { z } from 'zod';
import { Envelope } from './envelope.ts';
import { Plot } from './plot.ts';

/** A sentence with the figure it rests on; `period` is the time it speaks of, `id` stays the same from one day to the next. */
export const Claim = z.object({ id: z.string(), text: z.string(), envelope: Envelope, definition: z.string(), period: z.string().optional() });
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

/** A bar of a slide: `x` of `n` interactions, one with several causes in parts; `share` is 0..1 with its 95 % interval. */
export const BarRow = z.object({ label: z.string(), owner: z.string().nullable(), x: z.number(), n: z.int(), share: z.number(), lo: z.number().nullable(), hi: z.number().nullable() });
export type BarRow = z.infer<typeof BarRow>;

export const Slide = z.object({
  id: z.string(), kind: z.enum(['answer', 'gap', 'voice', 'ask', 'method', 'causes', 'trend', 'feeling', 'cost', 'owners', 'fee', 'after', 'chart', 'own']),
  /** A finding in one sentence. */
  title: z.string(), lead: z.string(),
  bullets: z.array(z.string()), quotes: z.array(BriefingQuote),
  chart: z.object({ title: z.string(), description: z.string(), rows: z.array(ChartRow) }).nullable(),
  /** The one number of the slide, as it is read aloud, and what it is. */
  figure: z.object({ value: z.string(), what: z.string() }).nullable().optional(),
  /** Shares of one whole as bars, the largest first. */
  bars: z.object({ title: z.string(), description: z.string(), rows: z.array(BarRow) }).nullable().optional(),
  plot: Plot.nullable().optional(),
  footnote: z.string(), notes: z.string(), claims: z.array(Claim),
  /** Title, lead or bullets were written by the user, who may take them back. */
  isEdited: z.boolean(), isHidden: z.boolean(),
});
export type Slide = z.infer<typeof Slide>;

/** How much the briefing tells: one page, six slides, or everything that is known. */
export const BriefingTemplate = z.enum(['onePage', 'sixSlides', 'report']);
export type BriefingTemplate = z.infer<typeof BriefingTemplate>;

/** Slides and pages: 13.33 x 7.5 inches, A4 or US Letter. */
export const BriefingSize = z.enum(['wide', 'a4', 'letter']);
export type BriefingSize = z.infer<typeof BriefingSize>;

/** `#0b66a8` */
export const Colour = z.string().regex(/^#[0-9a-f]{6}$/i);

/** A font by its name; letters, digits and spaces only, because it goes into styles and masters. */
export const FontName = z.string().regex(/^[\p{L}\p{N}][\p{L}\p{N} _-]{0,59}$/u);

/** The company's own look, put into the master of a deck and the style of a page. Two colours keep their meaning: ours, and the customers'. */
export const BriefingTheme = z.object({ headFont: FontName, bodyFont: FontName, company: Colour, customer: Colour, accent: Colour });
export type BriefingTheme = z.infer<typeof BriefingTheme>;

export const houseTheme: BriefingTheme = { headFont: 'Segoe UI Semibold', bodyFont: 'Segoe UI', company: '#0B66A8', customer: '#B84A00', accent: '#0B5CAD' };

/** What a person chose for the whole briefing. `logo` is the picture's name; null where there is none. */
export const BriefingChoices = z.object({ template: BriefingTemplate, size: BriefingSize, theme: BriefingTheme, logo: z.string().nullable() });
export type BriefingChoices = z.infer<typeof BriefingChoices>;

export const BriefingCheck = z.object({ slideId: z.string(), code: z.string(), ok: z.boolean(), isBlocking: z.boolean(), message: z.string() });
export type BriefingCheck = z.infer<typeof BriefingCheck>;

export const Story = z.object({
  title: z.string(), subtitle: z.string(), period: z.string(), slides: z.array(Slide), choices: BriefingChoices,
  /** Of everything that the briefing says; and of the data that it was written from. */
  fingerprint: z.string(), dataFingerprint: z.string(), generatedAt: z.string(),
  checks: z.array(BriefingCheck),
});
export type Story = z.infer<typeof Story>;

export const BriefingFormat = z.enum(['pptx', 'pdf', 'html', 'xlsx', 'csv', 'zip']);
export type BriefingFormat = z.infer<typeof BriefingFormat>;

/** A claim of a file beside the same claim of today. `moved`: the value changed within the old interval; `different`: outside of it. */
export const ComparedClaim = z.object({
  id: z.string(), text: z.string(), definition: z.string(), before: Envelope.nullable(), now: Envelope.nullable(),
  state: z.enum(['same', 'moved', 'different', 'gone', 'new']),
});
export type ComparedClaim = z.infer<typeof ComparedClaim>;

/** A briefing that was opened again, claim by claim against the data of today. */
export const BriefingComparison = z.object({
  name: z.string(), title: z.string(), generatedAt: z.string(), period: z.string(), isSameData: z.boolean(), claims: z.array(ComparedClaim),
});
export type BriefingComparison = z.infer<typeof BriefingComparison>;
