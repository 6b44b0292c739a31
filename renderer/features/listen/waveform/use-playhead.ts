import { useEffect, useRef, type RefObject } from 'react';
import type { Player } from '../player/player.ts';
import { pixelAt, viewContaining, type Viewport } from './viewport.ts';

type Shown = { readonly player: Player; readonly view: Viewport; readonly durationMs: number; readonly widthPx: number; readonly onView: (view: Viewport) => void };

/** Moves the playhead and the clip of what was played with every frame, and turns the page when the playhead leaves it. @returns the refs of both */
export function usePlayhead({ player, view, durationMs, widthPx, onView }: Shown): { playhead: RefObject<HTMLDivElement | null>; played: RefObject<HTMLDivElement | null> } {
  const playhead = useRef<HTMLDivElement>(null);
  const played = useRef<HTMLDivElement>(null);
  const wasInside = useRef(true);
  useEffect(() => {
    const move = (ms: number): void => {
      const x = pixelAt(view, ms, widthPx);
      const isInside = x >= 0 && x <= widthPx;
      if (playhead.current) {
        playhead.current.style.transform = `translateX(${x.toFixed(1)}px)`;
        playhead.current.hidden = !isInside;
      }
      if (played.current) played.current.style.clipPath = `inset(0 ${Math.min(widthPx, Math.max(0, widthPx - x)).toFixed(1)}px 0 0)`;
      // Who scrolled away stays there; the page turns only under a playhead that was in view.
      if (!isInside && wasInside.current) onView(viewContaining(view, ms, durationMs));
      wasInside.current = isInside;
    };
    move(player.positionMs);
    return player.onPosition(move);
  }, [player, view, durationMs, widthPx, onView]);
  return { playhead, played };
}
