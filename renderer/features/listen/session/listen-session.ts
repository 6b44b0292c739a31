import { createContext, useContext, useEffect, useState, useSyncExternalStore } from 'react';
import type { InteractionWhole } from '#shared/contract/interactions.ts';
import type { Code } from '#shared/model/code.ts';
import type { Media } from '#shared/model/media.ts';
import type { Moment, ShownTag } from '../moments/moment-list.ts';
import type { PlayerState } from '../player/player-machine.ts';
import type { Player } from '../player/player.ts';
import { turnHeard, type Timeline } from '../timeline/timeline.ts';
import { turnKey, type TranscriptRow } from '../transcript/transcript-rows.ts';

/** Everything that the parts of the Listen screen share about the interaction that is open. */
export type ListenSession = {
  readonly whole: InteractionWhole;
  /** What the interaction was asked for by: its id or its external id. */
  readonly askedId: string;
  readonly codes: readonly Code[];
  /** No code is not the same as codes that are still on their way, or that could not be read. */
  readonly codesStatus: 'pending' | 'error' | 'success';
  readonly timeline: Timeline;
  readonly rows: readonly TranscriptRow[];
  /** Where each row stands, by its key. */
  readonly rowIndex: ReadonlyMap<string, number>;
  readonly tags: readonly ShownTag[];
  readonly moments: readonly Moment[];
  readonly media: Media | null;
  readonly chooseMedia: (mediaId: string) => void;
  readonly player: Player;
};

/** The part of a session that a tag does not change: what plays. The buttons of the player look only here. */
export type Sound = Pick<ListenSession, 'player' | 'media' | 'chooseMedia' | 'timeline'> & { readonly recordings: readonly Media[] };

export const SoundContext = createContext<Sound | null>(null);

/** What plays. Only inside the Listen screen. */
export function useSound(): Sound {
  const sound = useContext(SoundContext);
  if (!sound) throw new Error('Nothing plays outside the Listen screen.');
  return sound;
}

export const ListenContext = createContext<ListenSession | null>(null);

/** The open interaction. Only inside the Listen screen. */
export function useListenSession(): ListenSession {
  const session = useContext(ListenContext);
  if (!session) throw new Error('There is no open interaction outside the Listen screen.');
  return session;
}

/** A slice of the player's state; renders only when the slice changes. */
export function usePlayerState<T>(player: Player, select: (state: PlayerState) => T): T {
  return useSyncExternalStore(player.subscribe, () => select(player.getState()));
}

/** True while there is sound to play; false when reading. */
export function useHasSound(player: Player): boolean {
  return usePlayerState(player, ({ status }) => status !== 'empty' && status !== 'failed');
}

/** The key of the row being heard; null when reading. It changes once per turn, not once per frame. */
export function usePlayingRow({ player, timeline }: Pick<ListenSession, 'player' | 'timeline'>): string | null {
  const [rowKey, setRowKey] = useState<string | null>(null);
  const hasSound = useHasSound(player);
  useEffect(() => {
    const follow = (ms: number): void => setRowKey(playingRowKey(timeline, ms));
    follow(player.positionMs);
    return player.onPosition(follow);
  }, [player, timeline]);
  return hasSound ? rowKey : null;
}

function playingRowKey(timeline: Timeline, ms: number): string | null {
  const silence = timeline.silences.find((each) => each.startMs <= ms && ms < each.endMs);
  if (silence) return `silence-${silence.startMs}`;
  const heard = turnHeard(timeline, ms);
  return heard ? turnKey(heard.turn.seq) : null;
}
