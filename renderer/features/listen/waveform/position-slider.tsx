import { useEffect, useRef, type KeyboardEvent, type PointerEvent, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { useListenSession, usePlayerState } from '../session/listen-session.ts';
import { positionParts } from './position-parts.ts';
import { positionSentence } from './position-sentence.ts';
import { useSpokenPosition } from './use-spoken-position.ts';
import { scrolled, timeAt, zoomed, type Viewport } from './viewport.ts';

type PositionSliderProps = { view: Viewport; durationMs: number; widthPx: number; onView: (view: Viewport) => void };

const keySteps: Readonly<Record<string, number>> = {
  ArrowLeft: -1000, ArrowRight: 1000, ArrowDown: -1000, ArrowUp: 1000, PageDown: -15_000, PageUp: 15_000,
};

/** The playhead as a slider over the whole waveform: click or drag to seek, arrows for seconds, wheel with Ctrl to zoom. */
export function PositionSlider({ view, durationMs, widthPx, onView }: PositionSliderProps) {
  const { t } = useTranslation('listen');
  const { player, timeline, tags } = useListenSession();
  const slider = useRef<HTMLDivElement>(null);
  const position = useSpokenPosition(player, slider);
  const isDisabled = usePlayerState(player, ({ status }) => status === 'empty' || status === 'failed');
  useWheel(slider, { view, durationMs, widthPx, onView });

  const seek = (toMs: number): void => {
    player.seek(toMs);
    position.refresh();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const stepMs = keySteps[event.key];
    if (stepMs !== undefined) seek(player.positionMs + stepMs);
    else if (event.key === 'Home') seek(0);
    else if (event.key === 'End') seek(durationMs);
    else return;
    event.preventDefault();
  };
  const onPointer = (event: PointerEvent<HTMLDivElement>): void => {
    if (event.button !== 0 && event.type === 'pointerdown') return;
    if (event.type === 'pointerdown') event.currentTarget.setPointerCapture(event.pointerId);
    else if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
    seek(timeAt(view, event.clientX - event.currentTarget.getBoundingClientRect().left, widthPx));
  };
  return (
    <div
      ref={slider}
      className="waveform-slider"
      role="slider"
      tabIndex={0}
      aria-label={t('waveform.position')}
      aria-orientation="horizontal"
      aria-valuemin={0}
      aria-valuemax={Math.round(durationMs / 1000)}
      aria-valuenow={Math.min(Math.round(durationMs / 1000), position.ms / 1000)}
      aria-valuetext={positionSentence(positionParts(timeline, tags, position.ms), t)}
      aria-disabled={isDisabled}
      onKeyDown={onKeyDown}
      onPointerDown={onPointer}
      onPointerMove={onPointer}
      onFocus={position.refresh}
    />
  );
}

/** Ctrl or Command with the wheel zooms where the pointer is; a sideways wheel scrolls. React's own listener could not keep the page still. */
function useWheel(slider: RefObject<HTMLElement | null>, { view, durationMs, widthPx, onView }: PositionSliderProps): void {
  useEffect(() => {
    const element = slider.current;
    const onWheel = (event: WheelEvent): void => {
      const isZoom = event.ctrlKey || event.metaKey;
      const sideways = event.shiftKey ? event.deltaY : event.deltaX;
      if (!isZoom && sideways === 0) return;
      event.preventDefault();
      const left = element?.getBoundingClientRect().left ?? 0;
      if (isZoom) onView(zoomed(view, { factor: Math.exp(event.deltaY / 300), aroundMs: timeAt(view, event.clientX - left, widthPx), durationMs }));
      else onView(scrolled(view, (sideways / Math.max(1, widthPx)) * (view.endMs - view.startMs), durationMs));
    };
    element?.addEventListener('wheel', onWheel, { passive: false });
    return () => element?.removeEventListener('wheel', onWheel);
  }, [slider, view, durationMs, widthPx, onView]);
}
