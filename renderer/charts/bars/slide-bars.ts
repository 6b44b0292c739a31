import { greyBelow } from '#renderer/charts/figure-display.ts';
import { countText, shareText, type Writing } from '#renderer/ui/figure-text.ts';
import type { BarRow } from '#shared/model/briefing.ts';
import type { SegmentBar } from './segment-bars.ts';

/** The bars of a slide, in the order in which the slide carries them. */
export function slideBars(rows: readonly BarRow[], { t, locale }: Writing): SegmentBar[] {
  return rows.map(({ label, owner, x, n, share, lo, hi }, at) => {
    const isDrawn = n >= greyBelow;
    const name = owner === null ? label : t('charts:bars.owned', { label, owner });
    const percent = (value: number | null): number | null => (value === null || !isDrawn ? null : value * 100);
    return {
      text: shareText(share, locale), shortLabel: label, id: `${at} ${label}`, label: name, order: name, n, evidence: null, value: percent(share), lo: percent(lo), hi: percent(hi), words: isDrawn ? null : t('charts:dumbbell.tooFew', { n: countText(n, locale) }),
      figure: {
        display: isDrawn ? 'full' : 'few', n: countText(n, locale), value: t('charts:shareOf', { share: shareText(share, locale), x: countText(x, locale), n: countText(n, locale) }),
        interval: lo === null || hi === null ? null : t('charts:range', { lo: shareText(lo, locale), hi: shareText(hi, locale) }),
      },
    };
  });
}
