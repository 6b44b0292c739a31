import { useEffect } from 'react';
import { client } from './connection.ts';

const tellAtMostEveryMs = 20_000;
/** So much before the lock the field that holds the cursor is left, which saves what was typed in it. */
const leaveFieldMs = 5_000;
/** What a person does at a page, and sound that runs on its own; nothing is read from these events. */
const signs = ['pointermove', 'pointerdown', 'keydown', 'wheel', 'input', 'timeupdate'] as const;

/** Tells the engine that somebody is using an encrypted project, so that it locks only when nobody does. */
export function usePresence(isEncrypted: boolean): void {
  useEffect(() => {
    if (!isEncrypted) return undefined;
    const stop = new AbortController();
    let toldAtMs = -tellAtMostEveryMs;
    let leaving: ReturnType<typeof setTimeout> | undefined;
    const tell = (): void => {
      if (performance.now() - toldAtMs < tellAtMostEveryMs) return;
      toldAtMs = performance.now();
      client.project.present().then(({ locksInMs }) => {
        clearTimeout(leaving);
        if (locksInMs !== null && !stop.signal.aborted) leaving = setTimeout(leaveField, Math.max(0, locksInMs - leaveFieldMs));
      }, () => undefined);
    };
    for (const sign of signs) window.addEventListener(sign, tell, { capture: true, passive: true, signal: stop.signal });
    tell();
    return () => {
      stop.abort();
      clearTimeout(leaving);
    };
  }, [isEncrypted]);
}

function leaveField(): void {
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
}
