/** Fill and edge of a mark: the two sides differ in shape, and in fill where colours are not to be had. */
export type MarkPaint = { fill: string; line: string };

/** Everything that a chart paints with. Made from the tokens, from the system's colours, or in greys for paper. */
export type ChartTheme = {
  kind: 'screen' | 'forced' | 'print';
  font: string;
  text: string; text2: string; text3: string;
  page: string; grid: string; axis: string;
  company: MarkPaint; customer: MarkPaint; neutral: MarkPaint;
  /** What rests on few. */
  faint: string;
  /** What the reader should look at. */
  emphasis: string;
  /** Five steps from bad to good, and the text on each. */
  answers: readonly MarkPaint[];
};

/** Reads a colour by its token or system name, resolved to `rgb(r, g, b)`. */
export type ColourReader = (name: string) => string;

const steps = [1, 2, 3, 4, 5] as const;
const plain = (colour: string): MarkPaint => ({ fill: colour, line: colour });

/** The theme of the window, from its tokens (`--text`). */
export function screenTheme(read: ColourReader, font: string): ChartTheme {
  return {
    kind: 'screen', font,
    text: read('--text'), text2: read('--text-2'), text3: read('--text-3'), page: read('--raised'), grid: read('--border'), axis: read('--control'),
    company: plain(read('--company')), customer: plain(read('--customer')), neutral: plain(read('--neutral')), faint: read('--neutral'), emphasis: read('--text'),
    answers: steps.map((step) => ({ fill: read(`--answer-${step}`), line: read(`--on-answer-${step}`) })),
  };
}

/** The system paints (Windows contrast themes): lines and text in its text colour, the customer's mark hollow. */
export function forcedTheme(read: ColourReader, font: string): ChartTheme {
  const [ink, page] = [read('CanvasText'), read('Canvas')];
  return {
    kind: 'forced', font, text: ink, text2: ink, text3: ink, page, grid: mix(ink, page, 0.3), axis: ink,
    company: plain(ink), customer: { fill: page, line: ink }, neutral: { fill: page, line: ink }, faint: mix(ink, page, 0.6), emphasis: read('Highlight'),
    answers: steps.map((step) => (step > 3 ? { fill: ink, line: page } : { fill: page, line: ink })),
  };
}

/** Ink on paper: greys only, so that a copy of a copy still tells the sides apart. */
export function printTheme(read: ColourReader, font: string): ChartTheme {
  const [ink, page] = [read('black'), read('white')];
  const grey = (share: number): string => mix(ink, page, share);
  return {
    kind: 'print', font, text: ink, text2: grey(0.8), text3: grey(0.65), page, grid: grey(0.2), axis: grey(0.6),
    company: plain(ink), customer: { fill: page, line: ink }, neutral: plain(grey(0.35)), faint: grey(0.5), emphasis: ink,
    answers: [grey(0.85), grey(0.55), grey(0.08), grey(0.3), grey(0.7)].map((fill, at) => ({ fill, line: [0, 1, 4].includes(at) ? page : ink })),
  };
}

function channels(colour: string): number[] {
  return (colour.match(/[\d.]+/g) ?? []).slice(0, 3).map(Number);
}

/** `share` of the first colour, the rest of the second; both as `rgb(r, g, b)`. */
export function mix(first: string, second: string, share: number): string {
  const [a, b] = [channels(first), channels(second)];
  return `rgb(${[0, 1, 2].map((at) => Math.round((a[at] ?? 0) * share + (b[at] ?? 0) * (1 - share))).join(', ')})`;
}
