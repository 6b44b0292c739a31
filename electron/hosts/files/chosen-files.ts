import { randomBytes } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { EarshotError } from '#shared/errors.ts';
import { fileSize } from './disk-file.ts';
import { walkFolder } from './folder-walk.ts';
import type { FoundFile } from './folder-walk.ts';

/** What the page or the engine knows of a choice. `size` is in bytes, of the whole folder if it is one. */
export type ChosenHandle = { readonly id: string; readonly name: string; readonly size: number };

/** The files that a person chose, by unguessable handle. */
export class ChosenFiles {
  readonly #chosen = new Map<string, { name: string; files: FoundFile[] }>();

  /** Registers a file, or a folder with all that is in it. @throws EarshotError FILE_NOT_FOUND */
  async addPath(path: string): Promise<ChosenHandle> {
    const absolute = resolve(path);
    const name = basename(absolute);
    const found = await stat(absolute).catch(() => null);
    if (found?.isDirectory() === true) return this.#keep(name, await walkFolder(absolute));
    const size = await fileSize(absolute);
    if (size === null) throw new EarshotError('FILE_NOT_FOUND', `There is no file “${name}”.`);
    return this.#keep(name, [{ path: absolute, name, size }]);
  }

  /** Registers one file that the host itself has stored, alone or as a part of what `handleId` stands for. */
  addStored(file: FoundFile, handleId?: string): ChosenHandle {
    const known = handleId === undefined ? undefined : this.#chosen.get(handleId);
    if (handleId === undefined || known === undefined) return this.#keep(file.name, [file]);
    known.files.push(file);
    return this.#describe(handleId, known);
  }

  /** The files behind a handle. @throws EarshotError FILE_NOT_FOUND */
  find(handleId: string): FoundFile[] {
    const known = this.#chosen.get(handleId);
    if (known === undefined) throw new EarshotError('FILE_NOT_FOUND', 'This choice of files is not known any more. Choose them again.');
    return known.files;
  }

  /** Says that a chosen file lies elsewhere now. */
  moved(handleId: string, from: string, to: string): void {
    const known = this.#chosen.get(handleId);
    if (known !== undefined) known.files = known.files.map((file) => (file.path === from ? { ...file, path: to } : file));
  }

  #keep(name: string, files: FoundFile[]): ChosenHandle {
    // Short, because a list of many thousands of them has to fit one message.
    const id = randomBytes(9).toString('base64url');
    const kept = { name, files: [...files] };
    this.#chosen.set(id, kept);
    return this.#describe(id, kept);
  }

  #describe(id: string, { name, files }: { name: string; files: FoundFile[] }): ChosenHandle {
    return { id, name: files.length > 1 ? (files[0]?.name.split('/')[0] ?? name) : name, size: files.reduce((sum, file) => sum + file.size, 0) };
  }
}
