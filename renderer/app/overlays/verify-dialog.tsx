import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { orpc } from '#renderer/app/connection.ts';
import { failureOf } from '#renderer/engine/failure.ts';
import { useOverlays } from '#renderer/stores/overlays.ts';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { ErrorState } from '#renderer/ui/error-state.tsx';
import { Skeleton } from '#renderer/ui/skeleton.tsx';
import { Table } from '#renderer/ui/table.tsx';

/** Hashes, chain, integrity, foreign keys of the project file, checked now. */
export function VerifyDialog() {
  const { t } = useTranslation('frame');
  const close = useOverlays((state) => state.close);
  const { data, error, refetch } = useQuery({ ...orpc.project.verify.queryOptions(), staleTime: 0, gcTime: 0 });
  return (
    <Dialog title={t('verify.title')} closeLabel={t('verify.close')} isOpen onClose={close} size="wide">
      {error ? <ErrorState layout="bar" failure={failureOf(error)} onRetry={() => void refetch()} /> : null}
      {data === undefined && !error ? <Skeleton label={t('verify.running')} /> : null}
      {data === undefined ? null : (
        <Table
          caption={data.ok ? t('verify.ok') : t('verify.problem')}
          columns={[
            { id: 'name', label: t('verify.check'), isRowHeader: true, cell: (row) => row.name },
            { id: 'ok', label: t('verify.result'), cell: (row) => <span className="badge" data-tone={row.ok ? 'ok' : 'danger'}>{row.ok ? t('verify.passed') : t('verify.failed')}</span> },
            { id: 'detail', label: t('verify.detail'), cell: (row) => row.detail },
          ]}
          rows={data.checks}
          rowKey={(row) => row.name}
        />
      )}
    </Dialog>
  );
}
