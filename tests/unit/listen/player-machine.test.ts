import { describe, expect, test } from 'vitest';
import { initialPlayerState, playerStep, type PlayerEffect, type PlayerEvent, type PlayerState } from '#renderer/features/listen/player/player-machine.ts';

/** Plays events one after the other; what the sound was asked for by the last of them. */
function after(...events: PlayerEvent[]): { state: PlayerState; effects: readonly PlayerEffect[] } {
  return events.reduce<{ state: PlayerState; effects: readonly PlayerEffect[] }>(
    ({ state }, event) => playerStep(state, event), { state: initialPlayerState, effects: [] });
}

const ready: PlayerEvent[] = [{ kind: 'source', hasSound: true, durationMs: 0 }, { kind: 'loaded', durationMs: 60_000 }];
const toggle = (positionMs: number, nowMs: number): PlayerEvent => ({ kind: 'toggle', positionMs, nowMs });

describe('play and pause', () => {
  test('the first play starts where the playhead is', () => {
    expect(after(...ready, toggle(0, 0)).effects).toEqual([{ kind: 'play' }]);
  });

  test('a resume backs up 1.5 s', () => {
    expect(after(...ready, toggle(0, 0), toggle(20_000, 100), toggle(20_000, 5000)).effects).toEqual([{ kind: 'seek', toMs: 18_500 }, { kind: 'play' }]);
  });

  test('a resume at 2.0 x backs up 3 s of speech', () => {
    const faster: PlayerEvent[] = Array.from({ length: 10 }, () => ({ kind: 'faster' as const }));
    expect(after(...ready, ...faster, toggle(0, 0), toggle(20_000, 100), toggle(20_000, 5000)).effects[0]).toEqual({ kind: 'seek', toMs: 17_000 });
  });

  test('a resume after more than 30 s backs up 3 s', () => {
    expect(after(...ready, toggle(0, 0), toggle(20_000, 0), toggle(20_000, 30_000)).effects[0]).toEqual({ kind: 'seek', toMs: 18_500 });
    expect(after(...ready, toggle(0, 0), toggle(20_000, 0), toggle(20_000, 30_001)).effects[0]).toEqual({ kind: 'seek', toMs: 17_000 });
  });

  test('backing up stops at the start', () => {
    expect(after(...ready, toggle(0, 0), toggle(700, 0), toggle(700, 10)).effects[0]).toEqual({ kind: 'seek', toMs: 0 });
  });

  test('a place that was chosen while paused is where playing starts', () => {
    expect(after(...ready, toggle(0, 0), toggle(20_000, 0), { kind: 'seek', toMs: 30_000 }, toggle(30_000, 10)).effects).toEqual([{ kind: 'play' }]);
  });

  test('playing again after the end starts over', () => {
    expect(after(...ready, toggle(0, 0), { kind: 'ended' }, toggle(60_000, 10)).effects).toEqual([{ kind: 'seek', toMs: 0 }, { kind: 'play' }]);
  });

  test('without a recording nothing is asked of the sound', () => {
    expect(after({ kind: 'source', hasSound: false, durationMs: 60_000 }, toggle(0, 0))).toMatchObject({ state: { status: 'empty' }, effects: [] });
    expect(after({ kind: 'source', hasSound: true, durationMs: 0 }, { kind: 'failed', failure: 'undecodable' }, toggle(0, 0)))
      .toMatchObject({ state: { status: 'failed', failure: 'undecodable' }, effects: [] });
  });
});

describe('seeking', () => {
  test('stays inside the recording', () => {
    expect(after(...ready, { kind: 'seek', toMs: 90_000 }).effects).toEqual([{ kind: 'seek', toMs: 60_000 }]);
    expect(after(...ready, { kind: 'seek', toMs: -5 }).effects).toEqual([{ kind: 'seek', toMs: 0 }]);
  });

  test('and playing are one act from a turn', () => {
    expect(after(...ready, { kind: 'playFrom', toMs: 5000 })).toMatchObject({ state: { status: 'playing' }, effects: [{ kind: 'seek', toMs: 5000 }, { kind: 'play' }] });
  });

  test('moves the reading place where there is no sound', () => {
    expect(after({ kind: 'source', hasSound: false, durationMs: 60_000 }, { kind: 'playFrom', toMs: 5000 }))
      .toMatchObject({ state: { status: 'empty' }, effects: [{ kind: 'seek', toMs: 5000 }] });
  });
});

describe('speed', () => {
  test('moves by 0.1 and keeps to 0.5-3.0 x', () => {
    expect(after({ kind: 'faster' }).state.speed).toBe(1.1);
    expect(after(...Array.from({ length: 40 }, () => ({ kind: 'faster' as const }))).state.speed).toBe(3);
    expect(after(...Array.from({ length: 40 }, () => ({ kind: 'slower' as const }))).state.speed).toBe(0.5);
  });

  test('toggles between 1.0 and the last other speed', () => {
    const one = after({ kind: 'faster' }, { kind: 'faster' }, { kind: 'toggleSpeed' });
    expect(one.state.speed).toBe(1);
    expect(playerStep(one.state, { kind: 'toggleSpeed' })).toMatchObject({ state: { speed: 1.2 }, effects: [{ kind: 'rate', speed: 1.2 }] });
  });

  test('is kept when the next recording is loaded', () => {
    expect(after({ kind: 'faster' }, ...ready).effects).toEqual([{ kind: 'rate', speed: 1.1 }]);
  });
});

describe('while it plays', () => {
  const silences: PlayerEvent = { kind: 'silences', silences: [{ startMs: 10_000, endMs: 20_000, isHold: true }] };

  test('a silence is skipped only when asked', () => {
    expect(after(...ready, silences, toggle(0, 0), { kind: 'tick', positionMs: 11_000 }).effects).toEqual([]);
    expect(after(...ready, silences, { kind: 'toggleSilence' }, toggle(0, 0), { kind: 'tick', positionMs: 11_000 }).effects).toEqual([{ kind: 'seek', toMs: 19_850 }]);
  });

  test('a loop returns to its start', () => {
    const loop: PlayerEvent = { kind: 'loop', loop: { startMs: 5000, endMs: 8000 } };
    expect(after(...ready, loop, toggle(0, 0), { kind: 'tick', positionMs: 7999 }).effects).toEqual([]);
    expect(after(...ready, loop, toggle(0, 0), { kind: 'tick', positionMs: 8000 }).effects).toEqual([{ kind: 'seek', toMs: 5000 }]);
  });

  test('a resume inside a loop does not back out of it', () => {
    const loop: PlayerEvent = { kind: 'loop', loop: { startMs: 5000, endMs: 8000 } };
    expect(after(...ready, loop, toggle(0, 0), toggle(5500, 0), toggle(5500, 10)).effects[0]).toEqual({ kind: 'seek', toMs: 5000 });
  });

  test('a paused player is left where it is', () => {
    expect(after(...ready, silences, { kind: 'toggleSilence' }, { kind: 'tick', positionMs: 11_000 }).effects).toEqual([]);
  });
});
