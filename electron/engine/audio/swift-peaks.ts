import type { RandomAccess } from '#engine/importers/importer.ts';
import { peakStepMs, toByte, type PeakTrack } from '#engine/audio/peaks.ts';
import { rangeKernel, type RangeKernel } from '#engine/audio/range-kernel.ts';
import type { WavLayout } from '#engine/audio/wav-header.ts';

/** A block is read while the one before is worked through: about a millisecond of work. Smaller ones wait longer for the disk's thread. */
const blockBytes = 2 * 1024 * 1024;
const lanes = 8;
const vectorBytes = 16;
const resultBytes = 2 * vectorBytes;

/** How many frames a step has, where the kernel can work on the samples: 16 bits, 20 ms a whole number of frames, channels that fit into eight lanes. */
function swiftStep({ encoding, channels, sampleRate }: WavLayout): number | null {
  const frames = (sampleRate * peakStepMs) / 1000;
  return encoding === 's16' && Number.isInteger(frames) && lanes % channels === 0 && frames * channels >= lanes ? frames : null;
}

/** Can `readSwiftly` read these samples? */
export function isSwift(layout: WavLayout): boolean {
  return swiftStep(layout) !== null;
}

/**
 * The same peaks as `readPeaks`, of a file that can be read anywhere: the pieces go straight into the kernel's memory.
 * Other work runs between blocks.
 * @throws the signal's reason when cancelled, RangeError for a layout that `isSwift` denies
 */
export async function readSwiftly(file: RandomAccess, layout: WavLayout, signal: AbortSignal): Promise<PeakTrack> {
  const frames = swiftStep(layout);
  if (frames === null) throw new RangeError('These samples are not for the kernel.');
  const { channels, frameBytes, dataStart, dataBytes } = layout;
  const step = { bytes: frames * frameBytes, channels };
  const perBlock = Math.max(1, Math.floor(blockBytes / step.bytes));
  const size = perBlock * step.bytes;
  const kernel = rangeKernel(2 * size + perBlock * resultBytes);
  const track = new Int8Array((Math.ceil(dataBytes / step.bytes) + 1) * channels * 2);
  const read = (at: number, half: number): Promise<number> => file.readInto(kernel.bytes.subarray(half * size, half * size + Math.min(size, dataBytes - at)), dataStart + at);
  let used = 0;
  let pending = dataBytes > 0 ? read(0, 0) : Promise.resolve(0);
  for (let at = 0, half = 0; at < dataBytes; at += size, half = 1 - half) {
    const found = await pending;
    signal.throwIfAborted();
    pending = found === size && at + size < dataBytes ? read(at + size, 1 - half) : Promise.resolve(0);
    // Its failure is met when it is waited for; work that throws before must not leave it unheard.
    pending.catch(() => undefined);
    used = addSteps(kernel, { at: half * size, bytes: found, out: 2 * size, step }, { track, used });
    if (found < size) break;
  }
  return { stepMs: peakStepMs, channels, peaks: track.slice(0, used) };
}

type Block = { readonly at: number; readonly bytes: number; readonly out: number; readonly step: { readonly bytes: number; readonly channels: number } };

/** Adds the steps of one block; a piece of a step at its end counts as one. @returns how much of the track is used then */
function addSteps(kernel: RangeKernel, { at, bytes, out, step }: Block, { track, used }: { track: Int8Array; used: number }): number {
  const steps = Math.floor(bytes / step.bytes);
  if (steps > 0) kernel.ranges(at, steps, step.bytes, Math.floor(step.bytes / vectorBytes), out);
  let end = used;
  for (let n = 0; n < steps; n += 1) {
    const from = (at + n * step.bytes) / 2;
    const scanned = from + Math.floor(step.bytes / vectorBytes) * lanes;
    end = addStep(kernel.samples, { vectors: (out + n * resultBytes) / 2, from: scanned, to: from + step.bytes / 2, channels: step.channels }, { track, used: end });
  }
  const rest = (at + steps * step.bytes) / 2;
  const restEnd = (at + bytes - (bytes % (step.channels * 2))) / 2;
  return rest < restEnd ? addStep(kernel.samples, { vectors: null, from: rest, to: restEnd, channels: step.channels }, { track, used: end }) : end;
}

type Step = { /** Where the kernel put its sixteen numbers, if it did. */ readonly vectors: number | null; readonly from: number; readonly to: number; readonly channels: number };

/** Joins the lanes of each channel and the samples that no whole vector held. */
function addStep(samples: Int16Array, { vectors, from, to, channels }: Step, { track, used }: { track: Int8Array; used: number }): number {
  for (let channel = 0; channel < channels; channel += 1) {
    let low = 32_767;
    let high = -32_768;
    for (let lane = channel; vectors !== null && lane < lanes; lane += channels) {
      const least = samples[vectors + lane] ?? 0;
      const most = samples[vectors + lanes + lane] ?? 0;
      low = least < low ? least : low;
      high = most > high ? most : high;
    }
    for (let at = from + channel; at < to; at += channels) {
      const sample = samples[at] ?? 0;
      low = sample < low ? sample : low;
      high = sample > high ? sample : high;
    }
    track[used + channel * 2] = toByte(low);
    track[used + channel * 2 + 1] = toByte(high);
  }
  return used + channels * 2;
}
