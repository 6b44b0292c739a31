import { defaultRangeExtractor, useVirtualizer, type Range } from '@tanstack/react-virtual';
import { useCallback, useEffect, useMemo, useRef, useState, type FocusEvent, type KeyboardEvent, type MouseEvent, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { cursorAfter, type GridCell } from '../layout/grid-keys.ts';
import { goToMoment } from '../session/go-to.ts';
import { useListenSession } from '../session/listen-session.ts';
import { removeQuote } from '../tagging/quote-acts.ts';
import { removeTag } from '../tagging/tag-acts.ts';
import { useHand } from '../tagging/use-hand.ts';
import { MOMENT_ROW_PX, MomentRow } from './moment-row.tsx';

const rowHeight = (): number => MOMENT_ROW_PX;

/** Tags and stars in the order in which they are heard: the lane of marks for keyboard and screen reader. Enter listens. */
export function MomentsPanel() {
  const { t } = useTranslation('listen');
  const session = useListenSession();
  const hand = useHand();
  const { moments, codes } = session;
  const scroller = useRef<HTMLDivElement>(null);
  const [cursor, setCursor] = useState<GridCell>({ row: 0, column: 0 });
  const row = Math.min(cursor.row, Math.max(0, moments.length - 1));
  const colourOf = useMemo(() => new Map(codes.map(({ id, colour }) => [id, (colour % 4) + 1])), [codes]);
  const rowWindow = useVirtualizer({
    count: moments.length, getScrollElement: () => scroller.current, estimateSize: rowHeight, overscan: 6,
    rangeExtractor: useCallback((range: Range) => [...new Set([...defaultRangeExtractor(range), Math.min(row, range.count - 1)])].toSorted((a, b) => a - b), [row]),
  });
  const focusWish = useRef<GridCell | null>(null);
  useEffect(() => {
    const wish = focusWish.current;
    focusWish.current = null;
    if (wish) cellOf(scroller.current, wish)?.focus({ preventScroll: true });
  }, [cursor]);
  useFocusKept(scroller, row);

  if (moments.length === 0) return <p className="listen-none">{t('moments.none')}</p>;
  const onKeyDown = (event: KeyboardEvent): void => {
    const isMod = event.ctrlKey || event.metaKey;
    const shape = { rowCount: moments.length, page: Math.max(1, rowWindow.getVirtualItems().length - 12), columnsOf: () => 2, sharedColumn: 1 };
    const next = event.altKey || event.shiftKey ? null : cursorAfter({ key: event.key, isMod }, { row, column: cursor.column }, shape);
    if (!next) return;
    event.preventDefault();
    rowWindow.scrollToIndex(next.row, { align: 'auto' });
    focusWish.current = next;
    setCursor(next);
  };
  const onClick = (event: MouseEvent<HTMLElement>): void => {
    if (!(event.target instanceof Element)) return;
    const moment = moments[Number(event.target.closest<HTMLElement>('[data-index]')?.dataset['index'])];
    const column = event.target.closest('[data-column]')?.getAttribute('data-column');
    if (!moment || !column) return;
    if (column === '0') goToMoment(session, moment);
    else if (moment.kind === 'tag') removeTag(hand, moment.id);
    else removeQuote(hand, moment.id);
  };
  const onFocus = (event: FocusEvent<HTMLElement>): void => {
    const at = event.target.closest<HTMLElement>('[data-index]')?.dataset['index'];
    const column = event.target.closest('[data-column]')?.getAttribute('data-column');
    if (at !== undefined && column) setCursor({ row: Number(at), column: Number(column) });
  };
  return (
    <div className="moment-scroll" ref={scroller}>
      <div
        role="grid" tabIndex={-1} className="moment-list" aria-label={t('moments.list')} aria-rowcount={moments.length} aria-colcount={2}
        style={{ height: rowWindow.getTotalSize() }} onKeyDown={onKeyDown} onClick={onClick} onFocus={onFocus}
      >
        {rowWindow.getVirtualItems().map(({ index, start }) => {
          const moment = moments[index];
          return moment ? (
            <MomentRow
              key={moment.id} moment={moment} index={index} startPx={start} cursorColumn={index === row ? cursor.column : -1}
              colour={moment.kind === 'tag' ? colourOf.get(moment.tag.codeId) : undefined} t={t}
            />
          ) : null;
        })}
      </div>
    </div>
  );
}

/** A removed row takes focus with it; the row that moved up into its place gets it. */
function useFocusKept(scroller: RefObject<HTMLElement | null>, row: number): void {
  const hadFocus = useRef(false);
  const { moments } = useListenSession();
  useEffect(() => {
    const element = scroller.current;
    if (hadFocus.current && document.activeElement === document.body) cellOf(element, { row, column: 0 })?.focus({ preventScroll: true });
    const note = (): void => {
      hadFocus.current = element?.contains(document.activeElement) ?? false;
    };
    note();
    document.addEventListener('focusin', note);
    return () => document.removeEventListener('focusin', note);
  }, [scroller, row, moments]);
}

function cellOf(scroller: HTMLElement | null, { row, column }: GridCell): HTMLElement | null {
  return scroller?.querySelector<HTMLElement>(`[data-index="${row}"] [data-column="${column}"]`) ?? null;
}
