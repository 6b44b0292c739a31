import { countText, decimalText, shareText, type Writing } from '#renderer/ui/figure-text.ts';
import type { Loop } from '#shared/model/loop.ts';

/** What the numbers say of a change: too early, no difference, or lower, with both rates and their n. */
export function effectText({ test, effect }: Pick<Loop, 'test' | 'effect'>, { t, locale }: Writing): string {
  if (test === null) return '';
  const n = (value: number): string => countText(value, locale);
  const rate = ({ count, exposure }: { count: number; exposure: number }): string => (exposure === 0 ? t('figure:notKnown') : shareText(count / exposure, locale));
  return t(`signals:loop.effect.${effect}`, {
    count: test.weeks, weeks: n(test.weeks), before: rate(test.before), beforeN: n(test.before.exposure), after: rate(test.after), afterN: n(test.after.exposure), p: decimalText(test.p, locale, 3),
  });
}
