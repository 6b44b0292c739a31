import { countText, shareText, signedText, valueText, type Writing } from '#renderer/ui/figure-text.ts';
import type { ChartRow } from '#shared/model/briefing.ts';
import { greyBelow, type Figure } from '#renderer/charts/figure-display.ts';
import type { DumbbellMark, DumbbellRow } from './dumbbell-rows.ts';

/** The rows of a slide's chart as dumbbell rows; the slide carries the interval of the gap and not those of the sides. */
export function slideRows(rows: readonly ChartRow[], writing: Writing): DumbbellRow[] {
  const { t, locale } = writing;
  return rows.map((row) => {
    const isDrawn = row.company !== null && row.customer !== null && row.n >= greyBelow;
    const n = countText(row.n, locale);
    const side = (share: number | null): Figure => ({ display: isDrawn ? 'full' : 'none', value: share === null ? t('figure:reason.BELOW_MIN_N') : shareText(share, locale), interval: null, n });
    const interval = row.lo === null || row.hi === null ? null : t('charts:range', { lo: signedText(Math.round(row.lo), locale), hi: signedText(Math.round(row.hi), locale) });
    return {
      id: row.label, label: row.label, order: row.label, n: row.n, isDifferent: false, evidence: null, gap: isDrawn ? row.gap : null,
      company: isDrawn ? markAt(row.company, locale) : null, customer: isDrawn ? markAt(row.customer, locale) : null,
      words: isDrawn ? null : t('charts:dumbbell.tooFew', { n }),
      figures: { company: side(row.company), customer: side(row.customer), gap: { display: isDrawn ? 'full' : 'none', value: row.gap === null ? t('figure:reason.BELOW_MIN_N') : valueText(row.gap, 'points', writing), interval, n } },
    };
  });
}

function markAt(share: number | null, locale: string): DumbbellMark | null {
  return share === null ? null : { at: share * 100, lo: null, hi: null, text: shareText(share, locale), isFaint: false };
}
