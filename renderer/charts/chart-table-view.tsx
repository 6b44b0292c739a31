import { useTranslation } from 'react-i18next';
import { Button } from '#renderer/ui/button.tsx';
import { Table, type TableColumn } from '#renderer/ui/table.tsx';
import type { ChartTable, ChartTableRow } from './chart-table.ts';
import { openEvidence } from './open-evidence.ts';

/** A chart's numbers as a table; each row opens the interactions behind it. */
export function ChartTableView({ caption, table }: { caption: string; table: ChartTable }) {
  const { t } = useTranslation('charts');
  const columns: TableColumn<ChartTableRow>[] = table.columns.map((column, at) => ({
    id: column.id, label: column.label, ...(column.align === undefined ? {} : { align: column.align }), isRowHeader: at === 0, cell: (row) => row.cells[at] ?? '',
  }));
  const open: TableColumn<ChartTableRow> = {
    id: 'open', label: t('interactions'), align: 'end',
    cell: ({ evidence, cells }) => (evidence === undefined || evidence === null ? null
      : <Button size="small" variant="quiet" aria-label={t('showInteractionsOf', { name: cells[0] })} onPress={() => openEvidence(evidence)}>{t('show')}</Button>),
  };
  const hasEvidence = table.rows.some((row) => row.evidence !== undefined && row.evidence !== null);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- wide tables scroll inside themselves; the region is reached by key for that
    <div className="chart-table" role="region" aria-label={caption} tabIndex={0}>
      <Table caption={caption} isCaptionHidden columns={hasEvidence ? [...columns, open] : columns} rows={table.rows} rowKey={(row) => row.id} />
    </div>
  );
}
