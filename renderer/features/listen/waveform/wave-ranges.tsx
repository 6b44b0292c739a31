import { usePlayerState, useSound } from '../session/listen-session.ts';
import { useMarking } from '../tagging/marking.ts';
import type { Span } from '../timeline/span.ts';
import type { Viewport } from './viewport.ts';

/** The marked range and the loop, over the waveform. */
export function WaveRanges({ view, heightPx }: { view: Viewport; heightPx: number }) {
  const { player } = useSound();
  const { inMs, outMs } = useMarking((state) => state.marks);
  const loop = usePlayerState(player, (state) => state.loop);
  const marked = inMs === null && outMs === null ? null : { startMs: inMs ?? outMs ?? 0, endMs: outMs ?? inMs ?? 0 };
  return (
    <>
      {loop ? <Range kind="loop" span={loop} view={view} heightPx={heightPx} /> : null}
      {marked ? <Range kind="marked" span={marked} view={view} heightPx={heightPx} /> : null}
    </>
  );
}

function Range({ kind, span, view, heightPx }: { kind: 'loop' | 'marked'; span: Span; view: Viewport; heightPx: number }) {
  const share = (ms: number): number => (100 * (ms - view.startMs)) / (view.endMs - view.startMs);
  const left = Math.max(0, share(span.startMs));
  const right = Math.min(100, share(span.endMs));
  if (right < 0 || left > 100) return null;
  return <div aria-hidden className="waveform-range" data-kind={kind} style={{ left: `${left}%`, width: `${Math.max(0, right - left)}%`, height: heightPx }} />;
}
