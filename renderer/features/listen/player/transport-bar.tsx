import { runCommand } from '#renderer/app/commands/handlers.ts';
import { useKeysOf } from '#renderer/app/commands/keys-of.ts';
import { Button } from '#renderer/ui/button.tsx';
import { durationText } from '#renderer/ui/figure-text.ts';
import { IconButton } from '#renderer/ui/icon-button.tsx';
import { ChevronsLeft, ChevronsRight, FastForward, Gauge, type LucideIcon, Minus, Pause, Play, Plus, Repeat, Rewind } from 'lucide-react';
import { memo, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { usePlayerState, useSound } from '../session/listen-session.ts';
import { ChannelControls } from './channel-controls.tsx';
import { RecordingSelect } from './recording-select.tsx';

/** Buttons of the player; each is a command, so its key is in its tooltip. */
export const TransportBar = memo(function TransportBar() {
  const { t } = useTranslation('listen');
  return (
    <div className="transport" role="group" aria-label={t('region.player')}>
      <div className="transport-group">
        <CommandIcon command="player.previousCustomerTurn" icon={Rewind} label={t('command.previousCustomerTurn')} />
        <CommandIcon command="player.back5" icon={ChevronsLeft} label={t('command.back5')} />
        <PlayButton />
        <CommandIcon command="player.forward5" icon={ChevronsRight} label={t('command.forward5')} />
        <CommandIcon command="player.nextCustomerTurn" icon={FastForward} label={t('command.nextCustomerTurn')} />
      </div>
      <Clock />
      <Speed />
      <Switches />
      <ChannelControls />
      <RecordingSelect />
    </div>
  );
});

/** An icon that does a command. */
export function CommandIcon({ command, icon, label, isPressed }: { command: string; icon: LucideIcon; label: string; isPressed?: boolean }) {
  return <IconButton icon={icon} label={label} onPress={() => runCommand(command)} {...useKeysOf(command)} {...(isPressed === undefined ? {} : { isPressed })} />;
}

function PlayButton() {
  const { t } = useTranslation('listen');
  const { player } = useSound();
  const isPlaying = usePlayerState(player, ({ status, isPlayAwaited }) => status === 'playing' || isPlayAwaited);
  return (
    <IconButton
      variant="primary"
      icon={isPlaying ? Pause : Play}
      label={t(isPlaying ? 'player.pause' : 'player.play')}
      onPress={() => runCommand('player.play')}
      {...useKeysOf('player.play')}
    />
  );
}

/** The time runs on outside React: it would render the bar with every second. */
function Clock() {
  const { player } = useSound();
  const durationMs = usePlayerState(player, (state) => state.durationMs);
  const now = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    const show = (ms: number): void => {
      const text = durationText(ms);
      if (now.current && now.current.textContent !== text) now.current.textContent = text;
    };
    show(player.positionMs);
    return player.onPosition(show);
  }, [player]);
  return (
    <span className="transport-clock tabular" dir="ltr">
      <span ref={now} className="transport-now">0:00</span>
      <span className="text-2"> / {durationText(durationMs)}</span>
    </span>
  );
}

function Speed() {
  const { t } = useTranslation('listen');
  const { player } = useSound();
  const speed = usePlayerState(player, (state) => state.speed).toFixed(1);
  const { keys, ...shortcut } = useKeysOf('player.toggleSpeed');
  return (
    <div className="transport-group" role="group" aria-label={t('player.speed')}>
      <Gauge aria-hidden size={16} className="transport-icon" />
      <CommandIcon command="player.slower" icon={Minus} label={t('player.slower')} />
      <Button variant="quiet" size="small" onPress={() => runCommand('player.toggleSpeed')} {...shortcut} keys={keys}>
        <span className="visually-hidden">{t('player.speed')} </span>
        <span className="tabular">{t('player.speedValue', { speed })}</span>
      </Button>
      <CommandIcon command="player.faster" icon={Plus} label={t('player.faster')} />
    </div>
  );
}

function Switches() {
  const { t } = useTranslation('listen');
  const { player } = useSound();
  const isSkipping = usePlayerState(player, (state) => state.skipsSilence);
  const loop = usePlayerState(player, (state) => state.loop);
  const loopLabel = loop ? t('player.loopOn', { from: durationText(loop.startMs), to: durationText(loop.endMs) }) : t('player.loop');
  return (
    <div className="transport-group">
      <SkipButton isSkipping={isSkipping} />
      <CommandIcon command="player.loop" icon={Repeat} label={loopLabel} isPressed={loop !== null} />
    </div>
  );
}

function SkipButton({ isSkipping }: { isSkipping: boolean }) {
  const { t } = useTranslation('listen');
  return (
    <span className="transport-toggle" data-on={isSkipping ? '' : undefined}>
      <Button size="small" variant="quiet" aria-pressed={isSkipping} onPress={() => runCommand('player.skipSilence')} {...useKeysOf('player.skipSilence')}>
        {t('player.skipSilence')}
      </Button>
    </span>
  );
}
