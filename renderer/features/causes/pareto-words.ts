import type { ChartTable } from '#renderer/charts/chart-table.ts';
import { figureOf } from '#renderer/charts/figure-display.ts';
import { evidenceOf } from '#renderer/charts/open-evidence.ts';
import { dateText, countText, shareText, type Writing } from '#renderer/ui/figure-text.ts';
import type { CauseReport, CauseRow } from '#shared/model/cause.ts';
import { contactsText, moneyText } from './money.ts';

/** The finding as a sentence, stepping down when the intervals do not carry it. */
export function paretoFinding({ causes, isRanked, weight, coded }: CauseReport, { t, locale }: Writing): string {
  const [first, second] = causes.filter((row) => !row.isOther && row.share.value !== null);
  if (first === undefined || first.share.value === null) return t('causes:finding.few', { count: coded, n: countText(coded, locale) });
  if (!isRanked) return t('causes:finding.unranked', { n: countText(coded, locale) });
  const isClear = second === undefined || (first.share.ci?.lo ?? 0) > (second.share.ci?.hi ?? 1);
  return t(isClear ? `causes:finding.${weight}` : `causes:finding.unclear.${weight}`, { name: first.name, share: shareText(first.share.value, locale) });
}

export function paretoSubtitle(report: CauseReport, { t, locale }: Writing): string {
  const { coded, total, firstAt, lastAt, weight } = report;
  const period = firstAt === null || lastAt === null ? '' : t('causes:period', { from: dateText(firstAt, locale), to: dateText(lastAt, locale) });
  return [t(`causes:unit.${weight}`), t('causes:codedOf', { coded: countText(coded, locale), total: countText(total, locale) }), period].filter((part) => part !== '').join(' · ');
}

/** How much a row weighs, in its own unit. */
export function amountText(row: Pick<CauseRow, 'amount'>, { weight, currency }: Pick<CauseReport, 'weight' | 'currency'>, { locale }: Writing): string {
  return weight === 'cost' ? moneyText(row.amount, currency, { locale }) : weight === 'customers' ? countText(row.amount, locale) : contactsText(row.amount, locale);
}

export function paretoTable(report: CauseReport, writing: Writing): ChartTable {
  const { t, locale } = writing;
  const { causes, currency, uncoded, total } = report;
  const last = uncoded.share.x === undefined || uncoded.share.x === 0 ? [] : [{
    id: 'uncoded', evidence: evidenceOf(uncoded.share),
    cells: [t('causes:uncoded'), '', t('causes:uncodedCell', { n: countText(uncoded.share.x, locale), total: countText(total, locale) }), '', '', '', '', '', ''],
  }];
  return {
    columns: [
      { id: 'name', label: t('causes:column.cause') }, { id: 'owner', label: t('causes:column.owner') }, { id: 'share', label: t('causes:column.share'), align: 'end' },
      { id: 'interval', label: t('charts:interval95'), align: 'end' }, { id: 'amount', label: t(`causes:column.amount.${report.weight}`), align: 'end' },
      { id: 'cumulative', label: t('causes:column.cumulative'), align: 'end' }, { id: 'contacts', label: t('causes:column.contacts'), align: 'end' },
      { id: 'cost', label: t('causes:column.cost'), align: 'end' }, { id: 'trend', label: t('causes:column.trend') },
    ],
    rows: [...causes.map((row) => {
      const figure = figureOf(row.share, writing);
      return {
        id: row.code, evidence: evidenceOf(row.share),
        cells: [
          row.name, row.owner ?? t('causes:noOwner'), figure.value, figure.interval ?? '', amountText(row, report, writing), row.cumulative === null ? '' : shareText(row.cumulative, locale),
          countText(row.contacts, locale), row.cost === null ? t('causes:setCost') : moneyText(row.cost, currency, { locale }), t(`causes:trend.${row.trend.direction}`),
        ],
      };
    }), ...last],
  };
}

/** The picture in words: finding, each row, what nobody coded. */
export function paretoDescription(report: CauseReport, finding: string, writing: Writing): string {
  const { t, locale } = writing;
  return [
    finding,
    ...report.causes.slice(0, 8).map((row) => t('causes:rowDescription', { name: row.name, share: figureOf(row.share, writing).value, owner: row.owner ?? t('causes:noOwner') })),
    t('causes:codedOf', { coded: countText(report.coded, locale), total: countText(report.total, locale) }),
  ].join(' ');
}
