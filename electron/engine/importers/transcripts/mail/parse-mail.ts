import { decodeWords, decodeTransfer, decodeCharset } from '#engine/importers/transcripts/mail/mail-encoding.ts';
import { htmlToText } from '#engine/importers/transcripts/mail/html-to-text.ts';

/** A message with its headers (names in lower case, the first of each kind) and its words as plain text. */
export type Mail = { headers: ReadonlyMap<string, string>; text: string };

const maxDepth = 10;
const maxParts = 500;

/**
 * A message as RFC 5322 and MIME define it. `raw` is one character a byte (Latin-1), so that every part can be decoded
 * by its own character set. Attachments are passed over.
 */
export function parseMail(raw: string): Mail {
  const { headers, body } = splitHeaders(raw);
  return { headers, text: textOfPart(headers, body, { depth: 0, parts: { left: maxParts } }).trim() };
}

type Nesting = { depth: number; parts: { left: number } };

/** Of alternatives the plain one is read, of mixed parts each that is text. */
function textOfPart(headers: ReadonlyMap<string, string>, body: string, nesting: Nesting): string {
  const type = (headers.get('content-type') ?? 'text/plain').toLowerCase();
  if (nesting.depth > maxDepth || nesting.parts.left-- <= 0 || /^\s*attachment/i.test(headers.get('content-disposition') ?? '')) return '';
  const boundary = parameter(headers.get('content-type') ?? '', 'boundary');
  if (type.startsWith('multipart/') && boundary !== undefined) return textOfParts(type, partsOf(body, boundary), nesting);
  if (!type.startsWith('text/')) return '';
  const decoded = decodeCharset(decodeTransfer(body, headers.get('content-transfer-encoding')), parameter(headers.get('content-type') ?? '', 'charset'));
  return type.startsWith('text/html') ? htmlToText(decoded) : decoded.replace(/\r\n?/g, '\n');
}

function textOfParts(type: string, parts: readonly string[], nesting: Nesting): string {
  const inner = { depth: nesting.depth + 1, parts: nesting.parts };
  const read = parts.map((part) => {
    const { headers, body } = splitHeaders(part);
    return { isPlain: !/^\s*(?:text\/html|multipart\/related)/i.test(headers.get('content-type') ?? ''), text: textOfPart(headers, body, inner) };
  });
  const filled = read.filter((part) => part.text.trim() !== '');
  if (!type.startsWith('multipart/alternative')) return filled.map((part) => part.text.trim()).join('\n\n');
  return (filled.find((part) => part.isPlain) ?? filled[0])?.text ?? '';
}

function partsOf(body: string, boundary: string): string[] {
  const parts = `\n${body}`.split(`\n--${boundary}`);
  return parts.slice(1).filter((part) => !part.startsWith('--')).map((part) => part.replace(/^[ \t]*\r?\n/, ''));
}

/** Headers end at the first empty line; a line that begins with a blank continues the one above. */
function splitHeaders(raw: string): { headers: Map<string, string>; body: string } {
  const gap = /(?:^|\r?\n)\r?\n/.exec(raw);
  const head = gap === null ? raw : raw.slice(0, gap.index);
  const headers = new Map<string, string>();
  for (const line of head.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)) {
    const colon = line.indexOf(':');
    const name = line.slice(0, colon).trim().toLowerCase();
    if (colon > 0 && !headers.has(name)) headers.set(name, decodeWords(line.slice(colon + 1).trim()));
  }
  return { headers, body: gap === null ? '' : raw.slice(gap.index + gap[0].length) };
}

/** `boundary="x"` or `charset=x` of a header. */
function parameter(header: string, name: string): string | undefined {
  if (!header.includes(';')) return undefined;
  const match = new RegExp(`;\\s*${name}\\s*=\\s*(?:"([^"]*)"|([^;\\s]+))`, 'i').exec(header);
  return match?.[1] ?? match?.[2];
}
