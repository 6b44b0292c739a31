import type { Files } from './files.ts';

/** A finished export that the host offers for saving. `size` is in bytes. */
export type ExportFile = { exportId: string; name: string; size: number };

/** Hands a file to the host, piece by piece; a failed one leaves none. */
export async function exportFile(files: Pick<Files, 'openExport'>, name: string, pieces: Iterable<Uint8Array>): Promise<ExportFile> {
  const sink = await files.openExport(name);
  try {
    for (const piece of pieces) await sink.write(piece);
    return { ...(await sink.finish()), name };
  } catch (error) {
    await sink.discard();
    throw error;
  }
}

/** What of a text can stand in the name of a file; `instead` where nothing is left. */
export function asFileName(text: string, instead: string): string {
  return text.replaceAll(/[^\p{L}\p{N} _-]+/gu, ' ').trim() || instead;
}

/** Texts as UTF-8, one after the other as they are asked for. */
export function* encoded(texts: Iterable<string>): Generator<Uint8Array, void> {
  const encoder = new TextEncoder();
  for (const text of texts) yield encoder.encode(text);
}
