import { type FileSystem, readWhole } from './file-system.ts';
import type { Frame } from './journal-format.ts';
import { scanJournal } from './journal-scan.ts';
import { plainFrame } from './keyring.ts';
import { databaseIn, inspectSnapshot } from './snapshot.ts';
import type { Vault } from './vault.ts';

type Saved = { readonly snapshotPath: string; readonly journalPath: string; readonly snapshotHash: string | null; readonly vault: Vault | null };

/** What an open project has on disk: the database of its snapshot and the entries of its journal. @throws when it is not what was written last */
export function readBack(fileSystem: FileSystem, saved: Saved): { database: Uint8Array; frames: Frame[] } {
  const bytes = readWhole(fileSystem, saved.snapshotPath);
  if (inspectSnapshot(bytes).hash !== saved.snapshotHash) throw new Error('The project file is not what was written last.');
  const scan = scanJournal(readWhole(fileSystem, saved.journalPath));
  if (scan === null) throw new Error('The journal cannot be read.');
  return { database: databaseIn(bytes, saved.vault), frames: scan.frames.map((frame) => plainFrame(frame, saved.vault)) };
}
