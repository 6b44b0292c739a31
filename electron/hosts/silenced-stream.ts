import { Transform } from 'node:stream';
import type { SilencedBytes } from '#engine/index.ts';

/** Writes silence over the hidden stretches of a file that is read from byte `from` on. Stretches are in bytes of the file. */
export function silencing(from: number, silenced: readonly SilencedBytes[]): Transform {
  let position = from;
  return new Transform({
    transform(piece: Buffer, _encoding, done) {
      for (const { start, end, fill } of silenced) {
        const first = Math.max(0, start - position);
        const last = Math.min(piece.length, end - position);
        if (last > first) piece.fill(fill, first, last);
      }
      position += piece.length;
      done(null, piece);
    },
  });
}
