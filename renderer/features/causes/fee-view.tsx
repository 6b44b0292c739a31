import { keepPreviousData, skipToken, useQuery } from '@tanstack/react-query';
import { Waypoints } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { runCommand } from '#renderer/app/commands/handlers.ts';
import { orpc } from '#renderer/app/connection.ts';
import { failureOf } from '#renderer/engine/failure.ts';
import { Button } from '#renderer/ui/button.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { ErrorState } from '#renderer/ui/error-state.tsx';
import { Delayed, Skeleton } from '#renderer/ui/skeleton.tsx';
import type { CauseReport } from '#shared/model/cause.ts';
import type { FeeBasis, FeeBeliefs } from '#shared/model/fee.ts';
import { FeeForm } from './fee-form.tsx';
import { FeeOutcomeView } from './fee-outcome.tsx';
import { FeeScenarios } from './fee-scenarios.tsx';
import { FeeSourcePicker, type FeeQuestion } from './fee-source.tsx';
import './cost.css';

/** What a fee really earns: inputs from the data or typed, each with its range; the outcome with its uncertainty. */
export function FeeView({ report, code }: { report: CauseReport; code: string | null }) {
  const { t } = useTranslation('causes');
  const [asked, setAsked] = useState<FeeQuestion | null>(null);
  const [typed, setTyped] = useState<FeeBeliefs | null>(null);
  const [opened, setOpened] = useState<FeeBasis | null>(null);
  const inputs = useQuery({ ...orpc.causes.feeInputs.queryOptions({ input: asked ?? skipToken }), placeholderData: keepPreviousData });
  if (report.causes.length === 0) return <EmptyState icon={Waypoints} title={t('empty.title')} action={<Button variant="primary" onPress={() => runCommand('go.interactions')}>{t('empty.action')}</Button>}><p>{t('fee.empty')}</p></EmptyState>;
  const beliefs = typed ?? inputs.data?.beliefs ?? null;
  const basis = asked === null ? opened : { code: asked.code, startsOn: asked.startsOn };
  const currency = inputs.data?.currency ?? report.currency;
  return (
    <>
      <p className="text-2">{t('fee.help')}</p>
      <FeeSourcePicker
        report={report} code={code}
        onAsk={(next) => {
          setAsked(next);
          setTyped(null);
        }}
      />
      <InputsState error={inputs.error} isWaiting={asked !== null && inputs.isPending} onRetry={() => void inputs.refetch()} />
      {beliefs === null ? null : (
        <>
          <FeeForm beliefs={beliefs} inputs={inputs.data ?? null} currency={currency} onChange={setTyped} />
          <FeeRun beliefs={beliefs} basis={basis} currency={currency} />
        </>
      )}
      <FeeScenarios
        beliefs={beliefs} basis={basis}
        onOpen={(scenario) => {
          setAsked(null);
          setOpened(scenario.basis);
          setTyped(scenario.beliefs);
        }}
      />
    </>
  );
}

function InputsState({ error, isWaiting, onRetry }: { error: unknown; isWaiting: boolean; onRetry: () => void }) {
  const { t } = useTranslation('causes');
  if (error !== null) return <ErrorState failure={failureOf(error)} onRetry={onRetry} />;
  return isWaiting ? <Delayed><Skeleton label={t('loading')} lines={6} /></Delayed> : null;
}

/** Runs as soon as there is a fee. */
function FeeRun({ beliefs, basis, currency }: { beliefs: FeeBeliefs; basis: FeeBasis | null; currency: string | null }) {
  const { t } = useTranslation('causes');
  const hasFee = beliefs.fee.high > 0;
  const run = useQuery({ ...orpc.causes.feeRun.queryOptions({ input: hasFee ? { beliefs } : skipToken }), placeholderData: keepPreviousData });
  if (!hasFee) return <p role="status">{t('fee.typeFee')}</p>;
  if (run.error) return <ErrorState failure={failureOf(run.error)} onRetry={() => void run.refetch()} />;
  return run.data === undefined ? null : <FeeOutcomeView outcome={run.data} beliefs={beliefs} basis={basis} currency={currency} isStale={run.isPlaceholderData} />;
}
