import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { client, orpc } from '#renderer/app/connection.ts';
import { failureOf } from '#renderer/engine/failure.ts';
import { Button } from '#renderer/ui/button.tsx';
import { ErrorState } from '#renderer/ui/error-state.tsx';
import { countText } from '#renderer/ui/figure-text.ts';
import { Select } from '#renderer/ui/select.tsx';
import { useWriting } from '#renderer/ui/use-writing.ts';
import type { ErasureReceipt, PrivacyPolicy } from '#shared/model/privacy.ts';
import { ConfirmDialog } from './confirm-dialog.tsx';
import { JobView } from './job-view.tsx';
import { RemovedList } from './removed-list.tsx';
import { useJob } from './use-job.ts';
import { usePolicyChange } from './use-policy-change.ts';

const keepChoices = ['never', '6', '12', '18', '24', '36', '60', '84', '120'] as const;

/** How long interactions are kept, what that would remove today, and the way to do it. */
export function RetentionCard({ policy }: { policy: PrivacyPolicy }) {
  const { t } = useTranslation('privacy');
  const { locale } = useWriting();
  const save = usePolicyChange(policy);
  const { data: plan } = useQuery(orpc.privacy.retentionPlan.queryOptions());
  const run = useJob<ErasureReceipt>();
  const [isAsking, setAsking] = useState(false);
  const count = plan?.interactions ?? 0;
  const value = policy.keepMonths === null ? 'never' : keepChoices.find((choice) => choice === String(policy.keepMonths)) ?? null;
  const begin = async () => {
    setAsking(false);
    await run.start((signal) => client.privacy.applyRetention(undefined, { signal }));
  };
  return (
    <section className="card stack" aria-labelledby="privacy-keep">
      <h2 id="privacy-keep">{t('erasure.keep')}</h2>
      <Select<(typeof keepChoices)[number]>
        label={t('erasure.keepFor')}
        value={value}
        placeholder={t('erasure.months', { count: policy.keepMonths ?? 0 })}
        onChange={(choice) => save.mutate(() => ({ keepMonths: choice === 'never' ? null : Number(choice) }))}
        options={keepChoices.map((choice) => ({ value: choice, label: choice === 'never' ? t('erasure.keepAll') : t('erasure.months', { count: Number(choice) }) }))}
      />
      {save.error ? <ErrorState layout="bar" failure={failureOf(save.error)} /> : null}
      {plan === undefined ? null : <DryRun plan={plan} />}
      <div className="row"><Button variant="danger" isDisabled={count === 0 || run.state.phase === 'running'} onPress={() => setAsking(true)}>{t('erasure.cleanUp')}</Button></div>
      <JobView label={t('erasure.erasing')} state={run.state} />
      {isAsking ? (
        <ConfirmDialog title={t('erasure.cleanUpTitle')} act={t('erasure.cleanUp')} onConfirm={() => void begin()} onClose={() => setAsking(false)}>
          <p>{t('erasure.wouldGo', { count, n: countText(count, locale), before: plan?.before ?? '' })}</p>
          <p>{t('erasure.noWayBack')}</p>
        </ConfirmDialog>
      ) : null}
    </section>
  );
}

type Plan = { before: string | null; interactions: number; removed: Record<string, number> };

function DryRun({ plan }: { plan: Plan }) {
  const { t } = useTranslation('privacy');
  const { locale } = useWriting();
  if (plan.before === null) return <p role="status">{t('erasure.noCleanUp')}</p>;
  return (
    <>
      <p role="status">{t('erasure.wouldGo', { count: plan.interactions, n: countText(plan.interactions, locale), before: plan.before })}</p>
      {plan.interactions === 0 ? null : <RemovedList removed={plan.removed} caption={t('erasure.dryRun')} />}
    </>
  );
}
