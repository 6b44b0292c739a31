import { randomUUID } from 'node:crypto';
import { copyFile, link, mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { ExportSink } from '#engine/files.ts';
import { EarshotError } from '#shared/errors.ts';
import { forbiddenInNames } from './file-name.ts';

/** A finished export that waits for being saved. `size` is in bytes. */
export type Exported = { readonly path: string; readonly name: string; readonly size: number };

/** Where exports lie until the person has said where they belong. */
export interface ExportShelf {
  open(name: string): Promise<ExportSink>;
  find(exportId: string): Exported | null;
  /**
   * Copies an export to where it belongs, whole or not at all.
   * @throws EarshotError NOT_FOUND | REFUSED when something is there and `overwrite` is false
   */
  save(exportId: string, target: string, options: { overwrite: boolean }): Promise<void>;
}

/** A name without anything that a file system or a header could take for more than a name. */
export function exportFileName(name: string): string {
  const clean = name.replace(new RegExp(forbiddenInNames, 'gu'), '-').replace(/^\.+/, '').slice(0, 120);
  return clean === '' ? 'export' : clean;
}

/** Moves a whole file into place; without `overwrite` by a link, because that refuses to replace. */
async function place(from: string, target: string, overwrite: boolean): Promise<void> {
  if (overwrite) return rename(from, target);
  try {
    await link(from, target);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') throw new EarshotError('REFUSED', 'There is a file of that name already. Nothing was overwritten.');
    // File systems without hard links (FAT, some network drives): ask first, then move.
    if (await stat(target).then(() => true, () => false)) {
      throw new EarshotError('REFUSED', 'There is a file of that name already. Nothing was overwritten.');
    }
    return rename(from, target);
  }
  await rm(from, { force: true });
}

async function openSink(folder: string, name: string, keep: (exportId: string, exported: Exported) => void): Promise<ExportSink> {
  const exportId = randomUUID();
  const home = join(folder, exportId);
  await mkdir(home, { recursive: true, mode: 0o700 });
  const path = join(home, exportFileName(name));
  const file = await open(`${path}.part`, 'wx', 0o600);
  return {
    async write(bytes) {
      await file.writeFile(bytes);
    },
    async finish() {
      await file.sync();
      const { size } = await file.stat();
      await file.close();
      await rename(`${path}.part`, path);
      keep(exportId, { path, name: exportFileName(name), size });
      return { exportId, size };
    },
    async discard() {
      await file.close().catch(() => {});
      await rm(home, { recursive: true, force: true });
    },
  };
}

/** A shelf in `folder`, which belongs to the host and goes when the host goes. */
export function createExportShelf(folder: string): ExportShelf {
  const exports = new Map<string, Exported>();
  return {
    open: (name) => openSink(folder, name, (exportId, exported) => exports.set(exportId, exported)),
    find: (exportId) => exports.get(exportId) ?? null,
    async save(exportId, target, { overwrite }) {
      const exported = exports.get(exportId);
      if (exported === undefined) throw new EarshotError('NOT_FOUND', 'This export is not there any more. Write it again.');
      const draft = join(dirname(target), `.${randomUUID()}.part`);
      try {
        await copyFile(exported.path, draft);
        const file = await open(draft, 'r+');
        await file.sync().finally(() => file.close());
        await place(draft, target, overwrite);
      } finally {
        await rm(draft, { force: true });
      }
    },
  };
}
