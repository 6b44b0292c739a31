import { useEffect, type RefObject } from 'react';
import { useListening } from '../session/listening.ts';

/**
 * Gives focus to the field inside an element when it opens and, when it closes, back to where it was; to the transcript
 * where that is gone.
 */
export function useFieldFocus(container: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const before = document.activeElement;
    container.current?.querySelector<HTMLElement>('input, textarea')?.focus();
    return () => {
      // The field is still in the page at this moment; focus is moved when it has left.
      queueMicrotask(() => {
        if (document.activeElement !== document.body && document.activeElement?.isConnected === true) return;
        if (before instanceof HTMLElement && before.isConnected && before !== document.body) before.focus({ preventScroll: true });
        else useListening.getState().focusCursor();
      });
    };
  }, [container]);
}
