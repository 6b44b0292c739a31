import { useRef, type KeyboardEvent, type PointerEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useListenSettings } from '#renderer/stores/listen-settings.ts';

const MIN_PX = 240;
const MAX_PX = 640;
const STEP_PX = 16;

/** Between transcript and side panel: drag it, or move it with the arrow keys; Home and End for the far ends. */
export function PanelSeparator() {
  const { t } = useTranslation('listen');
  const sidePx = useListenSettings((state) => state.sidePx);
  const sideAt = useListenSettings((state) => state.sideAt);
  const change = useListenSettings((state) => state.change);
  /** The panel grows away from its own edge. */
  const grows = (sideAt === 'end') === (document.dir !== 'rtl') ? -1 : 1;
  const drag = useRef<{ x: number; sidePx: number } | null>(null);
  const to = (px: number): void => change({ sidePx: Math.round(Math.min(MAX_PX, Math.max(MIN_PX, px))) });
  const onKeyDown = (event: KeyboardEvent): void => {
    const steps: Readonly<Record<string, number>> = { ArrowLeft: sidePx - grows * STEP_PX, ArrowRight: sidePx + grows * STEP_PX, Home: grows < 0 ? MAX_PX : MIN_PX, End: grows < 0 ? MIN_PX : MAX_PX };
    const next = steps[event.key];
    if (next === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    to(next);
  };
  const onPointerDown = (event: PointerEvent<HTMLDivElement>): void => {
    event.currentTarget.setPointerCapture(event.pointerId);
    drag.current = { x: event.clientX, sidePx };
  };
  const onPointerMove = (event: PointerEvent<HTMLDivElement>): void => {
    if (drag.current && event.currentTarget.hasPointerCapture(event.pointerId)) to(drag.current.sidePx + grows * (event.clientX - drag.current.x));
  };
  return (
    <div
      className="listen-separator"
      role="separator"
      tabIndex={0}
      aria-orientation="vertical"
      aria-label={t('separator')}
      aria-valuenow={sidePx}
      aria-valuemin={MIN_PX}
      aria-valuemax={MAX_PX}
      onKeyDown={onKeyDown}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={() => {
        drag.current = null;
      }}
    />
  );
}
