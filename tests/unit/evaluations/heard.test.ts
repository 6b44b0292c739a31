import { describe, expect, it } from 'vitest';
import { listeningOf, withHeard } from '#shared/form/listening-coverage.ts';
import type { HeardSpan } from '#shared/model/listening.ts';
import { drawStratified, sizeForStrata } from '#shared/stats/stratified-draw.ts';
import { HeardLog } from '#renderer/features/listen/score/heard.ts';

const span = (startMs: number, endMs: number, speed = 1): HeardSpan => ({ startMs, endMs, speed });

describe('what was really heard', () => {
  it('counts every moment once, and says how fast', () => {
    const spans = [span(0, 10_000), span(5_000, 15_000, 2), span(20_000, 25_000)].reduce<HeardSpan[]>(withHeard, []);
    expect(listeningOf(spans, 40_000)).toMatchObject({ heardMs: 20_000, share: 0.5, fastest: 2, meanSpeed: 25_000 / 20_000 });
    expect(listeningOf([], null)).toEqual({ heardMs: 0, share: null, meanSpeed: null, fastest: null, spans: [] });
  });

  it('joins what touches at one speed and keeps apart what does not', () => {
    expect([span(0, 1000), span(1100, 2000), span(2000, 3000, 1.5), span(9000, 9500)].reduce<HeardSpan[]>(withHeard, [])).toEqual([span(0, 2000), span(2000, 3000, 1.5), span(9000, 9500)]);
  });

  it('follows the playhead, and takes no jump, no pause and no skipped silence for listening', () => {
    const log = new HeardLog();
    const look = (positionMs: number, nowMs: number, isPlaying = true) => log.look({ positionMs, nowMs, speed: 1, isPlaying });
    for (let ms = 0; ms <= 2000; ms += 500) look(ms, ms);
    look(60_000, 2100);
    look(61_000, 3100);
    look(61_000, 9000, false);
    look(30_000, 9100);
    look(30_500, 9600);
    expect(log.spans).toEqual([span(0, 2000), span(30_000, 30_500), span(60_000, 61_000)]);
  });
});

describe('a stratified draw', () => {
  const frame = Array.from({ length: 60 }, (_, index) => ({ id: index, part: index < 36 ? 'a' : index < 54 ? 'b' : null }));

  it('takes of every part in proportion, the same for the same seed, with its probability', () => {
    const draw = (seed: number) => drawStratified(frame, ({ part }) => part, { size: 10, seed });
    expect(draw(3)).toEqual(draw(3));
    expect(draw(4).units).not.toEqual(draw(3).units);
    expect(draw(3).strata).toEqual([{ name: null, size: 6, drawn: 1 }, { name: 'a', size: 36, drawn: 6 }, { name: 'b', size: 18, drawn: 3 }]);
    expect(draw(3).units.map(({ probability }) => probability)).toEqual([1 / 6, ...Array.from({ length: 6 }, () => 6 / 36), ...Array.from({ length: 3 }, () => 3 / 18)]);
    expect(new Set(draw(3).units.map(({ unit }) => unit.id)).size).toBe(10);
  });

  it('says how many it takes for two of every part', () => {
    expect(sizeForStrata([6, 36, 18], 2)).toBe(15);
    expect(sizeForStrata([1, 5], 2)).toBe(4);
  });
});
