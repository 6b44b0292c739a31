import type { ChartTable } from '#renderer/charts/chart-table.ts';
import { greyBelow, hiddenBelow } from '#renderer/charts/figure-display.ts';
import { countText, shareText, type Writing } from '#renderer/ui/figure-text.ts';

/** How answers spread: one entry per answer or band, in the order of the scale. */
export type AnswerSpread = {
  /** `steps` are the five answers of a 1-5 scale, which get the bad-to-good palette; `bands` is everything else. */
  kind: 'steps' | 'bands';
  entries: readonly { label: string; n: number; share: number }[];
  n: number;
  /** Nothing is drawn below 5, and grey below 30. */
  display: 'none' | 'hidden' | 'few' | 'full';
};

const fiveSteps = ['1', '2', '3', '4', '5'];

/** Answers that nobody gave are part of the picture: a missing step of 1-5, 0-10 or 1-7 is filled in as 0. */
export function answerSpread(distribution: readonly { label: string; n: number }[]): AnswerSpread {
  const n = distribution.reduce((sum, entry) => sum + entry.n, 0);
  const isFive = distribution.length > 0 && distribution.every(({ label }) => fiveSteps.includes(label)) && distribution.some(({ label }) => label === '5');
  const known = isFive ? fiveSteps.map((label) => ({ label, n: distribution.find((entry) => entry.label === label)?.n ?? 0 })) : withGaps(distribution);
  const display = n === 0 ? 'none' : n < hiddenBelow ? 'hidden' : n < greyBelow ? 'few' : 'full';
  return { kind: isFive ? 'steps' : 'bands', n, display, entries: known.map((entry) => ({ ...entry, share: n === 0 ? 0 : entry.n / n })) };
}

function withGaps(distribution: readonly { label: string; n: number }[]): readonly { label: string; n: number }[] {
  const points = distribution.map(({ label }) => Number(label));
  if (distribution.length < 2 || points.some((point) => !Number.isInteger(point))) return distribution;
  const [first, last] = [Math.min(...points), Math.max(...points)];
  if (last - first > 20) return distribution;
  return Array.from({ length: last - first + 1 }, (_, at) => {
    const label = String(first + at);
    return distribution.find((entry) => entry.label === label) ?? { label, n: 0 };
  });
}

/** Shares of the two best and the two worst steps of five. */
export function endsOf({ entries }: AnswerSpread): { bottom: number; top: number } {
  const sum = (labels: readonly string[]): number => entries.filter(({ label }) => labels.includes(label)).reduce((total, entry) => total + entry.share, 0);
  return { bottom: sum(['1', '2']), top: sum(['4', '5']) };
}

export function spreadTable(spread: AnswerSpread, nameOf: (label: string) => string, { t, locale }: Writing): ChartTable {
  if (spread.display === 'none' || spread.display === 'hidden') return { columns: [], rows: [] };
  return {
    columns: [{ id: 'answer', label: t('charts:answers.answer') }, { id: 'n', label: t('charts:answers.count'), align: 'end' }, { id: 'share', label: t('charts:answers.share'), align: 'end' }],
    rows: spread.entries.map(({ label, n, share }) => ({ id: label, cells: [nameOf(label), countText(n, locale), shareText(share, locale)] })),
  };
}

/** The finding in one sentence: the ends of a five-step scale, else the most frequent answer. */
export function spreadFinding(spread: AnswerSpread, nameOf: (label: string) => string, { t, locale }: Writing): string {
  const n = countText(spread.n, locale);
  if (spread.display === 'none') return t('charts:answers.none');
  if (spread.display === 'hidden') return t('charts:answers.hidden', { n: hiddenBelow });
  const used = spread.entries.filter((entry) => entry.n > 0);
  if (used.length === 1) return t('charts:answers.allSame', { answer: nameOf(used[0]?.label ?? ''), n });
  if (spread.kind === 'steps') {
    const { top, bottom } = endsOf(spread);
    return t('charts:answers.ends', { top: shareText(top, locale), bottom: shareText(bottom, locale) });
  }
  const most = spread.entries.toSorted((a, b) => b.n - a.n)[0];
  return t('charts:answers.most', { answer: nameOf(most?.label ?? ''), share: shareText(most?.share ?? 0, locale), n: countText(most?.n ?? 0, locale) });
}

export function spreadDescription(spread: AnswerSpread, nameOf: (label: string) => string, writing: Writing): string {
  const { t, locale } = writing;
  const finding = spreadFinding(spread, nameOf, writing);
  if (spread.display === 'none' || spread.display === 'hidden') return finding;
  return [finding, ...spread.entries.map(({ label, n, share }) => t('charts:answers.entry', { answer: nameOf(label), n: countText(n, locale), share: shareText(share, locale) }))].join(' ');
}
