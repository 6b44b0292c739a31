import { skipTarget, type Silence } from '../timeline/silence.ts';
import type { Span } from '../timeline/span.ts';
import { defaultBackUp, resumePosition, type BackUpRule } from './back-up.ts';
import { clampSpeed, SPEED_STEP, toggledSpeed } from './speed.ts';

/** `empty`: nothing to play (reading mode). `failed`: there is a recording, but it cannot be heard. */
export type PlayerStatus = 'empty' | 'loading' | 'paused' | 'playing' | 'ended' | 'failed';

/** Why a recording cannot be heard: no decoder for it, or the file did not arrive. */
export type PlayerFailure = 'undecodable' | 'unreachable';

export type PlayerState = {
  readonly status: PlayerStatus;
  readonly durationMs: number;
  readonly speed: number;
  /** The last speed other than 1.0, for the toggle. */
  readonly otherSpeed: number;
  readonly skipsSilence: boolean;
  readonly silences: readonly Silence[];
  readonly loop: Span | null;
  readonly failure: PlayerFailure | null;
  readonly backUp: BackUpRule;
  /** When playing was paused; null after a seek, because only a true resume backs up. */
  readonly pausedAtMs: number | null;
  /** Play was pressed before the recording had arrived; it starts as soon as it has. */
  readonly isPlayAwaited: boolean;
};

/** `toggle` switches between 1.0 and the last other speed. */
export type SpeedChange = 'faster' | 'slower' | 'toggle';

export type PlayerEvent =
  | { readonly kind: 'source'; readonly hasSound: boolean; readonly durationMs: number }
  | { readonly kind: 'loaded' | 'duration'; readonly durationMs: number }
  | { readonly kind: 'failed'; readonly failure: PlayerFailure }
  | { readonly kind: 'play' | 'pause' | 'toggle'; readonly positionMs: number; readonly nowMs: number }
  | { readonly kind: 'seek' | 'playFrom'; readonly toMs: number }
  | { readonly kind: 'tick'; readonly positionMs: number }
  | { readonly kind: 'ended' }
  | { readonly kind: 'speed'; readonly change: SpeedChange }
  | { readonly kind: 'set'; readonly change: Partial<Pick<PlayerState, 'silences' | 'skipsSilence' | 'loop' | 'backUp'>> };

/** What the sound must do next, in order. */
export type PlayerEffect =
  | { readonly kind: 'play' } | { readonly kind: 'pause' }
  | { readonly kind: 'seek'; readonly toMs: number } | { readonly kind: 'rate'; readonly speed: number };

type Next = { readonly state: PlayerState; readonly effects: readonly PlayerEffect[] };

export const initialPlayerState: PlayerState = {
  status: 'empty', durationMs: 0, speed: 1, otherSpeed: 1.5, skipsSilence: false, silences: [], loop: null,
  failure: null, backUp: defaultBackUp, pausedAtMs: null, isPlayAwaited: false,
};

/** The whole behaviour of the player: an event in, the new state and what the sound must do out. */
export function playerStep(state: PlayerState, event: PlayerEvent): Next {
  switch (event.kind) {
    case 'source':
      return same({
        ...state, status: event.hasSound ? 'loading' : 'empty', durationMs: event.durationMs, loop: null, failure: null, pausedAtMs: null, isPlayAwaited: false,
      });
    case 'loaded': return loaded(state, event.durationMs);
    case 'duration': return same({ ...state, durationMs: event.durationMs });
    case 'failed': return same({ ...state, status: 'failed', failure: event.failure });
    case 'toggle': case 'play': case 'pause': return press(state, event);
    case 'seek': return seek(state, event.toMs);
    case 'playFrom': return playFrom(state, event.toMs);
    case 'tick': return tick(state, event.positionMs);
    case 'ended': return same({ ...state, status: 'ended', pausedAtMs: null });
    case 'speed': return atSpeed(state, changedSpeed(state, event.change));
    case 'set': return same({ ...state, ...event.change });
  }
}

/** True when there is sound to start, stop and step through. */
export function canPlay(state: PlayerState): boolean {
  return state.status === 'paused' || state.status === 'playing' || state.status === 'ended';
}

function same(state: PlayerState): Next {
  return { state, effects: [] };
}

function press(state: PlayerState, event: Extract<PlayerEvent, { nowMs: number }>): Next {
  const isPlaying = state.status === 'playing';
  if (event.kind === (isPlaying ? 'play' : 'pause')) return same(state);
  return isPlaying ? pause(state, event.nowMs) : play(state, event);
}

function loaded(state: PlayerState, durationMs: number): Next {
  const effects: PlayerEffect[] = [{ kind: 'rate', speed: state.speed }];
  if (!state.isPlayAwaited) return { state: { ...state, status: 'paused', durationMs }, effects };
  return { state: { ...state, status: 'playing', durationMs, isPlayAwaited: false }, effects: [...effects, { kind: 'play' }] };
}

function play(state: PlayerState, at: { readonly positionMs: number; readonly nowMs: number }): Next {
  if (state.status === 'loading') return same({ ...state, isPlayAwaited: !state.isPlayAwaited });
  if (!canPlay(state)) return same(state);
  const playing: PlayerState = { ...state, status: 'playing', pausedAtMs: null };
  if (state.status === 'ended') return { state: playing, effects: [{ kind: 'seek', toMs: state.loop?.startMs ?? 0 }, { kind: 'play' }] };
  if (state.pausedAtMs === null) return { state: playing, effects: [{ kind: 'play' }] };
  const toMs = resumePosition({ positionMs: at.positionMs, speed: state.speed, pausedForMs: at.nowMs - state.pausedAtMs }, state.backUp);
  return { state: playing, effects: [{ kind: 'seek', toMs: Math.max(toMs, loopStart(state, at.positionMs)) }, { kind: 'play' }] };
}

function pause(state: PlayerState, nowMs: number): Next {
  return { state: { ...state, status: 'paused', pausedAtMs: nowMs }, effects: [{ kind: 'pause' }] };
}

function seek(state: PlayerState, toMs: number): Next {
  // While loading the length is only what the transcript says, which may be too short.
  const inside = Math.max(0, state.status === 'loading' ? toMs : Math.min(toMs, state.durationMs));
  const status = state.status === 'ended' ? 'paused' : state.status;
  return { state: { ...state, status, pausedAtMs: null }, effects: [{ kind: 'seek', toMs: inside }] };
}

function playFrom(state: PlayerState, toMs: number): Next {
  const sought = seek(state, toMs);
  if (state.status === 'loading') return { ...sought, state: { ...sought.state, isPlayAwaited: true } };
  if (!canPlay(sought.state)) return sought;
  return { state: { ...sought.state, status: 'playing' }, effects: [...sought.effects, { kind: 'play' }] };
}

function tick(state: PlayerState, positionMs: number): Next {
  if (state.status !== 'playing') return same(state);
  if (state.loop && positionMs >= state.loop.endMs) return { state, effects: [{ kind: 'seek', toMs: state.loop.startMs }] };
  const toMs = state.skipsSilence ? skipTarget(state.silences, positionMs) : null;
  return toMs === null ? same(state) : { state, effects: [{ kind: 'seek', toMs }] };
}

function changedSpeed({ speed, otherSpeed }: PlayerState, change: SpeedChange): number {
  if (change === 'toggle') return toggledSpeed(speed, otherSpeed);
  return change === 'faster' ? speed + SPEED_STEP : speed - SPEED_STEP;
}

function atSpeed(state: PlayerState, wanted: number): Next {
  const speed = clampSpeed(wanted);
  return { state: { ...state, speed, otherSpeed: speed === 1 ? state.otherSpeed : speed }, effects: [{ kind: 'rate', speed }] };
}

/** Backing up never leaves a loop that the playhead is in. */
function loopStart({ loop }: PlayerState, positionMs: number): number {
  return loop && positionMs >= loop.startMs && positionMs <= loop.endMs ? loop.startMs : 0;
}
