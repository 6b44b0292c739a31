import type { SetAsideRow } from '#shared/model/import-report.ts';
import { useTranslation } from 'react-i18next';
import { countText } from '#renderer/ui/figure-text.ts';
import { Table, type TableColumn } from '#renderer/ui/table.tsx';
import { useWriting } from '#renderer/ui/use-writing.ts';

const nothing = '–';

type SetAsideTableProps = { rows: readonly SetAsideRow[]; total: number };

/** What was not taken in: where, what was found, what was expected, what to do. */
export function SetAsideTable({ rows, total }: SetAsideTableProps) {
  const { t } = useTranslation('frame');
  const { locale } = useWriting();
  const columns: TableColumn<SetAsideRow>[] = [
    { id: 'file', label: t('setAside.file'), cell: (row) => <bdi>{row.file}</bdi> },
    { id: 'row', label: t('setAside.row'), align: 'end', cell: (row) => (row.row === null ? nothing : countText(row.row, locale)) },
    { id: 'column', label: t('setAside.column'), cell: (row) => (row.column === null ? nothing : <bdi>{row.column}</bdi>) },
    { id: 'found', label: t('setAside.found'), cell: (row) => (row.found === null ? nothing : <bdi>{row.found}</bdi>) },
    { id: 'message', label: t('setAside.what'), isRowHeader: true, cell: (row) => row.message },
  ];
  // Whole files that could not be read have no rows and columns to tell.
  const told = (['row', 'column', 'found'] as const).filter((id) => rows.some((row) => row[id] !== null));
  return (
    <Table
      caption={t('setAside.caption', { count: total, n: countText(total, locale), shown: countText(rows.length, locale) })}
      columns={columns.filter(({ id }) => id === 'file' || id === 'message' || told.some((name) => name === id))}
      rows={rows}
      rowKey={(row, index) => `${row.file} ${row.row} ${row.column} ${index}`}
    />
  );
}
