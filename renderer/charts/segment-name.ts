import type { Writing } from '#renderer/ui/figure-text.ts';
import type { SegmentField } from '#shared/model/interaction-filter.ts';

/** `2026-08` as `Aug 2026`; what is no month stays as it is. */
export function monthText(month: string, locale: string): string {
  if (!/^\d{4}-\d{2}$/.test(month)) return month;
  const [year = 0, number = 1] = month.split('-').map(Number);
  return new Intl.DateTimeFormat(locale, { month: 'short', year: 'numeric', timeZone: 'UTC' }).format(new Date(Date.UTC(year, number - 1, 15)));
}

/** A segment in words: what was imported stays as it is, what Earshot names itself is translated. */
export function segmentName(by: SegmentField | null, segment: string | null, { t, locale }: Writing): string {
  if (segment === null || segment === '') return by === 'cause' ? t('charts:noCause') : t('figure:notKnown');
  switch (by) {
    case 'channel': return t(`interactions:channel.${segment}`, { defaultValue: segment });
    case 'month': return monthText(segment, locale);
    case 'tenure': return t(`charts:tenure.${segment}`, { defaultValue: segment });
    case 'language': return languageText(segment, locale);
    default: return segment;
  }
}

function languageText(code: string, locale: string): string {
  if (!/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(code)) return code;
  return new Intl.DisplayNames(locale, { type: 'language' }).of(code) ?? code;
}

/** A field to split by in words: `Queue`; imported fields keep their own name. */
export function fieldName(by: SegmentField, { t }: Pick<Writing, 't'>): string {
  return by.startsWith('field:') ? by.slice('field:'.length) : t(`charts:field.${by}`);
}

const tenureOrder = ['under 1 year', '1 to 5 years', '5 to 10 years', '10 years and more'];

/** Letters stand behind the digits of months and bands. */
const unknownLast = 'z';

/** What segments are put in order by where they have an order of their own: time, and bands; else their name. */
export function segmentOrder(by: SegmentField | null, segment: string | null, name: string): string {
  // Newest first: a list that is cut off keeps what is of now.
  if (by === 'month') return segment === null ? unknownLast : String(999_999 - Number(segment.replace('-', '')));
  if (by === 'tenure') return segment === null ? unknownLast : String(tenureOrder.indexOf(segment));
  return name;
}

/** Has the field an order of its own, so that sorting by size would tear it apart? */
export const hasOwnOrder = (by: SegmentField | null): boolean => by === 'month' || by === 'tenure';
