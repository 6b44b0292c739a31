/** A part of a file, both ends included, in bytes. */
export type ByteRange = { readonly start: number; readonly end: number };

export type MediaAnswer = {
  readonly status: 200 | 206 | 416;
  readonly headers: Readonly<Record<string, string>>;
  /** What to send; null sends nothing. */
  readonly range: ByteRange | null;
};

/** @returns the range asked for; `whole` when there is none that this server follows; `none` when it lies outside */
function parseRange(header: string | null, size: number): ByteRange | 'whole' | 'none' {
  const tail = /^bytes=-(\d{1,15})$/.exec(header ?? '');
  if (tail !== null) {
    const length = Math.min(Number(tail[1]), size);
    return length === 0 ? 'none' : { start: size - length, end: size - 1 };
  }
  const part = /^bytes=(\d{1,15})-(\d{0,15})$/.exec(header ?? '');
  if (part === null) return 'whole';
  const start = Number(part[1]);
  const last = part[2] === '' ? size - 1 : Number(part[2]);
  if (last < start && part[2] !== '') return 'whole';
  return start < size ? { start, end: Math.min(last, size - 1) } : 'none';
}

/**
 * How a recording is answered: whole, in the part that the player asked for (RFC 9110, one range), or 416 for a part
 * that is not there. `size` is in bytes.
 */
export function mediaAnswer(media: { size: number; type: string }, rangeHeader: string | null): MediaAnswer {
  const { size, type } = media;
  const headers = { 'Content-Type': type, 'Accept-Ranges': 'bytes' };
  const range = size === 0 ? 'whole' : parseRange(rangeHeader, size);
  if (range === 'none') return { status: 416, headers: { ...headers, 'Content-Range': `bytes */${size}` }, range: null };
  if (range === 'whole') {
    return { status: 200, headers: { ...headers, 'Content-Length': String(size) }, range: size === 0 ? null : { start: 0, end: size - 1 } };
  }
  return {
    status: 206, range,
    headers: { ...headers, 'Content-Length': String(range.end - range.start + 1), 'Content-Range': `bytes ${range.start}-${range.end}/${size}` },
  };
}
