/** Bytes that are read piece by piece, so that none of their readers needs them in one. */
export type Content = { readonly size: number; readonly pieces: Iterable<Uint8Array> };

/** How many bytes are kept together: whole pages of SQLite, whole chunks of an encrypted file. */
export const memoryPieceSize = 1024 * 1024;

/**
 * A file in memory that grows without being copied and can be cut: what it held at one moment is read later, piece by
 * piece, while writing goes on. Only a piece that is written to after a cut is copied. It stands in for the files of
 * sql.js, which copy everything when they grow and again for every export.
 */
export class MemoryFile {
  /** All of full length but, as long as nobody has written to it, the last. */
  readonly #pieces: Uint8Array[] = [];
  /** Pieces that somebody else may still read, hence are copied before they change. */
  readonly #isShared: boolean[] = [];
  #size = 0;

  /** `bytes` are not copied and never changed. */
  constructor(bytes?: Uint8Array) {
    if (bytes === undefined) return;
    for (let at = 0; at < bytes.length; at += memoryPieceSize) {
      this.#pieces.push(bytes.subarray(at, at + memoryPieceSize));
      this.#isShared.push(true);
    }
    this.#size = bytes.length;
  }

  get size(): number {
    return this.#size;
  }

  /** Fills `target` from `position` on. @returns how many bytes there were */
  read(target: Uint8Array, position: number): number {
    const wanted = Math.max(0, Math.min(target.length, this.#size - position));
    const start = position % memoryPieceSize;
    if (wanted > 0 && start + wanted <= memoryPieceSize) {
      // A page of the database, which never lies in two pieces.
      target.set((this.#pieces[(position - start) / memoryPieceSize] as Uint8Array).subarray(start, start + wanted));
      return wanted;
    }
    for (let done = 0; done < wanted; ) {
      const [index, from] = placeOf(position + done);
      const part = (this.#pieces[index] as Uint8Array).subarray(from, from + wanted - done);
      target.set(part, done);
      done += part.length;
    }
    return wanted;
  }

  /** Writes `source` at `position`; what lies between the end and `position` reads as zeros. */
  write(source: Uint8Array, position: number): void {
    this.#reach(position + source.length);
    for (let done = 0; done < source.length; ) {
      const [index, from] = placeOf(position + done);
      const part = source.subarray(done, done + memoryPieceSize - from);
      this.#own(index).set(part, from);
      done += part.length;
    }
  }

  /** Makes the file shorter, or longer by zeros. */
  truncate(size: number): void {
    if (size < this.#size) {
      const kept = Math.ceil(size / memoryPieceSize);
      this.#pieces.length = kept;
      this.#isShared.length = kept;
      const end = size % memoryPieceSize;
      if (end > 0) this.#own(kept - 1).fill(0, end);
      this.#size = size;
    } else {
      this.#reach(size);
    }
  }

  /** What the file holds now, whatever is written afterwards. Takes no time and no memory. */
  cut(): Content {
    this.#isShared.fill(true);
    const size = this.#size;
    const pieces = this.#pieces.map((piece, index) => piece.subarray(0, size - index * memoryPieceSize));
    return { size, pieces };
  }

  #reach(size: number): void {
    // A last piece that was handed in is as short as the file was.
    const last = this.#pieces.length - 1;
    if (size > this.#size && (this.#pieces[last]?.length ?? memoryPieceSize) < memoryPieceSize) this.#own(last);
    while (this.#pieces.length * memoryPieceSize < size) {
      this.#pieces.push(new Uint8Array(memoryPieceSize));
      this.#isShared.push(false);
    }
    this.#size = Math.max(this.#size, size);
  }

  /** A piece of full length that nobody else reads. */
  #own(index: number): Uint8Array {
    const piece = this.#pieces[index] as Uint8Array;
    if (this.#isShared[index] === false && piece.length === memoryPieceSize) return piece;
    const own = new Uint8Array(memoryPieceSize);
    own.set(piece);
    this.#pieces[index] = own;
    this.#isShared[index] = false;
    return own;
  }
}

/** Bytes that are there in one piece. */
export function contentOf(bytes: Uint8Array): Content {
  return { size: bytes.length, pieces: [bytes] };
}

/** All of it in one piece; a copy. */
export function wholeOf(content: Content): Uint8Array {
  const whole = new Uint8Array(content.size);
  let at = 0;
  for (const piece of content.pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

function placeOf(position: number): [index: number, from: number] {
  return [Math.floor(position / memoryPieceSize), position % memoryPieceSize];
}
