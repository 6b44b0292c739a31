import { Inbox, SearchX } from 'lucide-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { runCommand } from '#renderer/app/commands/handlers.ts';
import { client } from '#renderer/app/connection.ts';
import { useRestedAhead } from '#renderer/app/use-listen-ahead.ts';
import { failureOf } from '#renderer/engine/failure.ts';
import { announce } from '#renderer/stores/announcements.ts';
import { useAppearance } from '#renderer/stores/appearance.ts';
import { useInteractionsView } from '#renderer/stores/interactions-view.ts';
import { useNavigation } from '#renderer/stores/navigation.ts';
import { Button } from '#renderer/ui/button.tsx';
import { DataGrid } from '#renderer/ui/data-grid.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { ErrorState } from '#renderer/ui/error-state.tsx';
import { countText } from '#renderer/ui/figure-text.ts';
import { Delayed, Skeleton } from '#renderer/ui/skeleton.tsx';
import { useWriting } from '#renderer/ui/use-writing.ts';
import type { InteractionFilter, InteractionSort } from '#shared/model/interaction-filter.ts';
import type { InteractionRow } from '#shared/model/interaction.ts';
import { activeKeys } from './filter-chips.ts';
import { FilteredOut } from './filtered-out.tsx';
import { interactionColumns } from './interaction-columns.tsx';
import { listIdOf, type InteractionRows } from './use-interaction-rows.ts';

type List = { filter: InteractionFilter; sort: InteractionSort };
type InteractionsGridProps = { list: List; rows: InteractionRows; onFilter: (filter: InteractionFilter) => void };

const sortables: readonly InteractionSort['by'][] = ['startedAt', 'externalId', 'customer', 'agent', 'durationMs', 'companyScore', 'customerScore', 'gap', 'tags'];
const startsDescending: readonly string[] = ['startedAt', 'durationMs', 'companyScore', 'gap', 'tags'];
/** As many ids as a filter may hold. */
const mostSelected = 1000;
const start = { row: 0, column: 1 };

/** The list itself, or why it is empty. */
export function InteractionsGrid({ list, rows, onFilter }: InteractionsGridProps) {
  const { t } = useTranslation('interactions');
  if (rows.error !== null && rows.total === null) return <ErrorState failure={failureOf(rows.error)} onRetry={rows.retry} />;
  if (rows.total === null) return <Delayed><Skeleton label={t('counting')} lines={10} /></Delayed>;
  if (rows.total === 0 && activeKeys(list.filter).length === 0) {
    return (
      <EmptyState icon={Inbox} title={t('empty.title')} action={<Button variant="primary" onPress={() => runCommand('import.start')}>{t('empty.import')}</Button>}>
        {t('empty.text')}
      </EmptyState>
    );
  }
  if (rows.total === 0) {
    return (
      <EmptyState icon={SearchX} title={t('filteredEmpty.title')} action={<Button onPress={() => onFilter({})}>{t('clear')}</Button>}>
        <FilteredOut filter={list.filter} onChange={onFilter} />
      </EmptyState>
    );
  }
  return <Rows list={list} rows={rows} total={rows.total} />;
}

function Rows({ list, rows, total }: { list: List; rows: InteractionRows; total: number }) {
  const writing = useWriting();
  const { t, locale } = writing;
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box);
  const density = useAppearance((state) => state.density);
  const { selection, select, setPosition } = useInteractionsView();
  const listId = listIdOf(list);
  const position = useInteractionsView((state) => state.positionOf[listId]) ?? start;
  useRestedAhead(rows.rowAt(position.row)?.id, list);
  const columns = useMemo(() => interactionColumns(writing, width, (id) => selection.has(id)), [writing, width, selection]);
  const sortBy = (columnId: string): void => {
    const by = sortables.find((name) => name === columnId);
    if (!by) return;
    const descending = list.sort.by === by ? !list.sort.descending : startsDescending.includes(by);
    const sorted = { filter: list.filter, sort: { by, descending } };
    // Whoever sorts by key stays on the header.
    const at = useInteractionsView.getState().positionOf[listId];
    if (at !== undefined && at.row < 0) setPosition(listIdOf(sorted), at);
    useNavigation.getState().replace('interactions', sorted);
    announce(t(descending ? 'interactions:sortedDown' : 'interactions:sortedUp', { column: t(`interactions:column.${by}`) }));
  };
  const selectAll = async (): Promise<void> => {
    const pages = await Promise.all([0, 500].filter((offset) => offset < total).map((offset) => client.interactions.page({ ...list, offset, limit: 500 })));
    const ids = new Set(pages.flatMap((page) => page.rows.map((row) => row.id)).slice(0, mostSelected));
    select(ids);
    announce(t('interactions:selection.selected', { count: ids.size, n: countText(ids.size, locale) }));
  };
  const open = (row: InteractionRow): void => useNavigation.getState().go('listen', { interactionId: row.id, list });
  return (
    <div className="grid-box" ref={box} data-stale={rows.isStale ? '' : undefined}>
      <DataGrid
        label={t('interactions:gridLabel')}
        listId={listId}
        columns={columns}
        rowCount={total}
        rowAt={rows.rowAt}
        rowId={(row) => row.id}
        rowHeight={density === 'compact' ? 28 : 36}
        sort={list.sort}
        onSort={sortBy}
        onOpen={open}
        selection={selection}
        onSelect={select}
        onSelectAll={() => void selectAll()}
        position={position}
        onPosition={(to) => setPosition(listId, to)}
        onVisible={rows.onVisible}
      />
    </div>
  );
}

function useWidth(box: React.RefObject<HTMLDivElement | null>): number {
  const [width, setWidth] = useState(0);
  useEffect(() => {
    if (!box.current) return undefined;
    const observer = new ResizeObserver(([entry]) => setWidth(entry?.contentRect.width ?? 0));
    observer.observe(box.current);
    return () => observer.disconnect();
  }, [box]);
  return width;
}
