import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { builtFolder, manifestName } from './built-files.ts';

/** One file of the page: the address it is served at, where it lies below the built folder, and what it must be. */
const RendererFile = z.strictObject({
  url: z.string().regex(/^\/[A-Za-z0-9._/-]*$/), file: z.string(), type: z.string(), sha256: z.string().regex(/^[0-9a-f]{64}$/),
});
export type RendererFile = z.infer<typeof RendererFile>;
const Manifest = z.strictObject({ files: z.array(RendererFile) });

export type ServedFile = { readonly bytes: Uint8Array<ArrayBuffer>; readonly type: string };

/** The page's files. An address that the build did not list is not found, whatever lies on the disk. */
export interface RendererManifest {
  /** @returns null for an address that is not listed, or a file that is not what was built */
  read(url: string): Promise<ServedFile | null>;
}

/** A manifest over listed files below `folder`. */
export function createRendererManifest(folder: string, files: readonly RendererFile[]): RendererManifest {
  const listed = new Map(files.map((file) => [file.url, file]));
  const kept = new Map<string, ServedFile>();
  return {
    async read(url) {
      const file = listed.get(url);
      if (file === undefined) return null;
      const known = kept.get(url);
      if (known !== undefined) return known;
      const bytes = await readFile(join(folder, file.file)).catch(() => null);
      if (bytes === null || createHash('sha256').update(bytes).digest('hex') !== file.sha256) return null;
      const served = { bytes: new Uint8Array(bytes), type: file.type };
      kept.set(url, served);
      return served;
    },
  };
}

/** The manifest that the build wrote. @throws Error when nothing was built */
export function loadRendererManifest(): RendererManifest {
  const folder = builtFolder();
  const { files } = Manifest.parse(JSON.parse(readFileSync(join(folder, manifestName), 'utf8')));
  return createRendererManifest(folder, files);
}
