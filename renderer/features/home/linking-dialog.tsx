import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { orpc } from '#renderer/app/connection.ts';
import { failureOf } from '#renderer/engine/failure.ts';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { ErrorState } from '#renderer/ui/error-state.tsx';
import { countText } from '#renderer/ui/figure-text.ts';
import { Skeleton } from '#renderer/ui/skeleton.tsx';
import { Table } from '#renderer/ui/table.tsx';
import { useWriting } from '#renderer/ui/use-writing.ts';
import { LinkComparison } from './link-comparison.tsx';
import { UnlinkedSurveys } from './unlinked-surveys.tsx';

/** Surveys, evaluations and recordings: joined or not, with the reasons; open surveys can be joined by hand. */
export function LinkingDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('home');
  const { locale } = useWriting();
  const { data, error } = useQuery(orpc.surveys.linking.queryOptions());
  const n = (value: number): string => countText(value, locale);
  return (
    <Dialog title={t('linking.dialogTitle')} closeLabel={t('linking.close')} isOpen onClose={onClose} size="wide">
      {error ? <ErrorState layout="bar" failure={failureOf(error)} /> : null}
      {data === undefined && !error ? <Skeleton label={t('frame:loading')} /> : null}
      {data === undefined ? null : (
        <div className="stack">
          <Table
            caption={t('linking.whatTable')}
            columns={[
              { id: 'what', label: t('linking.what'), isRowHeader: true, cell: (row) => row.what },
              { id: 'total', label: t('linking.total'), align: 'end', cell: (row) => n(row.total) },
              { id: 'matched', label: t('linking.matched'), align: 'end', cell: (row) => n(row.matched) },
              { id: 'other', label: t('linking.notMatched'), align: 'end', cell: (row) => n(row.total - row.matched) },
            ]}
            rows={[
              { what: t('linking.surveys'), total: data.surveys, matched: data.matched },
              { what: t('linking.evaluations'), ...data.evaluations },
              { what: t('linking.recordings'), ...data.recordings },
            ]}
            rowKey={(row) => row.what}
          />
          <Table
            caption={t('linking.reasonTable')}
            columns={[
              { id: 'state', label: t('linking.state'), cell: (row) => t(`linking.states.${row.state}`) },
              { id: 'reason', label: t('linking.reason'), isRowHeader: true, cell: (row) => row.reason },
              { id: 'n', label: t('linking.surveys'), align: 'end', cell: (row) => n(row.n) },
            ]}
            rows={data.reasons}
            rowKey={(row) => `${row.state} ${row.reason}`}
          />
          <UnlinkedSurveys />
          <LinkComparison />
        </div>
      )}
    </Dialog>
  );
}
