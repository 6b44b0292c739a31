import { secondsText } from '#renderer/charts/figure-display.ts';
import { decimalText, shareText, type Writing } from '#renderer/ui/figure-text.ts';
import type { Envelope } from '#shared/model/envelope.ts';

/** How the numbers of an axis are written, and its fixed ends where the unit has them. Shares arrive as percent. */
export function axisOf({ unit, flags }: Pick<Envelope, 'unit' | 'flags'>, writing: Writing): { format: (value: number) => string; min?: number; max?: number } {
  const { locale } = writing;
  switch (unit) {
    case 'share': return { format: (value) => shareText(value / 100, locale), min: 0, max: 100 };
    case 'score': return { format: (value) => decimalText(value, locale), ...(flags.includes('own_scale') ? {} : { min: 0, max: 100 }) };
    case 'seconds': return { format: (value) => secondsText(value, writing), min: 0 };
    case 'points': return { format: (value) => decimalText(value, locale, 0).replace('-', '−') };
    case 'count': case 'currency': case 'ratio': case 'wpm': return { format: (value) => decimalText(value, locale), min: 0 };
  }
}
