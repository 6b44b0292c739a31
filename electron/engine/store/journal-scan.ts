import { decodeFrame, decodeHeader, findFrames, journalHeaderSize, type JournalHeader, type ReadFrame } from './journal-format.ts';

/** What lies behind the last frame that can be replayed. */
export type JournalTail =
  /** Nothing. */
  | { readonly kind: 'clean' }
  /** A write that was never acknowledged: cut it off. */
  | { readonly kind: 'unfinished'; readonly bytes: number }
  /** A frame that was acknowledged cannot be read any more; `lastSeq` is the highest sequence seen behind it. */
  | { readonly kind: 'damaged'; readonly lastSeq: number };

export type JournalScan = {
  readonly header: JournalHeader;
  readonly frames: readonly ReadFrame[];
  /** Where the next frame goes. */
  readonly end: number;
  readonly lastSeq: number;
  readonly head: string;
  readonly tail: JournalTail;
};

/**
 * Reads a journal up to the first bad frame: of another generation, out of sequence, off the chain or with a wrong
 * checksum. Null if not even the header can be read.
 */
export function scanJournal(file: Uint8Array): JournalScan | null {
  const header = decodeHeader(file);
  if (header === null) return null;
  const frames: ReadFrame[] = [];
  let end = journalHeaderSize;
  let lastSeq = header.baseSeq;
  let head = header.baseHead;
  for (;;) {
    const frame = decodeFrame(file, end);
    if (frame === null || frame.generation !== header.generation || frame.seq !== lastSeq + 1 || frame.headBefore !== head || frame.count < 1) break;
    frames.push(frame);
    end = frame.end;
    lastSeq += frame.count;
    head = frame.headAfter;
  }
  return { header, frames, end, lastSeq, head, tail: readTail(file, { end, lastSeq, generation: header.generation }) };
}

/**
 * An unreadable frame was acknowledged if a later one says that its sequence was on disk. In the last sync window no
 * later frame exists, and damage looks like an unfinished write.
 */
function readTail(file: Uint8Array, at: { end: number; lastSeq: number; generation: number }): JournalTail {
  if (at.end >= file.length) return { kind: 'clean' };
  let lastSeen = at.lastSeq;
  let isDamaged = false;
  for (const frame of findFrames(file, at.end)) {
    if (frame.generation !== at.generation || frame.seq <= at.lastSeq) continue;
    isDamaged ||= frame.durable > at.lastSeq;
    lastSeen = Math.max(lastSeen, frame.durable, frame.seq + frame.count - 1);
  }
  return isDamaged ? { kind: 'damaged', lastSeq: lastSeen } : { kind: 'unfinished', bytes: file.length - at.end };
}
