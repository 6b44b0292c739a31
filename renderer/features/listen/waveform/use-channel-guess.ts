import { useEffect, useRef } from 'react';
import type { Peaks } from '#shared/model/media.ts';
import type { ListenSession } from '../session/listen-session.ts';
import { useListening } from '../session/listening.ts';
import { customerChannelOf } from './customer-channel.ts';

/** Looks once per recording, over its whole length, which channel is the customer's. A swap by hand afterwards stays. */
export function useChannelGuess(peaks: Peaks | null, { media, timeline }: Pick<ListenSession, 'media' | 'timeline'>, durationMs: number): void {
  const guessedFor = useRef<string | null>(null);
  const mediaId = media?.id ?? null;
  useEffect(() => {
    if (!peaks || peaks.channels.length < 2 || guessedFor.current === mediaId) return;
    const knownMs = ((peaks.channels[0]?.length ?? 0) / 2) * peaks.stepMs;
    if (peaks.fromMs > 0 || knownMs < durationMs * 0.95) return;
    guessedFor.current = mediaId;
    useListening.getState().setMix({ customerChannel: customerChannelOf(peaks, timeline) });
  }, [peaks, mediaId, timeline, durationMs]);
}
