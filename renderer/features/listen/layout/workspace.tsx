import { useCommandHandlers } from '#renderer/app/commands/handlers.ts';
import { useScreenParams } from '#renderer/stores/navigation.ts';
import { useEffect, useMemo, type CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import type { InteractionWhole } from '#shared/contract/interactions.ts';
import { ListenHeader } from '../header/listen-header.tsx';
import { PlayerRegion } from '../player/player-region.tsx';
import type { Player } from '../player/player.ts';
import { useChannelMix } from '../player/use-channel-mix.ts';
import { useHandSettings } from '../player/use-hand-settings.ts';
import { usePlayerCommands } from '../player/use-player-commands.ts';
import { ListenContext, SoundContext, type ListenSession } from '../session/listen-session.ts';
import { useListenSettings } from '#renderer/stores/listen-settings.ts';
import { useListening } from '../session/listening.ts';
import { useArrival } from '../session/use-arrival.ts';
import { useNeighbours } from '../session/use-neighbours.ts';
import { useSession } from '../session/use-session.ts';
import { handOn } from '../tagging/hand.ts';
import { useMarkingCommands } from '../tagging/use-marking-commands.ts';
import { TranscriptRegion } from '../transcript/transcript-region.tsx';
import { useScorecardSwitch } from '../score/use-scorecard-switch.ts';
import { PanelSeparator } from './panel-separator.tsx';
import { SideColumn } from './side-column.tsx';
import './workspace.css';

const FLASH_MS = 400;

/** The open interaction: header, player, transcript and side panel around one session. */
export function Workspace({ whole, askedId, player, isStale }: { whole: InteractionWhole; askedId: string; player: Player; isStale: boolean }) {
  const { t } = useTranslation('listen');
  const params = useScreenParams('listen');
  // A stale answer belongs to the interaction before; it is changed and asked for by its own id.
  const session = useSession({ whole, askedId: isStale ? whole.interaction.id : askedId, player });
  const neighbours = useNeighbours(params, whole.interaction.id);
  const hand = useMemo(() => handOn(session, t), [session, t]);
  const { media, chooseMedia, timeline } = session;
  const recordings = whole.media;
  const sound = useMemo(() => ({ player, media, chooseMedia, timeline, recordings }), [player, media, chooseMedia, timeline, recordings]);
  const { isSideShown, sideAt, sidePx } = useListenSettings();
  const isEvaluating = params.evaluate !== undefined;
  usePlayerCommands(session);
  useMarkingCommands(hand);
  useViewCommands(session);
  useScorecardSwitch();
  useChannelMix(player);
  useHandSettings(player);
  useArrival(session, params, neighbours);
  useFlashEnd();
  return (
    <SoundContext value={sound}>
      <ListenContext value={session}>
        <div className="listen" data-stale={isStale ? '' : undefined} style={{ '--listen-side': `${sidePx}px` } as CSSProperties} data-side={isSideShown || isEvaluating ? sideAt : undefined}>
          <ListenHeader interaction={whole.interaction} hidden={whole.hidden} neighbours={neighbours} />
          <PlayerRegion />
          <TranscriptRegion />
          {isSideShown || isEvaluating ? <><PanelSeparator /><SideColumn hasScorecard={isEvaluating} /></> : null}
        </div>
      </ListenContext>
    </SoundContext>
  );
}

function useViewCommands({ askedId, whole }: ListenSession): void {
  const { isSideShown, sideAt, change } = useListenSettings();
  useCommandHandlers({
    'listen.sidePanel': () => change({ isSideShown: !isSideShown }),
    'listen.layoutRead': () => change({ isReading: true }),
    'listen.swapSides': () => change({ isSideShown: true, sideAt: sideAt === 'end' ? 'start' : 'end' }),
    'listen.showCustomer': () => {
      const isShown = !whole.hidden.customer;
      // Hiding again also ends "always shown": who asks for blindness means it.
      if (isShown && !useListenSettings.getState().hidesCustomer) change({ hidesCustomer: true });
      useListening.getState().reveal(isShown ? null : askedId);
    },
  });
}

function useFlashEnd(): void {
  const flashedRow = useListening((state) => state.flashedRow);
  useEffect(() => {
    if (flashedRow === null) return;
    const timer = setTimeout(() => useListening.getState().flash(null), FLASH_MS);
    return () => clearTimeout(timer);
  }, [flashedRow]);
}
