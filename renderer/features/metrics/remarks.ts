import { displayOf } from '#renderer/charts/figure-display.ts';
import { countText, shareText, type Writing } from '#renderer/ui/figure-text.ts';
import type { Envelope } from '#shared/model/envelope.ts';

const exclusions = ['missing', 'invalid', 'unlinked', 'immature', 'outOfScope'] as const;
/** The rules of few say these already. */
const saidElsewhere = ['below_5', 'below_30'];

/** What must be said with a figure, in words: few, coverage, what was left out, flags. */
export function remarksOf(envelope: Envelope, { t, locale }: Writing): string[] {
  const { coverage, excluded, flags, nEff, n } = envelope;
  const display = displayOf(envelope);
  return [
    ...(display === 'hidden' ? [t('metrics:hidden')] : display === 'few' ? [t('metrics:grey')] : []),
    ...(coverage < 0.95 && n > 0 ? [t('metrics:coverage', { share: shareText(coverage, locale) })] : []),
    ...exclusions.flatMap((key) => (excluded[key] > 0 ? [`${t(`metrics:excluded.${key}`, { count: excluded[key], n: countText(excluded[key], locale) })}.`] : [])),
    ...flags.filter((flag) => !saidElsewhere.includes(flag)).map((flag) => t(`charts:flag.${flag}`, { defaultValue: '' })).filter((words) => words !== ''),
    ...(nEff === undefined || display !== 'full' ? [] : [t('metrics:nEff', { count: Math.round(nEff), n: countText(nEff, locale) })]),
  ];
}
