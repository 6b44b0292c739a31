import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { orpc } from '#renderer/app/connection.ts';
import { useImportDraft } from '#renderer/stores/import-draft.ts';
import { countText } from '#renderer/ui/figure-text.ts';
import { Table } from '#renderer/ui/table.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { useWriting } from '#renderer/ui/use-writing.ts';

/** How recordings are named: a pattern, and what it makes of the names as it is written. */
export function RecordingsPane() {
  const { t } = useTranslation('import');
  const { locale } = useWriting();
  const { files, fileNamePattern, setFileNamePattern } = useImportDraft();
  const { data } = useQuery({
    ...orpc.imports.recordingNames.queryOptions({ input: { fileIds: files.map(({ id }) => id), pattern: fileNamePattern } }), placeholderData: keepPreviousData,
  });
  const nothing = t('recordings.nothing');
  return (
    <section className="table-mapping" aria-label={t('recordings.title')}>
      <TextField
        label={t('recordings.pattern')} help={t('recordings.help')} value={fileNamePattern ?? ''} problem={data?.problem ?? null} maxLength={500}
        onChange={(value) => setFileNamePattern(value === '' ? null : value)}
      />
      {data === undefined || data.problem !== null ? null : (
        <div className="mapping-scroll">
          <Table
            caption={t('recordings.found', { count: data.total, joined: countText(data.joined, locale), n: countText(data.total, locale) })}
            columns={[
              { id: 'name', label: t('recordings.name'), isRowHeader: true, cell: (row) => <bdi>{row.name}</bdi> },
              { id: 'id', label: t('recordings.interaction'), cell: (row) => <bdi>{row.externalId}</bdi> },
              { id: 'agent', label: t('recordings.agent'), cell: (row) => row.agent ?? nothing },
              { id: 'customer', label: t('recordings.customer'), cell: (row) => row.customer ?? nothing },
              { id: 'startedAt', label: t('recordings.startedAt'), cell: (row) => row.startedAt?.replace('T', ' ') ?? nothing },
              { id: 'joined', label: t('recordings.joins'), cell: (row) => t(row.isJoined ? 'recordings.joined' : row.fits ? 'recordings.alone' : 'recordings.misfit') },
            ]}
            rows={data.rows}
            rowKey={({ name }) => name}
          />
        </div>
      )}
    </section>
  );
}
