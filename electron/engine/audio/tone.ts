import { silence } from './clip.ts';
import { alaw, mulaw } from './sample-range.ts';
import type { WavEncoding, WavLayout } from './wav-header.ts';

const toneHz = 1000;
/** A fifth of the loudest: heard, and never louder than the call. */
const loudness = 0.2;

/** One period of a tone of about 1,000 Hz in the recording's own samples, the same in every channel; to be repeated from a frame on. */
export function toneOf({ encoding, sampleRate, channels }: Pick<WavLayout, 'encoding' | 'sampleRate' | 'channels'>): number[] {
  const frames = Math.max(4, Math.round(sampleRate / toneHz));
  return Array.from({ length: frames }, (_, frame) => bytesOf(encoding, loudness * Math.sin((2 * Math.PI * frame) / frames)))
    .flatMap((sample) => Array.from({ length: channels }, () => sample).flat());
}

/** One sample, -1..1, as its bytes. */
function bytesOf(encoding: WavEncoding, value: number): number[] {
  const bytes = Buffer.alloc(4);
  switch (encoding) {
    case 'u8': return [silence.u8 + Math.round(value * 127)];
    case 'mulaw': return [nearest(mulaw, value * 32_767)];
    case 'alaw': return [nearest(alaw, value * 32_767)];
    case 's16': bytes.writeInt16LE(Math.round(value * 32_767)); return [...bytes.subarray(0, 2)];
    case 's24': bytes.writeIntLE(Math.round(value * 8_388_607), 0, 3); return [...bytes.subarray(0, 3)];
    case 's32': bytes.writeInt32LE(Math.round(value * 2_147_483_647)); return [...bytes];
    case 'f32': bytes.writeFloatLE(value); return [...bytes];
    case 'other': return [0];
  }
}

/** The code of G.711 whose sample lies nearest. */
function nearest(codes: Int16Array, sample: number): number {
  return codes.reduce((best, decoded, code) => (Math.abs(decoded - sample) < Math.abs((codes[best] ?? 0) - sample) ? code : best), 0);
}
