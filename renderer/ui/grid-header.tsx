import { ArrowDown, ArrowUp } from 'lucide-react';
import type { GridColumn, GridSort } from './data-grid.tsx';

type GridHeaderProps<R> = { columns: readonly GridColumn<R>[]; sort: GridSort | null; activeColumn: number | null };

/** The row of column names; a sortable one shows and says how the list is sorted. */
export function GridHeader<R>({ columns, sort, activeColumn }: GridHeaderProps<R>) {
  return (
    <thead role="rowgroup">
      <tr role="row" aria-rowindex={1} className="grid-row grid-header">
        {columns.map((column, index) => {
          const sorted = sort?.by === column.id ? (sort.descending ? 'descending' : 'ascending') : undefined;
          return (
            <th
              key={column.id}
              role="columnheader"
              aria-colindex={index + 1}
              aria-sort={column.isSortable === true ? (sorted ?? 'none') : undefined}
              title={column.description}
              data-row={-1}
              data-column={index}
              data-align={column.align}
              data-sortable={column.isSortable === true ? '' : undefined}
              data-sorted={sorted}
              tabIndex={activeColumn === index ? 0 : -1}
            >
              {column.side === undefined ? null : <span className="side-mark" data-side={column.side} aria-hidden />}
              <span className={column.isLabelHidden === true ? 'visually-hidden' : 'truncate'}>{column.label}</span>
              {sorted === undefined ? null : <SortMark sorted={sorted} />}
            </th>
          );
        })}
      </tr>
    </thead>
  );
}

function SortMark({ sorted }: { sorted: 'ascending' | 'descending' }) {
  return sorted === 'ascending' ? <ArrowUp className="sort-mark" aria-hidden size={12} /> : <ArrowDown className="sort-mark" aria-hidden size={12} />;
}
