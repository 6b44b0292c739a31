import { describe, expect, test } from 'vitest';
import { customerChannelOf } from '#renderer/features/listen/waveform/customer-channel.ts';
import { markRows } from '#renderer/features/listen/waveform/draw-marks.ts';
import { laneGain, peakColumns } from '#renderer/features/listen/waveform/peak-columns.ts';
import { peakWindow } from '#renderer/features/listen/waveform/peak-window.ts';
import { peaksOfSamples } from '#renderer/features/listen/waveform/peaks-of-samples.ts';
import { positionParts } from '#renderer/features/listen/waveform/position-parts.ts';
import { timeTicks } from '#renderer/features/listen/waveform/time-ticks.ts';
import { pixelAt, scrolled, timeAt, viewContaining, wholeView, zoomed } from '#renderer/features/listen/waveform/viewport.ts';
import { waveLayout } from '#renderer/features/listen/waveform/wave-lanes.ts';
import { aTimeline } from './listen-samples.ts';

describe('peaks as columns', () => {
  // Five steps of 100 ms from 1,000 ms on.
  const peaks = { stepMs: 100, fromMs: 1000, channels: [[-10, 20, -30, 40, -127, 5, 0, 127, -1, 1]] };

  test('take the lowest and the highest of the steps under each pixel', () => {
    const columns = peakColumns(peaks, { channel: 0, view: { startMs: 1000, endMs: 1400 }, widthPx: 2 });
    expect(Array.from(columns, (value) => Math.round(value * 127))).toEqual([-30, 40, -127, 127]);
  });

  test('repeat a step that is wider than a pixel', () => {
    const columns = peakColumns(peaks, { channel: 0, view: { startMs: 1000, endMs: 1100 }, widthPx: 2 });
    expect(Array.from(columns, (value) => Math.round(value * 127))).toEqual([-10, 20, -10, 20]);
  });

  test('are unknown outside the window and in a channel that is not there', () => {
    expect(Number.isNaN(peakColumns(peaks, { channel: 0, view: { startMs: 0, endMs: 1000 }, widthPx: 1 })[0])).toBe(true);
    expect(Number.isNaN(peakColumns(peaks, { channel: 0, view: { startMs: 1500, endMs: 2000 }, widthPx: 1 })[0])).toBe(true);
    expect(Number.isNaN(peakColumns(peaks, { channel: 1, view: { startMs: 1000, endMs: 1400 }, widthPx: 1 })[0])).toBe(true);
  });

  test('fill the lane, but noise is not blown up to speech', () => {
    expect(laneGain([Float32Array.of(-0.5, 0.25)])).toBe(2);
    expect(laneGain([Float32Array.of(-0.01, 0.01)])).toBe(4);
    expect(laneGain([Float32Array.of(Number.NaN, Number.NaN)])).toBe(1);
  });
});

test('samples become the lowest and highest of each step, the last one shorter', () => {
  const samples = Float32Array.of(0.5, -0.5, 1, 2, -1, 0.25);
  expect(peaksOfSamples([samples], 4000, 1)).toEqual({ stepMs: 1, fromMs: 0, channels: [[-63, 127, -127, 32]] });
});

describe('the view', () => {
  const hour = 3_600_000;

  test('zooms around a moment that keeps its pixel', () => {
    const view = zoomed(wholeView(hour), { factor: 0.5, aroundMs: 900_000, durationMs: hour });
    expect(view).toEqual({ startMs: 450_000, endMs: 2_250_000 });
    expect(pixelAt(view, 900_000, 1000)).toBeCloseTo(pixelAt(wholeView(hour), 900_000, 1000));
  });

  test('zooms no closer than 4 s and no further than the whole', () => {
    const close = zoomed(wholeView(hour), { factor: 0.00001, aroundMs: 0, durationMs: hour });
    expect(close.endMs - close.startMs).toBe(4000);
    expect(zoomed(close, { factor: 1e9, aroundMs: 0, durationMs: hour })).toEqual(wholeView(hour));
  });

  test('scrolls to the ends and no further', () => {
    expect(scrolled({ startMs: 1000, endMs: 5000 }, -9000, hour)).toEqual({ startMs: 0, endMs: 4000 });
    expect(scrolled({ startMs: 1000, endMs: 5000 }, hour, hour)).toEqual({ startMs: hour - 4000, endMs: hour });
  });

  test('turns the page when the playhead leaves it', () => {
    const view = { startMs: 0, endMs: 10_000 };
    expect(viewContaining(view, 10_000, hour)).toBe(view);
    expect(viewContaining(view, 10_001, hour)).toEqual({ startMs: 9001, endMs: 19_001 });
  });

  test('maps a pixel back to its time, clamped to the view', () => {
    expect(timeAt({ startMs: 1000, endMs: 3000 }, 50, 100)).toBe(2000);
    expect(timeAt({ startMs: 1000, endMs: 3000 }, 500, 100)).toBe(3000);
  });

  test('labels round times that do not touch', () => {
    expect(timeTicks({ startMs: 0, endMs: 600_000 }, 600)).toEqual([0, 120_000, 240_000, 360_000, 480_000, 600_000]);
    expect(timeTicks({ startMs: 61_500, endMs: 65_500 }, 800)[0]).toBe(62_000);
  });
});

describe('the window of peaks to fetch', () => {
  test('covers the view', () => {
    for (const [startMs, endMs] of [[0, 3_600_000], [1_000_000, 1_060_000], [3_590_000, 3_600_000], [77, 4077]] as const) {
      const window = peakWindow({ startMs, endMs }, 3_600_000, 900);
      expect(window.fromMs).toBeLessThanOrEqual(startMs);
      expect(window.toMs).toBeGreaterThanOrEqual(endMs);
    }
  });

  test('stays the same for a small scroll and for a resize by a few pixels', () => {
    const at = (startMs: number, widthPx: number): object => peakWindow({ startMs, endMs: startMs + 60_000 }, 3_600_000, widthPx);
    expect(at(1_000_000, 900)).toEqual(at(1_002_000, 905));
  });

  test('never asks for more than the engine gives', () => {
    expect(peakWindow({ startMs: 0, endMs: 3_600_000 }, 3_600_000, 9000).points).toBe(4000);
  });
});

describe('lanes', () => {
  test('put the customer above and the agent below, each half', () => {
    expect(waveLayout(146, 2, 0).lanes).toEqual([
      { top: 0, height: 50, side: 'customer', channel: 0 }, { top: 50, height: 50, side: 'agent', channel: 1 }]);
    expect(waveLayout(146, 2, 1).lanes.map((lane) => lane.channel)).toEqual([1, 0]);
  });

  test('are one for a single channel', () => {
    expect(waveLayout(146, 1, 0).lanes).toEqual([{ top: 0, height: 100, side: 'mixed', channel: 0 }]);
  });

  test('find the customer on the right when the transcript says so', () => {
    const timeline = aTimeline([['agent', 0, 1000], ['customer', 1000, 2000]]);
    const loud = [-100, 100];
    const quiet = [-2, 2];
    expect(customerChannelOf({ stepMs: 1000, fromMs: 0, channels: [[...loud, ...quiet], [...quiet, ...loud]] }, timeline)).toBe(1);
    expect(customerChannelOf({ stepMs: 1000, fromMs: 0, channels: [[...quiet, ...loud], [...loud, ...quiet]] }, timeline)).toBe(0);
    expect(customerChannelOf({ stepMs: 1000, fromMs: 0, channels: [[...loud, ...loud], [...loud, ...loud]] }, timeline)).toBe(0);
  });
});

test('marks that overlap lie below each other, and those after them go up again', () => {
  const rows = markRows([[0, 10], [5, 20], [6, 7], [6, 9], [10, 12], [25, 30]].map(([startMs = 0, endMs = 0]) => ({ startMs, endMs })));
  expect(rows).toEqual([0, 1, 2, 2, 0, 0]);
});

describe('what the slider says', () => {
  const timeline = aTimeline([['customer', 130_000, 140_000], ['bot', 150_000, 160_000]], { segments: [{ kind: 'hold', startMs: 145_000, endMs: 146_000 }], durationMs: 200_000 });
  const tags = [
    { startMs: 130_000, endMs: 140_000, codeName: 'Long hold' }, { startMs: 130_000, endMs: 140_000, codeName: 'Long hold' }, { startMs: null, endMs: null, codeName: 'Everywhere' },
  ];

  test('is the time, who speaks and what is tagged, each code once', () => {
    expect(positionParts(timeline, tags, 134_900)).toEqual({ hours: 0, minutes: 2, seconds: 14, heard: 'customer', codes: ['Long hold'] });
  });

  test.each([[145_500, 'hold'], [142_000, 'silence'], [155_000, 'other'], [170_000, 'silence']])('at %i ms is %s', (ms, heard) => {
    expect(positionParts(timeline, [], ms).heard).toBe(heard);
  });
});
