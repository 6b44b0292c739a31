import type { BriefingCheck, BriefingTheme, Slide, Story } from '#shared/model/briefing.ts';
import { plotTable } from '#shared/plots/plot-table.ts';
import { hasPersonalData } from '#engine/privacy/mask.ts';

const labels = /\b(overview|analysis|results|summary|update)\s*$/i;
const mostWords = 110;

/** What a careful editor would look for. Only personal data stops an export. */
export function checkStory(story: Omit<Story, 'checks'>, names: readonly string[]): BriefingCheck[] {
  const isSeen = Object.values(coloursOf(story.choices.theme)).every((colour) => contrastOnWhite(colour) >= 3);
  return story.slides.filter((slide) => !slide.isHidden).flatMap((slide) => [
    check(slide, 'title', { ok: isSentence(slide), message: 'The title states a finding in one sentence of at most 16 words or 110 characters.' }),
    ...(slide.claims.length === 0 ? [] : [
      check(slide, 'n', { ok: /n = \d/.test(slide.footnote), message: 'The footnote gives n.' }),
      check(slide, 'period', { ok: /\b(?:19|20)\d\d\b/.test(slide.footnote), message: 'The footnote gives the period.' }),
    ]),
    check(slide, 'words', { ok: wordsOf(slide) <= mostWords, message: `The slide has at most ${mostWords} words.` }),
    ...pictures(slide).map((description) => check(slide, 'chart', { ok: description.length > 40, message: 'The chart says its finding in words, for those who cannot see it.' })),
    ...(pictures(slide).length === 0 ? [] : [check(slide, 'contrast', { ok: isSeen, message: 'The colours of the chart stand out from the page, 3 to 1 at least.' })]),
    ...benchmarks(slide).map((sentence) => check(slide, 'benchmark', { ok: isLabelled(sentence), message: 'A benchmark says its year and who was asked.' })),
    { ...check(slide, 'personal', { ok: !textsOf(slide).some((text) => hasPersonalData(text, names)), message: 'No name, number or address of a person is left in.' }), isBlocking: true },
  ]);
}

function check(slide: Slide, code: string, { ok, message }: { ok: boolean; message: string }): BriefingCheck {
  return { slideId: slide.id, code, ok, isBlocking: false, message };
}

function isSentence({ title, kind, isEdited }: Slide): boolean {
  const words = title.trim().split(/\s+/).length;
  return words >= 4 && (words <= 16 || title.length <= 110) && !labels.test(title) && (kind !== 'own' || isEdited);
}

function pictures(slide: Slide): string[] {
  return [slide.chart?.description, slide.bars?.description, slide.plot?.description].filter((description) => description !== undefined);
}

const studies = /\b(?:Bain|Capgemini|Gladly|Motista|benchmarks?)\b/i;

/** Sentences that bring in a figure of somebody else. */
function benchmarks(slide: Slide): string[] {
  const texts = [slide.title, slide.lead, slide.footnote, ...slide.bullets, ...slide.notes.split('\n')];
  return texts.filter((text) => studies.test(text) && /\d/.test(text));
}

/** A year, and a number with what was counted: `362 firms`. */
function isLabelled(text: string): boolean {
  return /\b(?:19|20)\d\d\b/.test(text) && /\b(?!(?:19|20)\d\d\b)\d[\d,.]*\s+\p{L}{3,}/u.test(text);
}

/** Everything that leaves with a slide, spoken or drawn. */
function textsOf(slide: Slide): string[] {
  return [
    ...shownTexts(slide), slide.footnote.replace(/Fingerprint [0-9a-f]{16}/, ''), withoutReferences(slide), ...slide.claims.map((claim) => claim.text),
    ...(slide.chart?.rows ?? []).map((row) => row.label), ...(slide.bars?.rows ?? []).flatMap((row) => [row.label, row.owner ?? '']),
    ...(slide.plot ? [slide.plot.title, slide.plot.description, ...(slide.plot.kind === 'control' ? [] : plotTable(slide.plot).rows.map(([head = '']) => head))] : []),
  ];
}

/** The notes without the numbers of interactions, which are long and name nobody. */
function withoutReferences({ notes, quotes }: Slide): string {
  return quotes.reduce((text, quote) => text.replaceAll(quote.externalId, ''), notes);
}

function shownTexts(slide: Slide): string[] {
  return [slide.title, slide.lead, ...(slide.figure ? [slide.figure.value, slide.figure.what] : []), ...slide.bullets, ...slide.quotes.map((quote) => quote.text)];
}

function wordsOf(slide: Slide): number {
  return shownTexts(slide).join(' ').split(/\s+/).filter((word) => word !== '').length;
}

function coloursOf({ company, customer, accent }: BriefingTheme) {
  return { company, customer, accent };
}

/** Contrast with a white page (WCAG 2.2, relative luminance). */
export function contrastOnWhite(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255).map((part) => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
  return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05);
}
