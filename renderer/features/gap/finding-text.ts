import { greyBelow, hiddenBelow } from '#renderer/charts/figure-display.ts';
import { countText, decimalText, type Writing } from '#renderer/ui/figure-text.ts';
import type { GapReport } from '#shared/model/gap.ts';

/** The sentence that the data carry. Below 5 the figures of the sentence themselves would tell too much. */
export function findingText({ finding, gap }: Pick<GapReport, 'finding' | 'gap'>, { t, locale }: Writing): string {
  if (finding.key.endsWith('.few') && gap.n > 0 && gap.n < hiddenBelow) return t('gap:finding.hidden');
  const written = Object.fromEntries(Object.entries(finding.values).map(([name, value]) => [
    name, typeof value !== 'number' ? value : name === 'n' ? countText(value, locale) : decimalText(value, locale, 0),
  ]));
  return t(`gap:${finding.key}`, { ...written, count: typeof finding.values['n'] === 'number' ? finding.values['n'] : gap.n });
}

/** What stands in the way of a gap, or null when there is one to show. */
export type GapState = 'noCompany' | 'noCustomer' | 'unlinked' | 'empty' | 'few' | null;

export function stateOf({ finding, gap }: Pick<GapReport, 'finding' | 'gap'>): GapState {
  const name = finding.key.split('.').at(-1);
  if (name === 'noCompany' || name === 'noCustomer' || name === 'unlinked' || name === 'empty') return name;
  return gap.n < greyBelow ? 'few' : null;
}
