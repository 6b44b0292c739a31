import { extname } from 'node:path';

const types: Record<string, string> = {
  '.wav': 'audio/wav', '.mp3': 'audio/mpeg', '.m4a': 'audio/mp4', '.mp4': 'audio/mp4', '.aac': 'audio/aac', '.ogg': 'audio/ogg',
  '.oga': 'audio/ogg', '.opus': 'audio/ogg', '.flac': 'audio/flac', '.webm': 'audio/webm', '.aif': 'audio/aiff', '.aiff': 'audio/aiff',
  '.au': 'audio/basic', '.wma': 'audio/x-ms-wma', '.amr': 'audio/amr', '.gsm': 'audio/gsm', '.vox': 'audio/vox', '.3gp': 'audio/3gpp',
};

/** The MIME type of a recording by its name, or null for a name that is no recording's: such a file is never played or served. */
export function audioType(name: string): string | null {
  return types[extname(name).toLowerCase()] ?? null;
}
