import { useEffect, useLayoutEffect, useRef, type RefObject } from 'react';
import { useListening } from '../session/listening.ts';

/**
 * Gives focus to the field inside an element when it opens and, when it closes, back to where it was; to the transcript
 * where that is gone. It takes focus again with every further wish.
 */
export function useFieldFocus(container: RefObject<HTMLElement | null>, wishes: number): void {
  const focusedBefore = useRef<Element | null>(null);
  useLayoutEffect(() => {
    focusedBefore.current = document.activeElement;
  }, []);
  useEffect(() => {
    container.current?.querySelector<HTMLElement>('input, textarea')?.focus();
  }, [container, wishes]);
  useEffect(() => {
    const before = focusedBefore.current;
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
