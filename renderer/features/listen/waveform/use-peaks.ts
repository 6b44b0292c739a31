import { client, orpc, shell } from '#renderer/app/connection.ts';
import { failureOf } from '#renderer/engine/failure.ts';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { Media, Peaks } from '#shared/model/media.ts';
import { measure } from '../session/use-session.ts';
import { decodedPeaks, isDecodable } from './decode-peaks.ts';
import { peakWindow } from './peak-window.ts';
import type { Viewport } from './viewport.ts';

/** The peaks to draw, or why there are none (yet). */
export type PeaksAnswer = { readonly peaks: Peaks | null; readonly isMeasuring: boolean; readonly reason: string | null };

type Wanted = { readonly media: Media; readonly view: Viewport; readonly durationMs: number; readonly widthPx: number };

/** Fetches the peaks of the view. A recording that was never measured is measured now, once. */
export function usePeaks({ media, view, durationMs, widthPx }: Wanted): PeaksAnswer {
  const input = { mediaId: media.id, ...peakWindow(view, durationMs, widthPx) };
  const isWanted = widthPx > 0 && durationMs > 0;
  const { data } = useQuery(orpc.media.peaks.queryOptions({ input, enabled: isWanted, placeholderData: keepPreviousData }));
  const measured = useMeasuring(media, isWanted && data === null);
  return { ...measured, peaks: data ?? measured.peaks };
}

const unknown: PeaksAnswer = { peaks: null, isMeasuring: false, reason: null };

/** Asks the engine to measure, and where it has no decoder for the format, the browser. */
function useMeasuring(media: Media, isNeeded: boolean): PeaksAnswer {
  const [answer, setAnswer] = useState<PeaksAnswer | null>(null);
  const { id } = media;
  const mayDecode = isDecodable(media);
  useEffect(() => {
    if (!isNeeded) return;
    const stop = new AbortController();
    const work = async (): Promise<PeaksAnswer> => {
      const reason = await measure(id).catch((error: unknown) => failureOf(error).message ?? '');
      if (reason === null || !mayDecode) return { ...unknown, reason };
      const peaks = await decodedPeaks(shell.mediaUrl(id), stop.signal);
      // Kept for the next time; where that fails it is decoded again.
      if (peaks) void client.media.keepPeaks({ mediaId: id, peaks: { stepMs: peaks.stepMs, channels: peaks.channels } }).catch(() => undefined);
      return { ...unknown, peaks, reason: peaks ? null : reason };
    };
    void work().then((found) => {
      if (!stop.signal.aborted) setAnswer(found);
    });
    return () => stop.abort();
  }, [id, isNeeded, mayDecode]);
  if (!isNeeded) return unknown;
  return answer ?? { ...unknown, isMeasuring: true };
}
