import { orpc } from '#renderer/app/connection.ts';
import { failureOf } from '#renderer/engine/failure.ts';
import { useNavigation } from '#renderer/stores/navigation.ts';
import { Button } from '#renderer/ui/button.tsx';
import { countText, decimalText } from '#renderer/ui/figure-text.ts';
import { ErrorState } from '#renderer/ui/error-state.tsx';
import { Table } from '#renderer/ui/table.tsx';
import { useWriting } from '#renderer/ui/use-writing.ts';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DryRun, DryRunRow } from '#shared/contract/evaluations.ts';

const shownRows = 20;

/** What the draft would change: past evaluations scored again from the answers that they have. */
export function DryRunPanel({ id, hasBefore }: { id: string; hasBefore: boolean }) {
  const { t } = useTranslation('evaluate');
  const [isWanted, setWanted] = useState(false);
  const { data, error, isFetching } = useQuery({ ...orpc.evaluations.dryRun.queryOptions({ input: { id } }), enabled: isWanted });
  return (
    <section className="dry-run" aria-labelledby="dry-run-title">
      <h3 id="dry-run-title">{t('dryRun.title')}</h3>
      <p className="text-2">{t(hasBefore ? 'dryRun.about' : 'dryRun.aboutNew')}</p>
      <div><Button isDisabled={isFetching} onPress={() => setWanted(true)}>{t('dryRun.run')}</Button></div>
      {error ? <ErrorState failure={failureOf(error)} /> : null}
      {data ? <Result run={data} /> : null}
    </section>
  );
}

function Result({ run }: { run: DryRun }) {
  const { t } = useTranslation('evaluate');
  const { locale } = useWriting();
  const n = (value: number): string => countText(value, locale);
  const score = (value: number | null): string => (value === null ? '–' : decimalText(value, locale));
  const outcome = (row: DryRunRow): string => (row.passedBefore === row.passedAfter ? '' : t(row.passedAfter === true ? 'dryRun.passes' : row.passedAfter === false ? 'dryRun.fails' : 'dryRun.noOutcome'));
  if (run.compared === 0) return <p role="status">{t('dryRun.none')}</p>;
  return (
    <>
      <p role="status">{t('dryRun.found', { count: run.compared, n: n(run.compared), changed: n(run.changedTotal), failed: n(run.newlyFailed), passed: n(run.newlyPassed), incomplete: n(run.incomplete) })}</p>
      <p className="tabular">{t('dryRun.means', { before: score(run.meanBefore), after: score(run.meanAfter), n: n(run.compared) })}</p>
      {run.changed.length === 0 ? null : (
        <Table
          caption={t('dryRun.largest')} rows={run.changed.slice(0, shownRows)} rowKey={({ evaluationId }) => evaluationId}
          columns={[
            { id: 'interaction', label: t('dryRun.interaction'), isRowHeader: true, cell: ({ externalId, interactionId }) => (interactionId === null ? externalId ?? '–' : <Button size="small" variant="quiet" onPress={() => useNavigation.getState().go('listen', { interactionId })}>{externalId ?? interactionId}</Button>) },
            { id: 'before', label: t('dryRun.before'), align: 'end', cell: ({ before }) => score(before) }, { id: 'after', label: t('dryRun.after'), align: 'end', cell: ({ after }) => score(after) },
            { id: 'change', label: t('dryRun.change'), align: 'end', cell: ({ before, after }) => (before === null || after === null ? '–' : `${after > before ? '+' : ''}${decimalText(after - before, locale)}`) },
            { id: 'outcome', label: t('dryRun.outcome'), cell: outcome },
          ]}
        />
      )}
    </>
  );
}
