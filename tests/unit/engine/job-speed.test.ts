import { describe, expect, it } from 'vitest';
import { JobSpeed } from '#engine/job-speed.ts';

describe('how fast a job goes', () => {
  let nowMs = 0;
  const at = (ms: number, speed: JobSpeed, count: { done: number; total: number | null; phase?: 'reading' | 'writing' }) => {
    nowMs = ms;
    return speed.at({ phase: count.phase ?? 'reading', done: count.done, total: count.total });
  };
  const start = () => {
    nowMs = 0;
    return new JobSpeed(() => nowMs);
  };

  it('is not said in the first two seconds', () => {
    const speed = start();
    at(0, speed, { done: 0, total: 100 });
    expect(at(1_900, speed, { done: 10, total: 100 })).toEqual({ rate: null, leftMs: null });
    expect(at(2_000, speed, { done: 10, total: 100 })).toEqual({ rate: 5, leftMs: 18_000 });
  });

  it('leaves pauses out', () => {
    const speed = start();
    at(0, speed, { done: 0, total: 100 });
    at(4_000, speed, { done: 20, total: 100 });
    speed.hold();
    nowMs = 64_000;
    speed.goOn();
    expect(at(68_000, speed, { done: 40, total: 100 })).toEqual({ rate: 5, leftMs: 12_000 });
  });

  it('begins anew with each phase and each file', () => {
    const speed = start();
    at(0, speed, { done: 0, total: 100 });
    at(10_000, speed, { done: 100, total: 100 });
    expect(at(11_000, speed, { done: 0, total: 10, phase: 'writing' }).rate).toBeNull();
    expect(at(15_000, speed, { done: 8, total: 10, phase: 'writing' })).toEqual({ rate: 2, leftMs: 1_000 });
    expect(at(16_000, speed, { done: 1, total: 10, phase: 'writing' }).rate).toBeNull();
  });

  it('gives no time left while the end is not known', () => {
    const speed = start();
    at(0, speed, { done: 0, total: null });
    expect(at(5_000, speed, { done: 50, total: null })).toEqual({ rate: 10, leftMs: null });
  });
});
