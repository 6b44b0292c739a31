import { orpc } from '#renderer/app/connection.ts';
import { failureOf } from '#renderer/engine/failure.ts';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { Media, Peaks } from '#shared/model/media.ts';
import { measure } from '../session/use-session.ts';
import { peakWindow } from './peak-window.ts';
import type { Viewport } from './viewport.ts';

/** The peaks to draw, or why there are none (yet). */
export type PeaksAnswer = { readonly peaks: Peaks | null; readonly isMeasuring: boolean; readonly reason: string | null };

type Wanted = { readonly media: Media | null; readonly view: Viewport; readonly durationMs: number; readonly widthPx: number };

/** Fetches the peaks of the view. A recording that was never measured is measured now, once. */
export function usePeaks({ media, view, durationMs, widthPx }: Wanted): PeaksAnswer {
  const input = { mediaId: media?.id ?? '-', ...peakWindow(view, durationMs, widthPx) };
  const isWanted = media !== null && widthPx > 0 && durationMs > 0;
  const { data } = useQuery(orpc.media.peaks.queryOptions({ input, enabled: isWanted, placeholderData: keepPreviousData }));
  const measuring = useMeasuring(media !== null && isWanted && data === null ? media.id : null);
  return { peaks: data ?? null, ...measuring };
}

function useMeasuring(mediaId: string | null): Pick<PeaksAnswer, 'isMeasuring' | 'reason'> {
  const [done, setDone] = useState<{ mediaId: string; reason: string | null } | null>(null);
  useEffect(() => {
    if (mediaId === null) return;
    let isGone = false;
    const end = (reason: string | null): void => {
      if (!isGone) setDone({ mediaId, reason });
    };
    void measure(mediaId).then(end, (error: unknown) => end(failureOf(error).message));
    return () => {
      isGone = true;
    };
  }, [mediaId]);
  const isDone = done !== null && done.mediaId === mediaId;
  return { isMeasuring: mediaId !== null && !isDone, reason: isDone ? done.reason : null };
}
