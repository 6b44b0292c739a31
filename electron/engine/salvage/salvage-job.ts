import { EarshotError } from '#shared/errors.ts';
import type { SalvageReport } from '#shared/model/salvage.ts';
import type { JobHandle } from '#engine/jobs.ts';
import { registryOf } from '#engine/log/apply.ts';
import type { Session } from '#engine/session.ts';
import { nodeFileSystem } from '#engine/store/file-system.ts';
import { salvage, type Salvaged } from '#engine/store/salvage/salvage.ts';
import { readmeText } from './readme.ts';
import { addTables, journalTexts, TablesFile } from './tables-file.ts';

const triedNames = 50;

/**
 * Makes a new project and a ZIP of tables of whatever can be read of a damaged project. A stopped one leaves neither.
 * @throws EarshotError REFUSED for a viewer and while a project is open, or StoreError as `salvage` does
 */
export async function salvageProject(session: Session, job: JobHandle, { id, passphrase }: { id: string; passphrase?: string | undefined }): Promise<SalvageReport> {
  const { options } = session;
  if (options.isViewer === true) throw new EarshotError('REFUSED', 'A viewer cannot do this. Ask someone who works on this project.');
  if (session.current !== null) throw new EarshotError('REFUSED', 'Close the open project first.');
  const { files } = options;
  const path = await files.projects.pathOf(id);
  const from = (await files.projects.list()).find((entry) => entry.id === id)?.name ?? 'project';
  const name = `${from} - what could be read.zip`;
  const sink = await files.openExport(name);
  const { clock, newId, actor } = options;
  let salvaged: Salvaged | null = null;
  try {
    const tables = new TablesFile(sink);
    const breathe = () => job.breathe();
    salvaged = await salvage({
      fileSystem: nodeFileSystem, path, passphrase, clock, newId, actor, registry: registryOf(session.storeOptions(path).handlers),
      breathe: (done, total) => {
        job.report({ phase: 'reading', done: Math.min(done, total), total, item: null });
        return job.breathe();
      },
      asRead: async (db, read) => {
        job.report({ phase: 'writing', done: 0, total: null, item: null });
        await addTables(tables, db, { read, breathe });
      },
    });
    job.report({ phase: 'saving', done: 0, total: null, item: null });
    if (salvaged.journal.length > 0) await tables.add('changes.jsonl', journalTexts(salvaged.journal), breathe);
    const project = await saveAsNew(session, salvaged, `${from} salvaged`);
    const counts = { project, ...countsOf(salvaged) };
    await tables.add('README.txt', [readmeText({ ...counts, from, at: session.now(), isEncrypted: salvaged.isEncrypted })], () => Promise.resolve());
    return { ...counts, ...(await tables.end()), name };
  } catch (error) {
    await sink.discard();
    throw error;
  } finally {
    salvaged?.close();
  }
}

/** Saves under the first name that is free: `NAME`, `NAME 2`, `NAME 3` ... */
async function saveAsNew({ options: { files } }: Session, salvaged: Salvaged, name: string): Promise<SalvageReport['project']> {
  for (let count = 1; ; count += 1) {
    const candidate = count === 1 ? name : `${name} ${count}`;
    try {
      const { id, path } = await files.projects.create(candidate);
      await salvaged.save(path);
      return { id, name: candidate };
    } catch (error) {
      const isTaken = error instanceof Error && 'code' in error && error.code === 'PROJECT_EXISTS';
      if (!isTaken || count === triedNames) throw error;
    }
  }
}

function countsOf({ tables, stray, leftOut, emptied, standIns, journal, journalDamaged, isLogKept }: Salvaged): Omit<SalvageReport, 'project' | 'exportId' | 'name' | 'size'> {
  return {
    rows: tables.reduce((sum, { rows }) => sum + rows, 0),
    tables: tables.filter(({ rows, expected }) => rows > 0 || (expected ?? 0) > 0).map(({ name, rows, expected }) => ({ name, rows, expected, leftOut: leftOut.get(name) ?? 0 })),
    unknown: tables.filter(({ rows, expected }) => rows === 0 && expected === null).map(({ name }) => name),
    stray: stray.reduce((sum, { rows }) => sum + rows.length, 0),
    emptied, standInCodes: standIns,
    journal: { found: journal.length, made: journal.filter(({ isDone }) => isDone).length, unreadable: journalDamaged },
    isLogKept,
  };
}
