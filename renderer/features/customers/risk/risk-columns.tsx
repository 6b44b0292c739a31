import type { GridColumn } from '#renderer/ui/data-grid.tsx';
import { countText, dateText, type Writing } from '#renderer/ui/figure-text.ts';
import type { AtRiskRow } from '#shared/model/customer.ts';
import { moneyText } from '../money-text.ts';

const nothing = <span className="caption" aria-hidden>–</span>;

/** The columns of the at-risk list; `width` in pixels decides which have room. */
export function riskColumns({ t, locale }: Writing, width: number, currency: string | null): GridColumn<AtRiskRow>[] {
  const head = (id: string): Pick<GridColumn<AtRiskRow>, 'id' | 'label'> => ({ id, label: t(`customers:column.${id}`) });
  const columns: (GridColumn<AtRiskRow> & { fromWidth?: number })[] = [
    { ...head('customer'), width: 'minmax(11rem, 1.4fr)', cell: (row) => <span className="open-link truncate" data-open=""><bdi>{row.name ?? row.externalId}</bdi></span> },
    { ...head('number'), width: 'minmax(6rem, .7fr)', fromWidth: 900, cell: (row) => <bdi className="truncate">{row.externalId}</bdi> },
    { ...head('tier'), width: '7rem', cell: (row) => <span className="tier" data-tier={row.tier}>{t(`customers:tier.${row.tier}`)}</span> },
    { ...head('bad'), width: '9.5rem', align: 'end', description: t('customers:column.badLong'), cell: (row) => countText(row.badCount, locale) },
    { ...head('contacts'), width: '6.5rem', align: 'end', description: t('customers:column.contactsLong'), cell: (row) => countText(row.contacts, locale) },
    { ...head('margin'), width: '8.5rem', align: 'end', description: t('customers:column.marginLong'), cell: (row) => (row.yearMargin === null ? nothing : `${moneyText(row.yearMargin, currency, locale)}${row.isRevenue ? '*' : ''}`) },
    { ...head('last'), width: '8rem', fromWidth: 880, cell: (row) => dateText(row.lastBadAt, locale) },
    { ...head('since'), width: '8rem', fromWidth: 1010, cell: (row) => (row.since === null ? nothing : dateText(row.since, locale)) },
    { ...head('segment'), width: 'minmax(9.5rem, .8fr)', fromWidth: 1060, cell: (row) => (row.segment === null ? nothing : <bdi className="truncate">{row.segment}</bdi>) },
  ];
  return columns.filter(({ fromWidth }) => fromWidth === undefined || width >= fromWidth);
}
