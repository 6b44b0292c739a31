import { useInfiniteQuery } from '@tanstack/react-query';
import { ChevronDown, ChevronUp } from 'lucide-react';
import { useState } from 'react';
import { GridList, GridListItem } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { orpc } from '#renderer/app/connection.ts';
import { failureOf } from '#renderer/engine/failure.ts';
import { useNavigation, type ListContext } from '#renderer/stores/navigation.ts';
import { Button } from '#renderer/ui/button.tsx';
import { ErrorState } from '#renderer/ui/error-state.tsx';
import { countText, durationText } from '#renderer/ui/figure-text.ts';
import { useWriting } from '#renderer/ui/use-writing.ts';
import { without } from './filter-chips.ts';
import './search-hits.css';

const pageSize = 50;

/** Every place where the words are said, with the words around them; a place opens at its second. */
export function SearchHits({ words, list }: { words: string; list: ListContext }) {
  const { t } = useTranslation('interactions');
  const { locale } = useWriting();
  const [isOpen, setOpen] = useState(true);
  const filter = without(list.filter, 'text');
  const { data, error, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(orpc.interactions.search.infiniteOptions({
    input: (offset: number) => ({ words, filter, offset, limit: pageSize }),
    initialPageParam: 0,
    getNextPageParam: (last, _pages, offset) => (offset + pageSize < last.total ? offset + pageSize : undefined),
  }));
  const hits = data?.pages.flatMap((page) => page.hits) ?? [];
  const total = data?.pages[0]?.total ?? 0;
  if (error) return <ErrorState layout="bar" failure={failureOf(error)} />;
  const open = (key: string): void => {
    const hit = hits[Number(key)];
    if (hit) useNavigation.getState().go('listen', { interactionId: hit.interactionId, turnSeq: hit.turnSeq, ...(hit.startMs === null ? {} : { atMs: hit.startMs }), list });
  };
  return (
    <section className="hits" aria-labelledby="hits-title" data-region="hits">
      <header className="hits-header">
        <h2 id="hits-title">{data === undefined ? t('hits.looking') : t('hits.title', { count: total, n: countText(total, locale) })}</h2>
        {total === 0 ? null : <Button variant="quiet" size="small" icon={isOpen ? ChevronDown : ChevronUp} aria-expanded={isOpen} onPress={() => setOpen(!isOpen)}>{isOpen ? t('hits.hide') : t('hits.show')}</Button>}
      </header>
      {isOpen && total > 0 ? (
        <div className="hits-scroll">
          <GridList aria-label={t('hits.label')} items={hits.map((hit, index) => ({ ...hit, id: String(index) }))} onAction={(key) => open(String(key))}>
            {(hit) => (
              <GridListItem className="hit" id={hit.id} textValue={hit.snippet.map(({ text }) => text).join('')}>
                <span className="hit-where"><bdi>{hit.externalId}</bdi> <span className="tabular">{hit.startMs === null ? '' : durationText(hit.startMs)}</span></span>
                <span className="text-2">{t(`role.${hit.role}`)}</span>
                <span className="truncate" dir="auto">{hit.snippet.map(({ text, isHit }, index) => (isHit ? <mark key={index}>{text}</mark> : <span key={index}>{text}</span>))}</span>
              </GridListItem>
            )}
          </GridList>
          {hasNextPage ? <Button variant="quiet" size="small" isDisabled={isFetchingNextPage} onPress={() => void fetchNextPage()}>{t('hits.more')}</Button> : null}
        </div>
      ) : null}
    </section>
  );
}
