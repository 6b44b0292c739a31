import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { UsersRound } from 'lucide-react';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { runCommand } from '#renderer/app/commands/handlers.ts';
import { orpc } from '#renderer/app/connection.ts';
import { addToBriefing } from '#renderer/charts/add-to-briefing.ts';
import { Chart, type ChartCanvas } from '#renderer/charts/chart.tsx';
import { ChartFrame } from '#renderer/charts/chart-frame.tsx';
import { figureOf } from '#renderer/charts/figure-display.ts';
import { failureOf } from '#renderer/engine/failure.ts';
import { Button } from '#renderer/ui/button.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { ErrorState } from '#renderer/ui/error-state.tsx';
import { countText, dateText, decimalText, shareText } from '#renderer/ui/figure-text.ts';
import { RadioGroup } from '#renderer/ui/radio-group.tsx';
import { Delayed, Skeleton } from '#renderer/ui/skeleton.tsx';
import { Table } from '#renderer/ui/table.tsx';
import { useWriting } from '#renderer/ui/use-writing.ts';
import { AfterEvent, OutcomeBy, type Afterwards } from '#shared/model/afterwards.ts';
import { associationText, nextFinding, nextTable } from './next-words.ts';
import { survivalHeight, survivalOption } from './survival-option.ts';

/** What happened 1, 6 and 18 months after interactions that went well or badly. */
export function NextView() {
  const { t } = useTranslation('customers');
  const [by, setBy] = useState<OutcomeBy>('satisfaction');
  const [event, setEvent] = useState<AfterEvent>('retention');
  const { data, error, refetch } = useQuery({ ...orpc.customers.afterwards.queryOptions({ input: { by, event } }), placeholderData: keepPreviousData });
  return (
    <div className="next">
      <h2 className="visually-hidden">{t('view.next')}</h2>
      <div className="thread-tools" data-region="question">
        <RadioGroup label={t('next.by.label')} options={OutcomeBy.options.map((value) => ({ value, label: t(`next.by.${value}`) }))} value={by} onChange={setBy} />
        <RadioGroup label={t('next.event.label')} options={AfterEvent.options.map((value) => ({ value, label: t(`next.event.${value}`) }))} value={event} onChange={setEvent} />
      </div>
      {error ? <ErrorState failure={failureOf(error)} onRetry={() => void refetch()} /> : null}
      {data === undefined && !error ? <Delayed><Skeleton label={t('next.loading')} lines={8} /></Delayed> : null}
      {data === undefined ? null : data.groups.length === 0 ? (
        <EmptyState icon={UsersRound} title={t('next.empty.title')} action={<Button variant="primary" onPress={() => runCommand('import.start')}>{t('empty.import')}</Button>}><p>{t('next.empty.text')}</p></EmptyState>
      ) : <Followed data={data} />}
    </div>
  );
}

function Followed({ data }: { data: Afterwards }) {
  const { t } = useTranslation('customers');
  const writing = useWriting();
  const { locale } = writing;
  const build = useCallback((canvas: ChartCanvas) => survivalOption(data.groups, { group: (group) => writing.t(`customers:next.group.${group}`), percent: (value) => shareText(value / 100, writing.locale), isRising: data.event === 'repurchase' }, canvas), [data, writing]);
  const title = nextFinding(data, writing);
  const table = nextTable(data, writing);
  const n = data.groups.reduce((sum, group) => sum + group.n, 0);
  return (
    <>
      <ChartFrame
        title={title}
        subtitle={t('next.subtitle', { n: countText(n, locale), until: data.until === null ? '' : dateText(data.until, locale) })}
        description={`${title}. ${table.rows.map(({ cells }) => cells.join(', ')).join('. ')}`}
        table={table}
        onAddToBriefing={() => void addToBriefing(writing.t, { of: 'afterwards', by: data.by, event: data.event })}
        footnote={<><p>{associationText(data, writing)}</p>{data.p === null ? null : <p>{t('next.p', { p: data.p < 0.001 ? '< 0.001' : `= ${decimalText(data.p, locale, 3)}` })}</p>}</>}
      >
        {data.groups.some(({ curve }) => curve.length > 0) ? <Chart build={build} height={survivalHeight} /> : null}
      </ChartFrame>
      <Table
        caption={t('next.atRiskHead')}
        columns={[
          { id: 'group', label: t('next.column.group'), isRowHeader: true, cell: (row) => t(`next.group.${row.group}`) },
          { id: 'start', label: t('next.days', { n: '0' }), align: 'end', cell: (row) => countText(row.n, locale) },
          ...(data.groups[0]?.at ?? []).map(({ day }, index) => ({ id: String(day), label: t('next.days', { n: countText(day, locale) }), align: 'end' as const, cell: (row: Afterwards['groups'][number]) => countText(row.at[index]?.atRisk ?? 0, locale) })),
        ]}
        rows={data.groups}
        rowKey={(row) => row.group}
      />
      <Table
        caption={t('next.differences')}
        columns={[
          { id: 'day', label: t('next.column.day'), isRowHeader: true, cell: (row) => t(`next.months.${row.day}`) },
          ...(['raw', 'matched'] as const).map((side) => ({
            id: side, label: t(`next.${side}`), align: 'end' as const,
            cell: (row: Afterwards['differences'][number]) => {
              const { value, interval, n: count } = figureOf(row[side], writing);
              const told = row[side].reason === 'NO_VARIATION' ? t(`next.noneYet.${data.event}`) : value;
              return `${told}${interval === null ? '' : ` (${interval})`}, n = ${count}`;
            },
          })),
        ]}
        rows={data.differences}
        rowKey={(row) => String(row.day)}
      />
    </>
  );
}
