import { Transform } from 'node:stream';
import type { SilencedBytes } from '#engine/index.ts';

/** Writes what is to be heard instead over the hidden stretches of a file that is read from byte `from` on. Stretches are in bytes of the file. */
export function silencing(from: number, silenced: readonly SilencedBytes[]): Transform {
  let position = from;
  return new Transform({
    transform(piece: Buffer, _encoding, done) {
      for (const { start, end, fill } of silenced) {
        const first = Math.max(0, start - position);
        const last = Math.min(piece.length, end - position);
        if (last <= first) continue;
        if (fill.length === 1) piece.fill(fill[0] ?? 0, first, last);
        else for (let at = first; at < last; at += 1) piece[at] = fill[(position + at - start) % fill.length] ?? 0;
      }
      position += piece.length;
      done(null, piece);
    },
  });
}
