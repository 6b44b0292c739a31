import { useTranslation } from 'react-i18next';
import { figureOf } from '#renderer/charts/figure-display.ts';
import { decimalText, fixedText } from '#renderer/ui/figure-text.ts';
import { Table, type TableColumn } from '#renderer/ui/table.tsx';
import { useWriting } from '#renderer/ui/use-writing.ts';
import type { CoachedItem, Focus } from '#shared/model/coaching.ts';
import type { Envelope } from '#shared/model/envelope.ts';
import { FigureSource } from './figure-source.tsx';
import { QuarterLine } from './quarter-line.tsx';

/** Every item: how often poor, what goes with it, what that makes of it. In the order of the scorecard, not of merit. */
export function ItemsTable({ items, focus }: { items: readonly CoachedItem[]; focus: Focus | null }) {
  const { t } = useTranslation('coaching');
  const writing = useWriting();
  const figure = (envelope: Envelope) => {
    const { value, interval, n } = figureOf(envelope, writing);
    return <>{value}<FigureSource interval={interval} n={n} /></>;
  };
  const columns: TableColumn<CoachedItem>[] = [
    {
      id: 'name', label: t('items.name'), isRowHeader: true,
      cell: (item) => (
        <>
          {item.name}{item.item === focus?.item ? <span className="focus-mark">{t('items.isFocus')}</span> : null}
          {item.gate === 'failed' ? <><br /><span className="gate">{t('gate.failed')}</span></> : item.gate === 'tentative' ? <><br /><span className="caption">{t('gate.tentative')}</span></> : null}
        </>
      ),
    },
    { id: 'own', label: t('items.own'), cell: (item) => figure(item.own) },
    { id: 'team', label: t('items.team'), cell: (item) => figure(item.team) },
    { id: 'self', label: t('items.self'), align: 'end', cell: (item) => (item.self === null ? t('items.noSelf') : decimalText(item.self, writing.locale, 0)) },
    { id: 'course', label: t('items.course'), cell: (item) => <QuarterLine quarters={item.quarters} /> },
    { id: 'poor', label: t('items.poor'), cell: (item) => figure(item.poor) },
    { id: 'effect', label: t('items.effect'), cell: (item) => figure(item.effect) },
    { id: 'priority', label: t('items.priority'), align: 'end', cell: (item) => (item.priority === null ? t('items.noPriority') : fixedText(item.priority, writing.locale)) },
  ];
  return (
    <div className="items-table">
      <Table caption={t('items.caption')} columns={columns} rows={items} rowKey={(item) => item.item} />
      <p className="caption">{t('items.explain')}</p>
    </div>
  );
}
