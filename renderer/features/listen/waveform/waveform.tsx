import { useCommandHandlers } from '#renderer/app/commands/handlers.ts';
import { useKeysOf } from '#renderer/app/commands/keys-of.ts';
import { durationText } from '#renderer/ui/figure-text.ts';
import { IconButton } from '#renderer/ui/icon-button.tsx';
import { Maximize2, ZoomIn, ZoomOut } from 'lucide-react';
import { memo, useCallback, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Media } from '#shared/model/media.ts';
import { useListenSession, usePlayerState, useSound } from '../session/listen-session.ts';
import { useListening } from '../session/listening.ts';
import type { Silence } from '../timeline/silence.ts';
import { laneMarks } from './lane-marks.ts';
import { PositionSlider } from './position-slider.tsx';
import { useChannelGuess } from './use-channel-guess.ts';
import { useElementSize } from './use-element-size.ts';
import { usePeaks } from './use-peaks.ts';
import { usePlayhead } from './use-playhead.ts';
import { useWavePicture } from './use-wave-picture.ts';
import { wholeView, zoomed, type Viewport } from './viewport.ts';
import { waveLayout } from './wave-lanes.ts';
import { WaveRanges } from './wave-ranges.tsx';
import './waveform.css';

/** The map of the recording: sound, silences, time, moments, and the playhead as a slider on top. */
export function Waveform({ media }: { media: Media }) {
  const { t } = useTranslation('listen');
  const session = useListenSession();
  const { player, timeline, moments, codes } = session;
  const durationMs = usePlayerState(player, (state) => state.durationMs) || timeline.durationMs;
  // Why it cannot be heard is said below; it need not be said twice.
  const hasFailed = usePlayerState(player, (state) => state.status === 'failed');
  const isSkipping = usePlayerState(player, (state) => state.skipsSilence);
  const customerChannel = useListening((state) => state.mix.customerChannel);
  const box = useRef<HTMLDivElement>(null);
  const size = useElementSize(box);
  const [view, setView] = useView(durationMs);
  const answer = usePeaks({ media, view, durationMs, widthPx: size.widthPx });
  useChannelGuess(answer.peaks, session, durationMs);
  const channels = answer.peaks?.channels.length ?? media.channels ?? 1;
  const layout = useMemo(() => waveLayout(size.heightPx, channels, customerChannel), [size.heightPx, channels, customerChannel]);
  const marks = useCallback((colours: Parameters<typeof laneMarks>[1]) => laneMarks({ moments, codes }, colours), [moments, codes]);
  const silenceName = useCallback(
    ({ isHold, startMs, endMs }: Silence) => t(isHold ? 'waveform.hold' : 'waveform.silence', { time: durationText(endMs - startMs) }), [t]);

  const still = useRef<HTMLCanvasElement>(null);
  const playedCanvas = useRef<HTMLCanvasElement>(null);
  const canvases = useMemo(() => ({ still, played: playedCanvas }), []);
  useWavePicture(canvases, { size, layout, view, peaks: answer.peaks, silences: timeline.silences, isSkipping, silenceName, marks });
  const { playhead, played } = usePlayhead({ player, view, durationMs, widthPx: size.widthPx, onView: setView });

  return (
    <div className="waveform">
      <div className="waveform-names" aria-hidden style={{ height: layout.axis.top }}>
        {layout.lanes.map(({ side }) => <span key={side} data-side={side}>{t(`waveform.${side}`)}</span>)}
      </div>
      <div className="waveform-picture" ref={box} dir="ltr">
        <canvas ref={still} aria-hidden />
        <div className="waveform-played" ref={played} aria-hidden><canvas ref={playedCanvas} /></div>
        <WaveRanges view={view} heightPx={layout.axis.top} />
        <div className="waveform-playhead" ref={playhead} aria-hidden />
        <PositionSlider view={view} durationMs={durationMs} widthPx={size.widthPx} onView={setView} />
        {answer.isMeasuring ? <div className="waveform-measuring" role="progressbar" aria-label={t('waveform.measuring')} /> : null}
        {answer.reason === null || hasFailed ? null : <p className="waveform-reason caption">{t('waveform.notMeasured', { reason: answer.reason })}</p>}
      </div>
      <ZoomButtons view={view} durationMs={durationMs} onView={setView} />
    </div>
  );
}

/** The view in hand; a recording of another length is shown whole. */
function useView(durationMs: number): [Viewport, (view: Viewport) => void] {
  const [state, setState] = useState({ durationMs, view: wholeView(durationMs) });
  const view = useMemo(() => (state.durationMs === durationMs ? state.view : wholeView(durationMs)), [state, durationMs]);
  const setView = useCallback((next: Viewport) => setState({ durationMs, view: next }), [durationMs]);
  return [view, setView];
}

const ZoomButtons = memo(function ZoomButtons({ view, durationMs, onView }: { view: Viewport; durationMs: number; onView: (view: Viewport) => void }) {
  const { t } = useTranslation('listen');
  const { player } = useSound();
  const zoom = (factor: number): void => onView(zoomed(view, { factor, aroundMs: Math.min(Math.max(player.positionMs, view.startMs), view.endMs), durationMs }));
  useCommandHandlers({ 'listen.zoomIn': () => zoom(0.5), 'listen.zoomOut': () => zoom(2), 'listen.zoomAll': () => onView(wholeView(durationMs)) });
  const isWhole = view.endMs - view.startMs >= durationMs;
  return (
    <div className="waveform-zoom" role="group" aria-label={t('waveform.view', { from: durationText(view.startMs), to: durationText(view.endMs) })}>
      <IconButton size="small" icon={ZoomIn} label={t('waveform.zoomIn')} onPress={() => zoom(0.5)} {...useKeysOf('listen.zoomIn')} />
      <IconButton size="small" icon={ZoomOut} label={t('waveform.zoomOut')} onPress={() => zoom(2)} isDisabled={isWhole} {...useKeysOf('listen.zoomOut')} />
      <IconButton size="small" icon={Maximize2} label={t('waveform.zoomAll')} onPress={() => onView(wholeView(durationMs))} isDisabled={isWhole} {...useKeysOf('listen.zoomAll')} />
    </div>
  );
});
