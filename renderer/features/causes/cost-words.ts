import type { ChartTable } from '#renderer/charts/chart-table.ts';
import { monthText } from '#renderer/charts/segment-name.ts';
import { countText, type Writing } from '#renderer/ui/figure-text.ts';
import type { CostReport } from '#shared/model/cost.ts';
import { contactsText, moneyText } from './money.ts';

/** Every part of the total: owners, nobody, unused capacity; they add up to it. */
export function costParts(report: CostReport, { t }: Writing): { id: string; name: string; amount: number; kind: 'owner' | 'nobody' | 'unused' }[] {
  return [
    ...report.owners.map((own) => ({ id: `owner ${own.owner}`, name: own.owner, amount: own.total, kind: 'owner' as const })),
    { id: 'nobody', name: t('causes:cost.nobody'), amount: report.unallocated, kind: 'nobody' as const },
    ...(report.unused === 0 ? [] : [{ id: 'unused', name: t('causes:cost.unused'), amount: report.unused, kind: 'unused' as const }]),
  ];
}

export function costFinding({ owners, currency, total }: CostReport, { t, locale }: Writing): string {
  const [first, second] = owners;
  const money = (amount: number): string => moneyText(amount, currency, { locale });
  if (!first) return t('causes:cost.finding.none', { total: money(total) });
  const isClear = !second || (first.cost.ci?.lo ?? 0) > (second.cost.ci?.hi ?? 0);
  return t(isClear ? 'causes:cost.finding.clear' : 'causes:cost.finding.unclear', { owner: first.owner, amount: money(first.total), total: money(total) });
}

export function costSubtitle({ firstMonth, lastMonth, perContact }: CostReport, { t, locale }: Writing): string {
  return t('causes:cost.subtitle', { from: firstMonth === null ? '' : monthText(firstMonth, locale), to: lastMonth === null ? '' : monthText(lastMonth, locale), n: countText(perContact.n, locale) });
}

export function costDescription(report: CostReport, finding: string, writing: Writing): string {
  return [finding, ...costParts(report, writing).map(({ name, amount }) => `${name}: ${moneyText(amount, report.currency, { locale: writing.locale })}.`)].join(' ');
}

/** The lines that make the total, each with its factors, to the cent. */
export function costTable(report: CostReport, { t, locale }: Writing): ChartTable {
  const money = (amount: number): string => moneyText(amount, report.currency, { locale, isExact: true });
  const nobody = report.unallocatedParts;
  const plain = (id: string, name: string, amount: number) => ({ id, cells: [name, '', '', '', '', '', money(amount), ''] });
  return {
    columns: [
      { id: 'name', label: t('causes:column.cause') }, { id: 'owner', label: t('causes:column.owner') }, { id: 'contacts', label: t('causes:cost.column.contacts'), align: 'end' },
      { id: 'repeats', label: t('causes:cost.column.repeats'), align: 'end' }, { id: 'minutes', label: t('causes:cost.column.minutes'), align: 'end' }, { id: 'credits', label: t('causes:cost.column.credits'), align: 'end' },
      { id: 'total', label: t('causes:cost.column.total'), align: 'end' }, { id: 'interval', label: t('charts:interval95'), align: 'end' },
    ],
    rows: [
      ...report.lines.map((line) => ({
        id: line.code, evidence: line.cost.evidence === null ? null : { filter: line.cost.evidence },
        cells: [
          line.name, line.owner ?? t('causes:noOwner'), contactsText(line.contacts, locale), contactsText(line.repeats, locale), contactsText(line.minutes, locale), money(line.credits), money(line.total),
          line.cost.ci === null ? '' : t('charts:range', { lo: moneyText(line.cost.ci.lo, report.currency, { locale }), hi: moneyText(line.cost.ci.hi, report.currency, { locale }) }),
        ],
      })),
      plain('uncoded', t('causes:cost.uncoded'), nobody.uncoded),
      ...(nobody.looseCredits === 0 ? [] : [plain('loose', t('causes:cost.looseCredits'), nobody.looseCredits)]),
      plain('unused', t('causes:cost.unused'), report.unused), plain('total', t('causes:cost.total'), report.total),
    ],
  };
}
