import { audioUnreadable, type AudioHeader } from '#engine/audio/audio-format.ts';
import type { StreamCursor } from '#engine/audio/stream-cursor.ts';

/** FLAC: everything stands in STREAMINFO, the first block (RFC 9639, 8.2). */
export async function readFlacHeader(cursor: StreamCursor): Promise<AudioHeader> {
  const bytes = await cursor.peek(42);
  if (bytes.length < 42 || ((bytes[4] ?? 0) & 0x7f) !== 0) throw audioUnreadable('AUDIO_TRUNCATED', 'The FLAC file ends within its header. The recording is cut off or damaged.');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const packed = view.getUint32(18);
  const sampleRate = packed >>> 12;
  const samples = (packed & 0x0f) * 2 ** 32 + view.getUint32(22);
  const bits = ((packed >>> 4) & 0x1f) + 1;
  return {
    format: 'flac', codec: `FLAC ${bits}-bit`, channels: ((packed >>> 9) & 7) + 1, sampleRate,
    durationMs: samples > 0 && sampleRate > 0 ? Math.round((samples * 1000) / sampleRate) : null,
    playable: true, reason: null,
  };
}
