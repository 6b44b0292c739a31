import { useEffect, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { followChanges } from '#renderer/engine/client.ts';
import type { ConnectionState } from '#renderer/engine/link.ts';
import { useToasts } from '#renderer/stores/toasts.ts';
import { engine } from './connection.ts';

const retryAfterMs = [500, 2_000, 5_000, 10_000] as const;

/** Whether the engine can be reached. */
export function useConnectionState(): ConnectionState {
  return useSyncExternalStore(engine.link.subscribe, engine.link.state, () => 'connecting');
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    }, { once: true });
  });
}

/**
 * Follows the engine's changes for as long as the window lives. When the engine goes away it is tried again, slower and
 * slower; when it is back, everything shown is asked for anew.
 */
export async function stayConnected(signal: AbortSignal, onRestored: () => void): Promise<void> {
  for (let attempt = 0; !signal.aborted;) {
    try {
      await engine.link.reconnect();
      if (attempt > 0) {
        await engine.queryClient.invalidateQueries();
        onRestored();
      }
      attempt = 0;
      await followChanges(engine, { signal });
    } catch {
      // Why it ended is shown from the link's state; here it only matters that it did.
    }
    if (engine.link.state() === 'refused') return;
    await pause(retryAfterMs[Math.min(attempt, retryAfterMs.length - 1)] ?? 10_000, signal);
    attempt += 1;
  }
}

/** Keeps the page and the engine in step; used once, by the frame. */
export function useLiveEngine(): void {
  const { t } = useTranslation('frame');
  useEffect(() => {
    const stop = new AbortController();
    void stayConnected(stop.signal, () => useToasts.getState().show({ text: t('engine.restarted'), tone: 'ok' }));
    return () => stop.abort();
  }, [t]);
}
