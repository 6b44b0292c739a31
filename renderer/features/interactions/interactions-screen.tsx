import { Headphones, SlidersHorizontal } from 'lucide-react';
import { useCallback, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommandHandlers } from '#renderer/app/commands/handlers.ts';
import { useKeysOf } from '#renderer/app/commands/keys-of.ts';
import { announce } from '#renderer/stores/announcements.ts';
import { useInteractionsView } from '#renderer/stores/interactions-view.ts';
import { useNavigation, useScreenParams, type ListContext } from '#renderer/stores/navigation.ts';
import { Button } from '#renderer/ui/button.tsx';
import { countText } from '#renderer/ui/figure-text.ts';
import { Screen } from '#renderer/ui/screen.tsx';
import { useWriting } from '#renderer/ui/use-writing.ts';
import type { InteractionFilter, InteractionSort } from '#shared/model/interaction-filter.ts';
import { FilterChips } from './chips.tsx';
import { FacetPanel } from './facet-panel.tsx';
import { activeKeys, withKey } from './filter-chips.ts';
import { InteractionsGrid } from './interactions-grid.tsx';
import './interactions.css';
import { SearchHits } from './search-hits.tsx';
import { SelectionBar } from './selection-bar.tsx';
import { listIdOf, useInteractionRows, type InteractionRows } from './use-interaction-rows.ts';
import { WordSearch } from './word-search.tsx';

const defaultSort: InteractionSort = { by: 'startedAt', descending: true };
const noFilter: InteractionFilter = {};
const wideWindow = 1600;

/** Which interaction should I listen to next, and why? */
export function InteractionsScreen() {
  const { t } = useTranslation('interactions');
  const { locale } = useWriting();
  const { filter = noFilter, sort = defaultSort } = useScreenParams('interactions');
  const list = { filter, sort };
  const rows = useInteractionRows(list);
  const isPanelChosen = useInteractionsView((state) => state.isPanelOpen);
  const isPanelOpen = isPanelChosen ?? window.innerWidth >= wideWindow;
  const setPanelOpen = useInteractionsView((state) => state.setPanelOpen);
  const search = useRef<HTMLInputElement>(null);
  const listColumn = useRef<HTMLDivElement>(null);
  const setFilter = useCallback((next: InteractionFilter) => useNavigation.getState().replace('interactions', { filter: next, sort }), [sort]);
  const askWords = useCallback((words: string) => setFilter(withKey(filter, 'text', words === '' ? undefined : words)), [setFilter, filter]);
  const clear = (): void => setFilter({});
  const { total, isStale } = rows;
  const filters = activeKeys(filter).length;

  useCommandHandlers({
    'edit.find': () => search.current?.focus(),
    'interactions.clearFilters': { isEnabled: () => filters > 0, run: clear },
  });
  const announced = useRef<number | null>(null);
  useEffect(() => {
    if (total === null || isStale || announced.current === total) return;
    announced.current = total;
    announce(t('announce', { count: total, n: countText(total, locale) }));
  }, [total, isStale, t, locale]);

  const words = total === null ? t('counting') : t('count', { count: total, n: countText(total, locale) });
  return (
    <Screen title={t('title')} summary={<span className="tabular">{words}</span>} layout="fill" actions={<ListenButton list={list} rowAt={rows.rowAt} />}>
      <div className="filter-bar">
        <WordSearch ref={search} asked={filter.text ?? ''} onAsk={askWords} onDown={() => listColumn.current?.querySelector<HTMLElement>('[role=gridcell][tabindex="0"]')?.focus()} />
        <Button icon={SlidersHorizontal} aria-expanded={isPanelOpen} onPress={() => setPanelOpen(!isPanelOpen)}>{t('filters')}</Button>
        <FilterChips filter={filter} onChange={setFilter} />
        {filters === 0 ? null : <Button variant="quiet" onPress={clear}>{t('clear')}</Button>}
      </div>
      <div className="list-and-panel">
        {isPanelOpen ? <FacetPanel filter={filter} onChange={setFilter} /> : null}
        <div className="list-column" data-region="list" ref={listColumn}>
          <InteractionsGrid list={list} rows={rows} onFilter={setFilter} />
          <SelectionBar />
          {filter.text === undefined ? null : <SearchHits words={filter.text} list={list} />}
        </div>
      </div>
    </Screen>
  );
}

function ListenButton({ list, rowAt }: { list: ListContext; rowAt: InteractionRows['rowAt'] }) {
  const { t } = useTranslation('interactions');
  const position = useInteractionsView((state) => state.positionOf[listIdOf(list)]);
  const row = rowAt(Math.max(0, position?.row ?? 0));
  const { 'aria-keyshortcuts': shortcut } = useKeysOf('interactions.listen');
  const listen = (): void => {
    if (row) useNavigation.getState().go('listen', { interactionId: row.id, list });
  };
  useCommandHandlers({ 'interactions.listen': { isEnabled: () => row !== undefined, run: listen } });
  return <Button variant="primary" icon={Headphones} keys={t('enterKey')} aria-keyshortcuts={shortcut} isDisabled={row === undefined} onPress={listen}>{t('listen')}</Button>;
}
