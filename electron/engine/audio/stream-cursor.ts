/** Reads a stream forward piece by piece, holding no more than what was asked for. */
export class StreamCursor {
  private held: Uint8Array = new Uint8Array(0);
  private isDone = false;
  private readonly pieces: AsyncIterator<Uint8Array>;
  /** Bytes read or skipped so far. */
  position = 0;

  constructor(stream: AsyncIterable<Uint8Array>, private readonly signal?: AbortSignal) {
    this.pieces = stream[Symbol.asyncIterator]();
  }

  /** The next `length` bytes without moving, fewer at the end of the stream. */
  async peek(length: number): Promise<Uint8Array> {
    await this.hold(length);
    return this.held.subarray(0, length);
  }

  /** The next `length` bytes, fewer at the end of the stream. */
  async read(length: number): Promise<Uint8Array> {
    const bytes = await this.peek(length);
    this.held = this.held.subarray(bytes.length);
    this.position += bytes.length;
    return bytes;
  }

  /** Whatever comes next, at least one byte; `null` at the end. */
  async readPiece(): Promise<Uint8Array | null> {
    if (this.held.length === 0 && !(await this.pull())) return null;
    return this.read(this.held.length);
  }

  /** Moves on by `length` bytes; false when the stream ends before. */
  async skip(length: number): Promise<boolean> {
    let left = length;
    while (left > 0) {
      if (this.held.length === 0 && !(await this.pull())) return false;
      const step = Math.min(left, this.held.length);
      this.held = this.held.subarray(step);
      this.position += step;
      left -= step;
    }
    return true;
  }

  /** Lets the host close the file. Call it when the stream is not read to its end. */
  async close(): Promise<void> {
    this.isDone = true;
    await this.pieces.return?.();
  }

  /** Gathers pieces first and joins them once: joining at each would cost the square of the length. */
  private async hold(length: number): Promise<void> {
    if (this.held.length >= length) return;
    const pieces = [this.held];
    let total = this.held.length;
    while (total < length) {
      const piece = await this.next();
      if (piece === null) break;
      pieces.push(piece);
      total += piece.length;
    }
    this.held = pieces.length === 1 ? this.held : Buffer.concat(pieces);
  }

  private async pull(): Promise<boolean> {
    this.held = (await this.next()) ?? this.held;
    return this.held.length > 0;
  }

  private async next(): Promise<Uint8Array | null> {
    for (;;) {
      this.signal?.throwIfAborted();
      if (this.isDone) return null;
      const next = await this.pieces.next();
      this.signal?.throwIfAborted();
      this.isDone = next.done === true;
      if (next.done !== true && next.value.length > 0) return next.value;
    }
  }
}
