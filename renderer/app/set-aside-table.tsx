import type { SetAsideRow } from '#shared/model/import-report.ts';
import { useTranslation } from 'react-i18next';
import { countText } from '#renderer/ui/figure-text.ts';
import { Table } from '#renderer/ui/table.tsx';
import { useWriting } from '#renderer/ui/use-writing.ts';

type SetAsideTableProps = { rows: readonly SetAsideRow[]; total: number };

/** What was not taken in: where, what was found, what was expected, what to do. */
export function SetAsideTable({ rows, total }: SetAsideTableProps) {
  const { t } = useTranslation('frame');
  const { locale } = useWriting();
  return (
    <Table
      caption={t('setAside.caption', { count: total, n: countText(total, locale), shown: countText(rows.length, locale) })}
      columns={[
        { id: 'file', label: t('setAside.file'), cell: (row) => <bdi>{row.file}</bdi> },
        { id: 'row', label: t('setAside.row'), align: 'end', cell: (row) => (row.row === null ? '' : countText(row.row, locale)) },
        { id: 'column', label: t('setAside.column'), cell: (row) => <bdi>{row.column ?? ''}</bdi> },
        { id: 'found', label: t('setAside.found'), cell: (row) => <bdi>{row.found ?? ''}</bdi> },
        { id: 'message', label: t('setAside.what'), isRowHeader: true, cell: (row) => row.message },
      ]}
      rows={rows}
      rowKey={(row, index) => `${row.file} ${row.row} ${row.column} ${index}`}
    />
  );
}
