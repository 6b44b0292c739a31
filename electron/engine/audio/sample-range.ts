import type { WavEncoding } from '#engine/audio/wav-header.ts';

/** Lowest and highest sample of one channel, on the scale of 16-bit PCM. */
export type SampleRange = { min: number; max: number };

/** Nothing seen yet. Whole numbers on purpose: infinities would make the loops below calculate with floats, a third slower. */
export function emptyRange(): SampleRange {
  return { min: 32_767, max: -32_768 };
}

/** Takes every `stride`-th sample (one channel of interleaved samples) from `from` up to `to` into `range`. */
export type RangeScan = (from: number, to: number, range: SampleRange) => void;

/** Bytes of one sample. */
export const sampleBytes: Record<Exclude<WavEncoding, 'other'>, number> = { u8: 1, mulaw: 1, alaw: 1, s16: 2, s24: 3, s32: 4, f32: 4 };

/**
 * A scan over one block of samples. One tight loop per encoding, since a call per sample would cost more than reading
 * the file. `block` begins at a multiple of the sample's size in its buffer.
 */
export function scanOf(encoding: Exclude<WavEncoding, 'other'>, block: Uint8Array, stride: number): RangeScan {
  switch (encoding) {
    case 'u8': return scanBytes(block, stride, unsigned8);
    case 'mulaw': return scanBytes(block, stride, mulaw);
    case 'alaw': return scanBytes(block, stride, alaw);
    case 's16': return scan16(new Int16Array(block.buffer, block.byteOffset, block.length >> 1), stride);
    case 's24': return scan24(block, stride);
    case 's32': return scan32(new Int32Array(block.buffer, block.byteOffset, block.length >> 2), stride);
    case 'f32': return scanFloat(new Float32Array(block.buffer, block.byteOffset, block.length >> 2), stride);
  }
}

function scanBytes(block: Uint8Array, stride: number, table: Int16Array): RangeScan {
  return (from, to, range) => {
    let { min, max } = range;
    for (let at = from; at < to; at += stride) {
      const value = table[block[at] ?? 0] ?? 0;
      min = value < min ? value : min;
      max = value > max ? value : max;
    }
    range.min = min;
    range.max = max;
  };
}

function scan16(samples: Int16Array, stride: number): RangeScan {
  return (from, to, range) => {
    let { min, max } = range;
    for (let at = from; at < to; at += stride) {
      const value = samples[at] ?? 0;
      min = value < min ? value : min;
      max = value > max ? value : max;
    }
    range.min = min;
    range.max = max;
  };
}

/** The low byte is below what a peak can show. */
function scan24(block: Uint8Array, stride: number): RangeScan {
  return (from, to, range) => {
    let { min, max } = range;
    for (let at = from; at < to; at += stride) {
      const value = (((block[at * 3 + 1] ?? 0) | ((block[at * 3 + 2] ?? 0) << 8)) << 16) >> 16;
      min = value < min ? value : min;
      max = value > max ? value : max;
    }
    range.min = min;
    range.max = max;
  };
}

function scan32(samples: Int32Array, stride: number): RangeScan {
  return (from, to, range) => {
    let { min, max } = range;
    for (let at = from; at < to; at += stride) {
      const value = (samples[at] ?? 0) >> 16;
      min = value < min ? value : min;
      max = value > max ? value : max;
    }
    range.min = min;
    range.max = max;
  };
}

/** NaN compares false with everything and so is passed over. */
function scanFloat(samples: Float32Array, stride: number): RangeScan {
  return (from, to, range) => {
    let { min, max } = range;
    for (let at = from; at < to; at += stride) {
      const value = (samples[at] ?? 0) * 32_767;
      min = value < min ? value : min;
      max = value > max ? value : max;
    }
    range.min = min;
    range.max = max;
  };
}

const unsigned8 = Int16Array.from({ length: 256 }, (_, byte) => (byte - 128) * 256);

/** ITU-T G.711 µ-law: inverted bits; sign, three bits of exponent, four of mantissa, a bias of 33 in 14 bits. */
export const mulaw = Int16Array.from({ length: 256 }, (_, byte) => {
  const bits = ~byte & 0xff;
  const magnitude = ((((bits & 0x0f) << 3) + 0x84) << ((bits >> 4) & 7)) - 0x84;
  return (bits & 0x80) === 0 ? magnitude : -magnitude;
});

/** ITU-T G.711 A-law: every other bit inverted; sign (set = positive), three bits of exponent, four of mantissa. */
export const alaw = Int16Array.from({ length: 256 }, (_, byte) => {
  const bits = byte ^ 0x55;
  const exponent = (bits >> 4) & 7;
  const mantissa = ((bits & 0x0f) << 4) + (exponent === 0 ? 8 : 0x108);
  const magnitude = exponent > 1 ? mantissa << (exponent - 1) : mantissa;
  return (bits & 0x80) === 0 ? -magnitude : magnitude;
});
