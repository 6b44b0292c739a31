import type { SourceFile } from '#engine/importers/importer.ts';

export type WavParts = { tag?: number; bits?: number; channels?: number; sampleRate?: number; data: Uint8Array; dataLength?: number; before?: Uint8Array[] };

/** A WAV file written by hand; `dataLength` lets the header lie. */
export function wavFile({ tag = 1, bits = 16, channels = 1, sampleRate = 8000, data, dataLength, before = [] }: WavParts): Uint8Array {
  const frame = (channels * bits) / 8;
  const format = new Uint8Array(16);
  const view = new DataView(format.buffer);
  view.setUint16(0, tag, true);
  view.setUint16(2, channels, true);
  view.setUint32(4, sampleRate, true);
  view.setUint32(8, sampleRate * frame, true);
  view.setUint16(12, frame, true);
  view.setUint16(14, bits, true);
  const head = Buffer.concat([latin('RIFF'), word(0), latin('WAVE'), ...before, riffChunk('fmt ', format)]);
  return new Uint8Array(Buffer.concat([head, latin('data'), word(dataLength ?? data.length), data]));
}

export function riffChunk(id: string, body: Uint8Array): Uint8Array {
  return Buffer.concat([latin(id), word(body.length), body]);
}

export function samples16(values: readonly number[]): Uint8Array {
  return new Uint8Array(Int16Array.from(values).buffer);
}

/** A source that hands its bytes out in pieces of an awkward size and counts them. */
export function pieces(bytes: Uint8Array, size = 1000): SourceFile & { handedOut: () => number } {
  let out = 0;
  return {
    name: 'recording.wav', size: bytes.length, reference: 'recording.wav',
    read: async () => bytes,
    stream: async function* () {
      for (let at = 0; at < bytes.length; at += size) {
        out += Math.min(size, bytes.length - at);
        yield bytes.subarray(at, at + size);
      }
    },
    handedOut: () => out,
  };
}

export function latin(text: string): Buffer {
  return Buffer.from(text, 'latin1');
}

export function word(value: number): Uint8Array {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, value, true);
  return bytes;
}

/** Numbers of 32 bits, the highest byte first, as MP4 and MP3 write them. */
export function bigWord(...values: readonly number[]): Uint8Array {
  const bytes = Buffer.alloc(values.length * 4);
  values.forEach((value, at) => bytes.writeUInt32BE(value, at * 4));
  return new Uint8Array(bytes);
}
