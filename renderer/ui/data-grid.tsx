import { createColumnHelper, useTable } from '@tanstack/react-table';
import { defaultRangeExtractor, useVirtualizer, type Range } from '@tanstack/react-virtual';
import { useEffect, useEffectEvent, useMemo, useRef, type KeyboardEvent, type MouseEvent, type ReactNode } from 'react';
import './data-grid.css';
import { GridHeader } from './grid-header.tsx';
import { gridFeatures, GridRow, type LoadedRow } from './grid-row.tsx';
import { movedPosition, type GridPosition } from './grid-position.ts';

export type GridColumn<R> = {
  id: string;
  label: string;
  /** For columns of marks, where the label only makes noise. */
  isLabelHidden?: boolean;
  /** Says more than the label where that is short. */
  description?: string;
  /** A CSS grid track whose least width is in rem: `7rem` or `minmax(8rem, 2fr)`. */
  width: string;
  align?: 'start' | 'end';
  isSortable?: boolean;
  /** Marks the column as one of the two sides of the gap. */
  side?: 'company' | 'customer';
  cell: (row: R) => ReactNode;
};

export type GridSort = { by: string; descending: boolean };

export type DataGridProps<R> = {
  label: string;
  /** Another list begins at its own position again. */
  listId: string;
  columns: readonly GridColumn<R>[];
  rowCount: number;
  /** The row at an index of the whole list, or undefined while it is on its way. */
  rowAt: (index: number) => R | undefined;
  rowId: (row: R) => string;
  /** 36 or 28 px. */
  rowHeight: number;
  sort: GridSort | null;
  onSort: (columnId: string) => void;
  /** Enter or a double click on a row. */
  onOpen: (row: R, index: number) => void;
  selection: ReadonlySet<string>;
  /** Rows between the anchor and the focused one are all loaded. */
  onSelect: (ids: ReadonlySet<string>) => void;
  onSelectAll: () => void;
  /** The focused row of the whole list; kept by the caller, so that coming back finds it. */
  position: GridPosition;
  onPosition: (position: GridPosition) => void;
  /** The rows in view, so that the caller can fetch them. */
  onVisible: (first: number, last: number) => void;
};

const headerHeight = 36;

/**
 * Rows to act on, as an ARIA grid: one tab stop, arrows move, Enter opens, Space selects, a header sorts. Only the rows in view
 * are in the document, so 100,000 cost as much as forty; the focused row always is, so focus is never lost.
 */
export function DataGrid<R>(props: DataGridProps<R>) {
  const { columns, rowCount, rowAt, rowHeight, selection, position, onVisible } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const hasFocus = useRef(false);
  const anchor = useRef<number | null>(null);
  const virtualizer = useVirtualizer({
    count: rowCount,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 8,
    scrollMargin: headerHeight,
    scrollPaddingStart: headerHeight,
    rangeExtractor: (range: Range) => withRow(defaultRangeExtractor(range), position.row, rowCount),
  });
  const items = virtualizer.getVirtualItems();
  const inView = virtualizer.range;
  const [first, last] = [inView?.startIndex ?? 0, inView?.endIndex ?? 0];

  useEffect(() => virtualizer.measure(), [virtualizer, rowHeight]);
  const startRow = useEffectEvent(() => Math.max(0, position.row));
  useEffect(() => virtualizer.scrollToIndex(startRow(), { align: 'auto' }), [virtualizer, props.listId]);
  useEffect(() => onVisible(first, last), [onVisible, first, last]);
  useEffect(() => {
    if (!hasFocus.current) return;
    const cell = scroller.current?.querySelector<HTMLElement>('[tabindex="0"]');
    cell?.focus({ preventScroll: true });
    cell?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [position.row, position.column]);

  const definitions = useMemo(() => {
    const helper = createColumnHelper<typeof gridFeatures, LoadedRow<R>>();
    return columns.map((column) => helper.display({ id: column.id, header: column.label, cell: ({ row }) => (row.original.row === undefined ? null : column.cell(row.original.row)) }));
  }, [columns]);
  const loaded = items.map((item): LoadedRow<R> => ({ index: item.index, row: rowAt(item.index) }));
  const table = useTable({ features: gridFeatures, columns: definitions, data: loaded, getRowId: ({ index }: LoadedRow<R>) => String(index) });

  const moveTo = (to: GridPosition): void => {
    props.onPosition(to);
    if (to.row >= 0) virtualizer.scrollToIndex(to.row, { align: 'auto' });
  };

  const selectTo = (row: number): void => {
    const from = anchor.current ?? position.row;
    anchor.current = from;
    const ids = new Set(selection);
    for (let index = Math.min(from, row); index <= Math.max(from, row); index += 1) {
      const at = rowAt(index);
      if (at !== undefined) ids.add(props.rowId(at));
    }
    props.onSelect(ids);
  };

  const toggle = (index: number): void => {
    const row = rowAt(index);
    if (row === undefined) return;
    anchor.current = index;
    const ids = new Set(selection);
    const id = props.rowId(row);
    if (!ids.delete(id)) ids.add(id);
    props.onSelect(ids);
  };

  const open = (index: number): void => {
    const row = rowAt(index);
    if (row !== undefined) props.onOpen(row, index);
  };

  const sortBy = (columnIndex: number): void => {
    const column = columns[columnIndex];
    if (column?.isSortable === true) props.onSort(column.id);
  };

  const act = (event: KeyboardEvent): boolean => {
    const isHeader = position.row < 0;
    const isMod = event.ctrlKey || event.metaKey;
    if (event.key === 'Enter' && !isMod) {
      if (isHeader) sortBy(position.column);
      else open(position.row);
      return true;
    }
    if (event.key === ' ') {
      if (isHeader) sortBy(position.column);
      else toggle(position.row);
      return true;
    }
    if (isMod && event.key.toLowerCase() === 'a') {
      props.onSelectAll();
      return true;
    }
    return false;
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    const page = Math.max(1, Math.floor(((scroller.current?.clientHeight ?? rowHeight) - headerHeight) / rowHeight) - 1);
    const to = movedPosition(position, event, { rows: rowCount, columns: columns.length, page });
    if (to) {
      if (event.shiftKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown') && to.row >= 0) selectTo(to.row);
      else if (!event.shiftKey) anchor.current = null;
      moveTo(to);
    }
    if (to || act(event)) {
      event.preventDefault();
      event.stopPropagation();
    }
  };

  const onClick = (event: MouseEvent): void => {
    const cell = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-row]') : null;
    if (!cell) return;
    const at = { row: Number(cell.dataset['row']), column: Number(cell.dataset['column']) };
    props.onPosition(at);
    cell.focus({ preventScroll: true });
    if (at.row < 0) sortBy(at.column);
    else if (event.shiftKey) selectTo(at.row);
    else if (event.ctrlKey || event.metaKey || columns[at.column]?.id === 'select') toggle(at.row);
    else if (event.target instanceof Element && event.target.closest('[data-open]')) open(at.row);
  };

  const onDoubleClick = (event: MouseEvent): void => {
    const cell = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-row]') : null;
    if (cell && Number(cell.dataset['row']) >= 0) open(Number(cell.dataset['row']));
  };

  const template = columns.map((column) => column.width).join(' ');
  const leastWidth = columns.reduce((sum, column) => sum + leastRem(column.width), 0);
  const active = clampPosition(position, rowCount, columns.length);
  return (
    <div
      className="grid-scroller"
      ref={scroller}
      style={{ '--columns': template, '--row-height': `${rowHeight}px`, '--header-height': `${headerHeight}px`, '--least-width': `${leastWidth}rem` } as React.CSSProperties}
    >
      <table
        role="grid"
        className="grid"
        aria-label={props.label}
        aria-rowcount={rowCount + 1}
        aria-colcount={columns.length}
        aria-multiselectable
        data-scope="table"
        onKeyDown={onKeyDown}
        onClick={onClick}
        onDoubleClick={onDoubleClick}
        onFocus={() => { hasFocus.current = true; }}
        onBlur={(event) => { hasFocus.current = event.currentTarget.contains(event.relatedTarget); }}
      >
        <GridHeader columns={columns} sort={props.sort} activeColumn={active.row < 0 ? active.column : null} />
        <tbody role="rowgroup" style={{ height: rowCount * rowHeight }}>
          {table.getRowModel().rows.map((tableRow) => {
            const { index, row } = tableRow.original;
            return (
              <GridRow
                key={tableRow.id}
                loaded={tableRow.original}
                cells={tableRow.getAllCells()}
                columns={columns}
                rowHeight={rowHeight}
                isSelected={row !== undefined && selection.has(props.rowId(row))}
                activeColumn={index === active.row ? active.column : null}
              />
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

/** The least width of a track, in rem: `minmax(8rem, 1fr)` and `8rem` are both 8. */
function leastRem(track: string): number {
  return Number(/([\d.]+)rem/.exec(track)?.[1] ?? 0);
}

function withRow(indexes: number[], row: number, rowCount: number): number[] {
  if (row < 0 || row >= rowCount || indexes.includes(row)) return indexes;
  return [...indexes, row].toSorted((a, b) => a - b);
}

function clampPosition(position: GridPosition, rows: number, columns: number): GridPosition {
  return { row: Math.min(position.row, rows - 1), column: Math.min(position.column, columns - 1) };
}
