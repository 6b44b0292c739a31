import type { Peaks } from '#shared/model/media.ts';

/**
 * The lowest and highest sample of every step and channel, as the engine stores them: -127..127, interleaved.
 * @param channels samples in -1..1; @param sampleRate samples per second and channel
 */
export function peaksOfSamples(channels: readonly Float32Array[], sampleRate: number, stepMs: number): Peaks {
  const perStep = Math.max(1, Math.round((sampleRate * stepMs) / 1000));
  return { stepMs, fromMs: 0, channels: channels.map((samples) => extremesPerStep(samples, perStep)) };
}

function extremesPerStep(samples: Float32Array, perStep: number): number[] {
  const pairs: number[] = [];
  for (let from = 0; from < samples.length; from += perStep) {
    let low = 1;
    let high = -1;
    const to = Math.min(samples.length, from + perStep);
    for (let i = from; i < to; i += 1) {
      const sample = samples[i] ?? 0;
      if (sample < low) low = sample;
      if (sample > high) high = sample;
    }
    pairs.push(asByte(low), asByte(high));
  }
  return pairs;
}

function asByte(sample: number): number {
  return Math.round(Math.min(1, Math.max(-1, sample)) * 127);
}
