import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { client, orpc } from '#renderer/app/connection.ts';
import { monthText } from '#renderer/charts/segment-name.ts';
import { failureOf } from '#renderer/engine/failure.ts';
import { announce } from '#renderer/stores/announcements.ts';
import { useToasts } from '#renderer/stores/toasts.ts';
import { Button } from '#renderer/ui/button.tsx';
import { ErrorState } from '#renderer/ui/error-state.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { Delayed, Skeleton } from '#renderer/ui/skeleton.tsx';
import { Table } from '#renderer/ui/table.tsx';
import { useWriting } from '#renderer/ui/use-writing.ts';
import type { CostMethod, CostReport } from '#shared/model/cost.ts';
import type { Statement } from '#shared/model/statement.ts';
import { moneyText } from './money.ts';
import { StatementDialog } from './statement-dialog.tsx';

type StatementsProps = { report: CostReport; asked: { method: CostMethod; from?: string; to?: string } };

/** What owners were told, and a new statement for one of them. */
export function Statements({ report, asked }: StatementsProps) {
  const { t } = useTranslation('causes');
  const statements = useQuery(orpc.causes.statements.queryOptions());
  const [openId, setOpenId] = useState<string | null>(null);
  const open = statements.data?.find((statement) => statement.id === openId) ?? null;
  return (
    <section className="stack" aria-labelledby="statements">
      <h2 id="statements">{t('statements.title')}</h2>
      <NewStatement report={report} asked={asked} onDrafted={(id) => setOpenId(id)} />
      {statements.error ? <ErrorState layout="bar" failure={failureOf(statements.error)} onRetry={() => void statements.refetch()} /> : null}
      {statements.data === undefined ? (statements.error ? null : <Delayed><Skeleton label={t('statements.loading')} /></Delayed>)
        : statements.data.length === 0 ? <p className="text-2">{t('statements.none')}</p> : <StatementTable statements={statements.data} onOpen={setOpenId} />}
      {open === null ? null : <StatementDialog statement={open} onClose={() => setOpenId(null)} />}
    </section>
  );
}

function NewStatement({ report, asked, onDrafted }: StatementsProps & { onDrafted: (id: string) => void }) {
  const { t } = useTranslation('causes');
  const writing = useWriting();
  const [chosen, setChosen] = useState<string | null>(null);
  const owner = report.owners.find((own) => own.owner === chosen)?.owner ?? report.owners[0]?.owner ?? null;
  if (owner === null) return <p className="text-2">{t('statements.noOwners')}</p>;
  const draft = async (): Promise<void> => {
    try {
      const { id } = await client.causes.draftStatement({ owner, ...asked });
      announce(t('statements.drafted', { owner }));
      onDrafted(id);
    } catch (error) {
      const { code } = failureOf(error);
      useToasts.getState().show({ text: writing.t(`errors:byCode.${code}.what`), tone: 'danger' });
    }
  };
  return (
    <div className="causes-bar">
      <Select label={t('column.owner')} value={owner} options={report.owners.map((own) => ({ value: own.owner, label: own.owner }))} onChange={setChosen} />
      <Button variant="primary" onPress={() => void draft()}>{t('statements.draft')}</Button>
    </div>
  );
}

function StatementTable({ statements, onOpen }: { statements: readonly Statement[]; onOpen: (id: string) => void }) {
  const { t } = useTranslation('causes');
  const { locale } = useWriting();
  return (
    <div className="pareto-scroll">
      <Table<Statement>
        caption={t('statements.title')}
        isCaptionHidden
        rows={statements}
        rowKey={(statement) => statement.id}
        columns={[
          { id: 'owner', label: t('column.owner'), isRowHeader: true, cell: (statement) => statement.owner },
          { id: 'months', label: t('statements.months'), cell: ({ firstMonth, lastMonth }) => t('period', { from: monthText(firstMonth, locale), to: monthText(lastMonth, locale) }) },
          { id: 'total', label: t('cost.column.total'), align: 'end', cell: ({ content }) => moneyText(content.total, content.currency, { locale, isExact: true }) },
          { id: 'state', label: t('statements.state'), cell: ({ state, reason }) => (state === 'disputed' && reason !== null ? t('statements.disputedWith', { reason }) : t(`statements.is.${state}`)) },
          { id: 'open', label: t('statements.column'), align: 'end', cell: (statement) => <Button size="small" aria-label={t('statements.openOf', { owner: statement.owner })} onPress={() => onOpen(statement.id)}>{t('statements.open')}</Button> },
        ]}
      />
    </div>
  );
}
