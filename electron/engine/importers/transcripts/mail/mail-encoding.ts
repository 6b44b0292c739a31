import { decodeText } from '#engine/importers/text-encoding.ts';
import { UnreadableFileError } from '#engine/importers/importer.ts';

/** Undoes base64 and quoted-printable; in and out one character a byte. */
export function decodeTransfer(body: string, encoding: string | undefined): string {
  switch (encoding?.trim().toLowerCase()) {
    case 'base64': return Buffer.from(body, 'base64').toString('latin1');
    case 'quoted-printable': return decodeQuotedPrintable(body);
    default: return body;
  }
}

/** Bytes (as Latin-1) to text by the stated character set; one that is unknown or wrong is detected instead. */
export function decodeCharset(bytes: string, charset: string | undefined): string {
  if (isAscii(bytes) && !/^(?:utf-?16|utf-?7|hz-|iso-2022)/i.test(charset ?? '')) return bytes;
  const buffer = new Uint8Array(Buffer.from(bytes, 'latin1'));
  const label = charset?.trim().toLowerCase() ?? '';
  const isDetected = label === '' || label === 'us-ascii' || label === 'utf-8' || label === 'iso-8859-1' || label === 'windows-1252';
  if (!isDetected) {
    try {
      return new TextDecoder(label, { fatal: true }).decode(buffer);
    } catch {
      return detected(buffer, bytes);
    }
  }
  return detected(buffer, bytes);
}

/** Encoded words in headers (RFC 2047): `=?utf-8?Q?Gr=C3=BC=C3=9Fe?=`; headers with bare bytes are read as text files are. */
export function decodeWords(header: string): string {
  const joined = header.replace(/(\?=)\s+(=\?)/g, '$1$2');
  const pattern = /=\?([\w-]{1,40})(?:\*[\w-]{1,20})?\?([bq])\?([^?]{0,400})\?=/gi;
  if (!pattern.test(joined)) return decodeCharset(joined, undefined);
  return joined.replace(pattern, (...match: string[]) => decodeWord(match[2] ?? '', match[3] ?? '', match[1]));
}

function decodeWord(kind: string, word: string, charset: string | undefined): string {
  const bytes = kind.toLowerCase() === 'b' ? decodeTransfer(word, 'base64') : decodeQuotedPrintable(word.replaceAll('_', ' '));
  return decodeCharset(bytes, charset);
}

/** Most headers and many bodies: nothing to decode, and a mailbox has thousands of them. */
function isAscii(bytes: string): boolean {
  for (let at = 0; at < bytes.length; at++) if (bytes.charCodeAt(at) > 0x7f) return false;
  return true;
}

function detected(buffer: Uint8Array, bytes: string): string {
  try {
    return decodeText(buffer, { allowNul: true }).text;
  } catch (error) {
    if (error instanceof UnreadableFileError) return bytes;
    throw error;
  }
}

function decodeQuotedPrintable(text: string): string {
  const lines = text.split('\n').map((line) => line.trimEnd()).join('\n');
  return lines.replace(/=\n/g, '').replace(/=([0-9a-fA-F]{2})/g, (_whole, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}
