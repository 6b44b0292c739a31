import { join } from 'node:path';
import { listBackups } from './backups.ts';
import { type Evidence, readSnapshot } from './evidence.ts';
import type { FileSystem } from './file-system.ts';
import type { Frame } from './journal-format.ts';
import type { ProjectPaths } from './project-paths.ts';
import { StoreError } from './store-error.ts';
import { isEncrypted, Vault } from './vault.ts';

/** The vault of an open project; null while it is a plain file. The store asks it anew for every file that it writes. */
export type Keyring = { vault: Vault | null };

/** What an entry of the journal is tied to. */
export function aboutFrame(frame: Pick<Frame, 'seq' | 'headBefore' | 'headAfter'>): string {
  return `${frame.seq} ${frame.headBefore} ${frame.headAfter}`;
}

/** A frame as it was before it was encrypted. In an encrypted project nobody but its owner can write one. */
export function plainFrame<F extends Frame>(frame: F, vault: Vault | null): F {
  return vault === null ? frame : { ...frame, payload: vault.openEntry(frame.payload, aboutFrame(frame)) };
}

/**
 * The key to what lies on disk: of the project file, else of whatever else is there to recover from.
 * @throws StoreError PASSPHRASE_NEEDED | WRONG_PASSPHRASE
 */
export async function unlock(at: { fileSystem: FileSystem; paths: ProjectPaths; evidence: Evidence }, passphrase: string | undefined): Promise<Keyring> {
  const files = encryptedFiles(at);
  const [first] = files;
  if (first === undefined) return { vault: null };
  if (passphrase === undefined) throw new StoreError('PASSPHRASE_NEEDED', 'This project is encrypted. Give its passphrase or its recovery key.');
  let refusal: unknown = null;
  for (const file of files) {
    try {
      return { vault: await Vault.unlock(file, passphrase) };
    } catch (error) {
      refusal ??= error;
    }
  }
  throw refusal;
}

/** The key that a state of the project needs: none where the power failed before a project that was still plain had been encrypted. */
export function keyringOf(start: { readonly row: string; readonly bytes: Uint8Array }, keyring: Keyring): Keyring {
  return start.row === 'R1' && !isEncrypted(start.bytes) ? { vault: null } : keyring;
}

/** The project file alone, unless it cannot even be told to be one: then its newest copies. */
function encryptedFiles({ fileSystem, paths, evidence }: { fileSystem: FileSystem; paths: ProjectPaths; evidence: Evidence }): Uint8Array[] {
  const main = [evidence.snapshot, evidence.snapshotNew].filter((file) => file !== null && isEncrypted(file.bytes)).map((file) => (file as { bytes: Uint8Array }).bytes);
  const isSound = evidence.snapshot?.seal !== null && evidence.snapshot?.seal !== undefined;
  if (isSound) return main;
  const copies = listBackups(fileSystem, paths).slice(0, 3).map(({ name }) => readSnapshot(fileSystem, join(paths.backups, name))?.bytes);
  return [...main, ...copies.filter((bytes): bytes is Uint8Array => bytes !== undefined && isEncrypted(bytes))];
}
