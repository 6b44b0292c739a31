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
    const faster: PlayerEvent[] = Array.from({ length: 10 }, () => ({ kind: 'speed' as const, change: 'faster' as const }));
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

  test('play pressed before the recording has arrived starts it when it has', () => {
    const loading = ready.slice(0, 1);
    expect(after(...loading, toggle(0, 0), { kind: 'loaded', durationMs: 60_000 })).toMatchObject({
      state: { status: 'playing', isPlayAwaited: false }, effects: [{ kind: 'rate', speed: 1 }, { kind: 'play' }] });
    expect(after(...loading, toggle(0, 0), toggle(0, 1), { kind: 'loaded', durationMs: 60_000 }).state.status).toBe('paused');
    expect(after(...loading, { kind: 'playFrom', toMs: 5000 }, { kind: 'loaded', durationMs: 60_000 }).state.status).toBe('playing');
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
    expect(after({ kind: 'speed', change: 'faster' }).state.speed).toBe(1.1);
    expect(after(...Array.from({ length: 40 }, () => ({ kind: 'speed' as const, change: 'faster' as const }))).state.speed).toBe(3);
    expect(after(...Array.from({ length: 40 }, () => ({ kind: 'speed' as const, change: 'slower' as const }))).state.speed).toBe(0.5);
  });

  test('toggles between 1.0 and the last other speed', () => {
    const one = after({ kind: 'speed', change: 'faster' }, { kind: 'speed', change: 'faster' }, { kind: 'speed', change: 'toggle' });
    expect(one.state.speed).toBe(1);
    expect(playerStep(one.state, { kind: 'speed', change: 'toggle' })).toMatchObject({ state: { speed: 1.2 }, effects: [{ kind: 'rate', speed: 1.2 }] });
  });

  test('is kept when the next recording is loaded', () => {
    expect(after({ kind: 'speed', change: 'faster' }, ...ready).effects).toEqual([{ kind: 'rate', speed: 1.1 }]);
  });
});

describe('while it plays', () => {
  const silences: PlayerEvent = { kind: 'set', change: { silences: [{ startMs: 10_000, endMs: 20_000, isHold: true }] } };

  test('a silence is skipped only when asked', () => {
    expect(after(...ready, silences, toggle(0, 0), { kind: 'tick', positionMs: 11_000 }).effects).toEqual([]);
    expect(after(...ready, silences, { kind: 'set', change: { skipsSilence: true } }, toggle(0, 0), { kind: 'tick', positionMs: 11_000 }).effects).toEqual([{ kind: 'seek', toMs: 19_850 }]);
  });

  test('a loop returns to its start', () => {
    const loop: PlayerEvent = { kind: 'set', change: { loop: { startMs: 5000, endMs: 8000 } } };
    expect(after(...ready, loop, toggle(0, 0), { kind: 'tick', positionMs: 7999 }).effects).toEqual([]);
    expect(after(...ready, loop, toggle(0, 0), { kind: 'tick', positionMs: 8000 }).effects).toEqual([{ kind: 'seek', toMs: 5000 }]);
  });

  test('a resume inside a loop does not back out of it', () => {
    const loop: PlayerEvent = { kind: 'set', change: { loop: { startMs: 5000, endMs: 8000 } } };
    expect(after(...ready, loop, toggle(0, 0), toggle(5500, 0), toggle(5500, 10)).effects[0]).toEqual({ kind: 'seek', toMs: 5000 });
  });

  test('a paused player is left where it is', () => {
    expect(after(...ready, silences, { kind: 'set', change: { skipsSilence: true } }, { kind: 'tick', positionMs: 11_000 }).effects).toEqual([]);
  });
});
