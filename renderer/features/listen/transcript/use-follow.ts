import { useAppearance } from '#renderer/stores/appearance.ts';
import type { Virtualizer } from '@tanstack/react-virtual';
import { useEffect, useEffectEvent, type RefObject } from 'react';
import { useListening } from '../session/listening.ts';

type Followed = { readonly scroller: RefObject<HTMLDivElement | null>; readonly rowWindow: Virtualizer<HTMLDivElement, Element>; readonly playingRow: number };

/** Keeps the row being heard in the middle while following; and the cursor's row in view, with focus, when it is asked for. */
export function useFollow({ scroller, rowWindow, playingRow }: Followed): void {
  const isFollowing = useListening((state) => state.isFollowing);
  const focusWishes = useListening((state) => state.focusWishes);
  const showWishes = useListening((state) => state.showWishes);

  const follow = useEffectEvent((row: number) => {
    const isNear = rowWindow.getVirtualItems().some((item) => item.index === row);
    const [top] = rowWindow.getOffsetForIndex(row, 'center') ?? [];
    if (isNear && top !== undefined && !isMotionReduced()) scroller.current?.scrollTo({ top, behavior: 'smooth' });
    else rowWindow.scrollToIndex(row, { align: 'center' });
  });
  useEffect(() => {
    if (isFollowing && playingRow >= 0) follow(playingRow);
  }, [isFollowing, playingRow]);

  const focus = useEffectEvent(() => {
    const { row, column } = useListening.getState().cursor;
    rowWindow.scrollToIndex(row, { align: 'auto' });
    const line = scroller.current?.querySelector(`[data-index="${row}"]`);
    const cell = line?.querySelector<HTMLElement>(`[data-column="${column}"]`) ?? line?.querySelector<HTMLElement>('[data-column="2"]');
    cell?.focus({ preventScroll: true });
  });
  useEffect(() => {
    if (focusWishes > 0) focus();
  }, [focusWishes]);

  const show = useEffectEvent(() => rowWindow.scrollToIndex(useListening.getState().cursor.row, { align: 'center' }));
  useEffect(() => {
    if (showWishes > 0) show();
  }, [showWishes]);
}

function isMotionReduced(): boolean {
  return useAppearance.getState().motion === 'reduced' || matchMedia('(prefers-reduced-motion: reduce)').matches;
}
