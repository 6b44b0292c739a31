import type { ChartTable } from '#renderer/charts/chart-table.ts';
import { figureOf } from '#renderer/charts/figure-display.ts';
import { countText, decimalText, valueText, type Writing } from '#renderer/ui/figure-text.ts';
import type { Afterwards } from '#shared/model/afterwards.ts';

/** The finding: the latest horizon at which the matched difference excludes none, else the one as they come; or that there is none. */
export function nextFinding({ differences, event, groups }: Afterwards, writing: Writing): string {
  const { t } = writing;
  if (groups.length < 2 || differences.every(({ raw }) => raw.value === null)) return t('customers:next.title.few');
  const clear = differences.toReversed().find(({ raw }) => raw.ci !== null && raw.ci.hi < 0);
  if (!clear || clear.raw.value === null) return t('customers:next.title.none');
  return t(`customers:next.title.${event}Less`, { months: t(`customers:next.months.${clear.day}`), points: valueText(Math.abs(clear.raw.value), 'points', writing).replace('+', '') });
}

/** Groups and horizons as a table: share, interval, still followed. */
export function nextTable({ groups }: Afterwards, writing: Writing): ChartTable {
  const { t, locale } = writing;
  const column = (id: string, align?: 'end') => ({ id, label: t(`customers:next.column.${id}`), ...(align === undefined ? {} : { align }) });
  return {
    columns: [column('group'), column('day', 'end'), column('share', 'end'), column('interval', 'end'), column('atRisk', 'end')],
    rows: groups.flatMap(({ group, at }) => at.map(({ day, figure, atRisk }) => {
      const { value, interval } = figureOf(figure, writing);
      return { id: `${group} ${day}`, cells: [t(`customers:next.group.${group}`), t('customers:next.days', { n: countText(day, locale) }), value, interval ?? '', countText(atRisk, locale)] };
    })),
  };
}

/** What must be said with it: an association, and how the pairs were matched. */
export function associationText({ matching }: Afterwards, { t, locale }: Writing): string {
  const smd = matching.worstSmd === null ? '' : decimalText(matching.worstSmd, locale, 2);
  const balance = matching.pairs === 0 ? t('customers:next.noPairs') : t(matching.isBalanced ? 'customers:next.balanced' : 'customers:next.unbalanced', { smd });
  return t('customers:next.association', { pairs: countText(matching.pairs, locale), dropped: countText(matching.dropped, locale), balance });
}
