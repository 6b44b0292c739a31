/** A part of a file, both ends included, in bytes. */
export type ByteRange = { readonly start: number; readonly end: number };

export type MediaAnswer = {
  readonly status: 200 | 206 | 416;
  readonly headers: Readonly<Record<string, string>>;
  /** What to send; null sends nothing. */
  readonly range: ByteRange | null;
};

const wholeNumber = /^\d{1,15}$/;

/** @returns the range asked for; `whole` when there is none that this server follows; `none` when it lies outside */
function parseRange(header: string | null, size: number): ByteRange | 'whole' | 'none' {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header ?? '');
  if (match === null) return 'whole';
  const [, from = '', to = ''] = match;
  if ((from !== '' && !wholeNumber.test(from)) || (to !== '' && !wholeNumber.test(to)) || (from === '' && to === '')) return 'whole';
  if (from === '') {
    const length = Math.min(Number(to), size);
    return length === 0 ? 'none' : { start: size - length, end: size - 1 };
  }
  const start = Number(from);
  const end = to === '' ? size - 1 : Math.min(Number(to), size - 1);
  if (to !== '' && Number(to) < start) return 'whole';
  return start < size ? { start, end } : 'none';
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
