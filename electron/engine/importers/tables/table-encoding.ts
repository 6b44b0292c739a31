import { UnreadableFileError, type SourceFile } from '../importer.ts';
import { decodeText, type TextEncoding } from '../text-encoding.ts';
import { MAX_LINE_LENGTH } from './limits.ts';
import { createPacer } from './pacing.ts';

/** `isAssumed`: nothing in the file states the encoding and strict UTF-8 did not fit; a person has to be told. */
export type EncodingFinding = { encoding: TextEncoding; isAssumed: boolean };

/** Bytes decoded at once, so that a file that arrives in one piece is still read in pieces. Even, for UTF-16. */
const PIECE_BYTES = 128 * 1024;
const HEAD_BYTES = 8_192;
const LF = 0x0a;
const CR = 0x0d;

async function* pieces(source: SourceFile, signal: AbortSignal | undefined): AsyncGenerator<Uint8Array> {
  const breathe = createPacer(signal);
  for await (const chunk of source.stream()) {
    for (let at = 0; at < chunk.length; at += PIECE_BYTES) {
      await breathe();
      yield chunk.subarray(at, at + PIECE_BYTES);
    }
  }
}

function refusal(code: string, line: number | null, words: { found: string; expected: string; message: string }): UnreadableFileError {
  return new UnreadableFileError({ row: line, column: null, code, ...words });
}

/** A record or line beyond the limit: nothing sensible can be read from such a file. */
export function lineTooLong(): UnreadableFileError {
  return refusal('LINE_TOO_LONG', null, {
    found: 'a line of more than 16 MB', expected: 'lines of at most 16 MB',
    message: 'This file holds a line of more than 16 MB, so it is not a table that can be read. Export it again as CSV or XLSX.',
  });
}

function countLines(bytes: Uint8Array): number {
  let lines = 0;
  for (let at = bytes.indexOf(LF); at !== -1; at = bytes.indexOf(LF, at + 1)) lines += 1;
  return lines;
}

/** Whether a piece holds about as many characters that are UTF-8 as bytes that are not. */
function isMixed(piece: Uint8Array): boolean {
  try {
    decodeText(piece, { allowNul: true });
    return false;
  } catch (error) {
    return error instanceof UnreadableFileError && error.problem.code === 'TEXT_MIXED_ENCODINGS';
  }
}

/** Reads bytes as strict UTF-8 and keeps watch over the length of lines. */
class Utf8Scan {
  private readonly decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  private openLine = 0;
  line = 1;
  isUtf8 = true;
  hasWideCharacters = false;

  read(piece: Uint8Array): void {
    const last = Math.max(piece.lastIndexOf(LF), piece.lastIndexOf(CR));
    this.openLine = last === -1 ? this.openLine + piece.length : piece.length - last - 1;
    if (this.openLine > MAX_LINE_LENGTH * 2) throw lineTooLong();
    if (!this.isUtf8) return;
    const text = this.decode(piece);
    if (text === null) return;
    if (text.length < piece.length) this.hasWideCharacters = true;
    this.line += countLines(piece);
  }

  end(): void {
    if (this.isUtf8) this.decode();
  }

  private decode(piece?: Uint8Array): string | null {
    try {
      return piece ? this.decoder.decode(piece, { stream: true }) : this.decoder.decode();
    } catch {
      this.isUtf8 = false;
      if (piece && isMixed(piece)) this.hasWideCharacters = true;
      return null;
    }
  }
}

/** What a mark or the zeros of UTF-16 say about the first bytes. */
function statedEncoding(head: Uint8Array): TextEncoding | null {
  try {
    const { encoding, assumed } = decodeText(head.subarray(0, head.length & ~1), { allowNul: true });
    return assumed || encoding === 'utf-8' ? null : encoding;
  } catch {
    return null;
  }
}

/**
 * Finds the encoding of a text table by reading all of it once: a mark, or zeros of UTF-16, or strict UTF-8, else Windows-1252.
 * @throws UnreadableFileError TEXT_NOT_UTF8, TEXT_MIXED_ENCODINGS, LINE_TOO_LONG
 */
export async function detectTableEncoding(source: SourceFile, signal?: AbortSignal): Promise<EncodingFinding> {
  const scan = new Utf8Scan();
  let head: Uint8Array | null = null;
  for await (const piece of pieces(source, signal)) {
    if (head === null) {
      head = piece.slice(0, HEAD_BYTES);
      const stated = statedEncoding(head);
      if (stated) return { encoding: stated, isAssumed: false };
    }
    scan.read(piece);
  }
  scan.end();
  if (scan.isUtf8) return { encoding: 'utf-8', isAssumed: false };
  if (head?.[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) {
    throw refusal('TEXT_NOT_UTF8', scan.line, {
      found: 'bytes that are not UTF-8', expected: 'UTF-8, as the file says of itself',
      message: `This file says that it is UTF-8, but near line ${scan.line} it is not. Save it again as UTF-8.`,
    });
  }
  if (scan.hasWideCharacters) {
    throw refusal('TEXT_MIXED_ENCODINGS', scan.line, {
      found: 'UTF-8 text and bytes that are not UTF-8', expected: 'one encoding',
      message: `Most of this file is UTF-8, but near line ${scan.line} it is not, so two encodings were mixed. Save it again as UTF-8, or choose the encoding yourself.`,
    });
  }
  return { encoding: 'windows-1252', isAssumed: true };
}

/** Decodes piece after piece; Windows-1252 goes through the importers' own table (its bytes stand alone). */
function pieceDecoder(encoding: TextEncoding): (piece: Uint8Array | null) => string {
  if (encoding === 'windows-1252') return (piece) => (piece ? decodeText(piece, { encoding, allowNul: true }).text : '');
  const decoder = new TextDecoder(encoding, { fatal: true });
  return (piece) => (piece ? decoder.decode(piece, { stream: true }) : decoder.decode());
}

/**
 * The file's text in pieces, without its byte order mark.
 * @throws UnreadableFileError TEXT_HAS_NUL, TEXT_UNKNOWN_ENCODING (bytes that the encoding does not have)
 */
export async function* decodedPieces(source: SourceFile, encoding: TextEncoding, signal?: AbortSignal): AsyncGenerator<string> {
  const decode = pieceDecoder(encoding);
  let line = 1;
  const checked = (piece: Uint8Array | null): string => {
    let text: string;
    try {
      text = decode(piece);
    } catch {
      throw refusal('TEXT_UNKNOWN_ENCODING', line, {
        found: `bytes that are not ${encoding}`, expected: encoding,
        message: `Near line ${line} this file is not ${encoding}. Save it again as UTF-8, or choose another encoding.`,
      });
    }
    if (text.includes('\0')) {
      throw refusal('TEXT_HAS_NUL', line, {
        found: 'a NUL character', expected: 'plain text',
        message: `Near line ${line} this file holds a NUL character, so it is not a text table, or a damaged one. Export it as CSV or XLSX.`,
      });
    }
    return text;
  };
  for await (const piece of pieces(source, signal)) {
    const text = checked(piece);
    if (text !== '') yield text;
    line += countLines(piece);
  }
  const rest = checked(null);
  if (rest !== '') yield rest;
}
