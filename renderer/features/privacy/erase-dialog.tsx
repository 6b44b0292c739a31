import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { client, orpc } from '#renderer/app/connection.ts';
import { failureOf } from '#renderer/engine/failure.ts';
import { useToasts } from '#renderer/stores/toasts.ts';
import { ErrorState } from '#renderer/ui/error-state.tsx';
import { Skeleton } from '#renderer/ui/skeleton.tsx';
import type { ErasureReceipt } from '#shared/model/privacy.ts';
import { ConfirmDialog } from './confirm-dialog.tsx';
import { JobView } from './job-view.tsx';
import { RemovedList } from './removed-list.tsx';
import { useJob } from './use-job.ts';

/** Shows exactly what goes and what stays elsewhere, then does it as one act. */
export function EraseDialog({ customerId, onClose, onErased }: { customerId: string; onClose: () => void; onErased: () => void }) {
  const { t } = useTranslation('privacy');
  const { data: plan, error } = useQuery(orpc.privacy.erasurePlan.queryOptions({ input: { customerId } }));
  const job = useJob<ErasureReceipt>();
  const begin = async () => {
    const receipt = await job.start((signal) => client.privacy.eraseCustomer({ customerId }, { signal }));
    if (receipt === null) return;
    onClose();
    onErased();
    useToasts.getState().show({ text: t('erasure.erased') });
  };
  return (
    <ConfirmDialog title={t('erasure.forgetOf', { name: plan?.name ?? '' })} act={t('erasure.forgetForGood')} isReady={plan !== undefined && job.state.phase !== 'running'} onConfirm={() => void begin()} onClose={onClose}>
      {error ? <ErrorState layout="bar" failure={failureOf(error)} /> : null}
      {plan === undefined && !error ? <Skeleton label={t('frame:loading')} /> : null}
      {plan === undefined ? null : (
        <>
          <RemovedList removed={plan.removed} caption={t('erasure.whatGoes')} />
          <p>{t('erasure.backupsGo', { count: plan.backups })}</p>
          {plan.recordingsLeft.length === 0 ? null : <p>{t('erasure.recordingsStay', { names: plan.recordingsLeft.join(', ') })}</p>}
          <p><strong>{t('erasure.noWayBack')}</strong></p>
        </>
      )}
      <JobView label={t('erasure.erasing')} state={job.state} />
    </ConfirmDialog>
  );
}
