import { z } from 'zod';
import { EarshotError } from '#shared/errors.ts';
import type { SourceFile } from '#engine/importers/importer.ts';
import type { Picture } from './edition.ts';

const maxBytes = 512 * 1024;

/** A logo as it is kept in the project: the setting `briefing-logo`. */
export const StoredLogo = z.object({ name: z.string(), mime: z.enum(['image/png', 'image/jpeg']), width: z.int(), height: z.int(), base64: z.string() });
export type StoredLogo = z.infer<typeof StoredLogo>;

/** Reads a chosen picture, by its content. @throws EarshotError UNREADABLE_FILE for anything but a PNG or JPEG of at most 512 kB */
export async function readLogo(file: SourceFile): Promise<StoredLogo> {
  const refused = new EarshotError('UNREADABLE_FILE', `“${file.name}” is no PNG or JPEG picture of at most 512 kB. Choose another one.`);
  if (file.size > maxBytes) throw refused;
  const bytes = Buffer.from(await file.read());
  const size = pngSize(bytes) ?? jpegSize(bytes);
  if (size === null || size.width < 1 || size.height < 1 || size.width > 10_000 || size.height > 10_000) throw refused;
  return { name: file.name.split('/').at(-1) ?? 'logo', ...size, base64: bytes.toString('base64') };
}

export function pictureOf(logo: StoredLogo, alt: string): Picture {
  return { mime: logo.mime, width: logo.width, height: logo.height, alt, bytes: new Uint8Array(Buffer.from(logo.base64, 'base64')) };
}

type Size = Pick<StoredLogo, 'mime' | 'width' | 'height'>;

/** Width and height stand in the first chunk (PNG, third edition, 11.2.1). */
function pngSize(bytes: Buffer): Size | null {
  const isPng = bytes.length > 24 && bytes.subarray(0, 8).equals(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) && bytes.toString('latin1', 12, 16) === 'IHDR';
  return isPng ? { mime: 'image/png', width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) } : null;
}

/** Width and height stand in the frame header, SOF0 to SOF15 without the three that are tables (ITU-T T.81, B.2.2). */
function jpegSize(bytes: Buffer): Size | null {
  if (bytes.length < 4 || bytes[0] !== 0xff || bytes[1] !== 0xd8) return null;
  for (let at = 2; at + 9 < bytes.length && bytes[at] === 0xff; ) {
    const marker = bytes[at + 1] ?? 0;
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return { mime: 'image/jpeg', height: bytes.readUInt16BE(at + 5), width: bytes.readUInt16BE(at + 7) };
    at += 2 + bytes.readUInt16BE(at + 2);
  }
  return null;
}
