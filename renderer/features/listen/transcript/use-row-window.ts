import { useVirtualizer, defaultRangeExtractor, type Range } from '@tanstack/react-virtual';
import { useCallback, type RefObject } from 'react';
import type { TranscriptRow } from './transcript-rows.ts';

const LINE_PX = 26;
const ROW_PADDING_PX = 14;
const CHARS_PER_LINE = 68;

type Rows = { readonly rows: readonly TranscriptRow[]; readonly scroller: RefObject<HTMLDivElement | null>; readonly cursorRow: number; readonly textScale: number };

/** The rows that are on the page: those in view and the cursor's, so that the focused row is never taken away. */
export function useRowWindow({ rows, scroller, cursorRow, textScale }: Rows) {
  const estimateSize = useCallback((index: number) => estimatedHeight(rows[index], textScale), [rows, textScale]);
  const rangeExtractor = useCallback((range: Range) => {
    const shown = defaultRangeExtractor(range);
    if (cursorRow >= range.count || shown.includes(cursorRow)) return shown;
    return [...shown, cursorRow].toSorted((a, b) => a - b);
  }, [cursorRow]);
  return useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    getItemKey: useCallback((index: number) => rows[index]?.key ?? index, [rows]),
    estimateSize, rangeExtractor, overscan: 8,
  });
}

/** A guess from the number of characters, close enough that the scroll bar does not jump. */
function estimatedHeight(row: TranscriptRow | undefined, textScale: number): number {
  const lines = row?.kind === 'turn' ? Math.max(1, Math.ceil(row.turn.text.length / CHARS_PER_LINE)) : 1;
  return lines * LINE_PX * textScale + ROW_PADDING_PX;
}
