import { dateText, type Writing } from '#renderer/ui/figure-text.ts';

/** From the first to the last interaction that counts, in words. @param report with ISO 8601 times */
export function periodText({ firstAt, lastAt }: { firstAt: string | null; lastAt: string | null }, { t, locale }: Writing): string {
  if (firstAt === null || lastAt === null) return t('gap:noPeriod');
  return t('gap:period', { from: dateText(firstAt, locale), to: dateText(lastAt, locale) });
}
