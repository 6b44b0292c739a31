import { describe, expect, test } from 'vitest';
import { genesisHead } from '#engine/log/chain.ts';
import { type Database, openDatabase } from '#engine/store/database.ts';
import { applicationId, migrate, schemaVersion } from '#engine/store/migrations/index.ts';
import { createProject, openProject } from '#engine/store/project-file.ts';
import { inspectSnapshot, markedReadOnly, writeSnapshot } from '#engine/store/snapshot.ts';
import { StoreError } from '#engine/store/store-error.ts';
import { MemoryDisk } from '#tests/support/store/memory-disk.ts';
import { oddDisk } from '#tests/support/store/odd-disk.ts';
import { readShelf } from '#tests/support/store/shelf-handlers.ts';
import { optionsOn, projectPath } from '#tests/support/store/story.ts';
import { put } from '#tests/support/store/test-project.ts';

const pageSize = 4096;
const projectId = '00000000-0000-4000-8000-00000000000a';
const journalPath = `${projectPath}-log`;

/** A file with a sound seal, made by `fill` out of an empty database, as nobody but a forger or another Earshot would. */
async function sealed(fill: (db: Database) => void, harm: (file: Uint8Array) => void = () => undefined): Promise<MemoryDisk> {
  const db = await openDatabase();
  fill(db);
  const database = db.export();
  db.close();
  harm(database);
  const disk = new MemoryDisk();
  await writeSnapshot(disk, projectPath, { database: markedReadOnly({ size: database.length, pieces: [database] }), seal: { generation: 3, lastSeq: 0 }, vault: null });
  return new MemoryDisk(disk.content());
}

function aProject(db: Database): void {
  migrate(db);
  db.run(`INSERT INTO meta VALUES (1, ?, '2025-01-01T00:00:00Z', '2025-01-01T00:00:00Z', 3, 0, ?)`, [projectId, genesisHead(projectId)]);
}

describe('a sealed file that is no sound project is refused and left as it is', () => {
  const files: readonly (readonly [string, Parameters<typeof sealed>, string])[] = [
    ['of another program', [(db) => db.exec('CREATE TABLE word (text TEXT)')], 'NOT_A_PROJECT'],
    ['that says it is a project and holds nothing', [(db) => db.exec(`PRAGMA application_id = ${applicationId}`)], 'NOT_A_PROJECT'],
    ['without its one row of facts', [(db) => migrate(db)], 'NOT_A_PROJECT'],
    ['whose tables are missing', [(db) => { aProject(db); db.exec('DROP TABLE note'); }], 'UNEXPECTED_SCHEMA'],
    ['with another trigger', [(db) => { aProject(db); db.exec('CREATE TRIGGER trap AFTER INSERT ON setting BEGIN DELETE FROM tag; END'); }], 'UNEXPECTED_SCHEMA'],
    ['whose list of tables cannot be read', [aProject, (file) => void file.fill(255, 100, pageSize)], 'PROJECT_DAMAGED'],
    ['one of whose tables cannot be read', [aProject, (file) => void file.fill(255, 12 * pageSize, file.length)], 'PROJECT_DAMAGED'],
  ];
  test.each(files)('%s', async (_what, [fill, harm], code) => {
    const disk = await sealed(fill, harm);
    const before = disk.get(projectPath);
    const refusal = await openProject(optionsOn(disk, 2)).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(StoreError);
    expect(refusal).toMatchObject({ code, message: expect.stringMatching(/^[A-Z].*\.$/) });
    expect([Buffer.compare(disk.get(projectPath), before), disk.list('/desk')]).toEqual([0, ['calls.earshot']]);
  });

  test('and a sound one is not', async () => {
    const project = await openProject(optionsOn(await sealed(aProject), 2));
    expect(project.info).toMatchObject({ projectId, schemaVersion });
    await project.close();
  });

  test('said to the person is what SQLite found only where it found damage', async () => {
    // A page that is read only by the check of every page: the file is damaged, whatever its seal says.
    const disk = await sealed(aProject, (file) => void file.fill(0, file.length - pageSize, file.length));
    expect(inspectSnapshot(disk.get(projectPath)).seal).toMatchObject({ generation: 3 });
    await expect(openProject(optionsOn(disk, 2))).rejects.toMatchObject({ code: 'PROJECT_DAMAGED' });
  });
});

describe('where a project of that name was', () => {
  test('none is made over its log', async () => {
    const disk = new MemoryDisk();
    disk.put(journalPath, Buffer.from('what is left'));
    await expect(createProject(optionsOn(disk, 1))).rejects.toMatchObject({ code: 'PROJECT_EXISTS', message: expect.stringContaining('recover') });
    expect(disk.list('/desk')).toEqual(['calls.earshot-log']);
  });
});

describe('reading while somebody else saves', () => {
  /** A project in whose file there is one change and in whose log one more, and what is there after it was saved. */
  async function beforeAndAfter() {
    const disk = new MemoryDisk();
    const project = await createProject(optionsOn(disk, 1));
    await put(project, 'a', 'one');
    const before = disk.content();
    await project.checkpoint();
    await put(project, 'a', 'two');
    const after = new MemoryDisk(disk.content());
    await project.close();
    return { disk: new MemoryDisk(before), after };
  }

  test('reads again when the files were swapped meanwhile, and finds the last change', async () => {
    const { disk, after } = await beforeAndAfter();
    let isSwapped = false;
    const fileSystem = oddDisk(disk, {
      open: (path, mode) => {
        // Between the file and its log the writer puts a new pair in place.
        if (path === journalPath && !isSwapped) {
          isSwapped = true;
          for (const name of [projectPath, journalPath]) disk.put(name, after.get(name));
        }
        return disk.open(path, mode);
      },
    });
    const reading = await openProject({ ...optionsOn(disk, 2), fileSystem, access: 'read' });
    expect([isSwapped, readShelf(reading.db)]).toEqual([true, { a: 'two' }]);
    await reading.close();
  });

  test('takes a file that vanishes at that moment for one that is not there', async () => {
    const { disk } = await beforeAndAfter();
    const fileSystem = oddDisk(disk, {
      stat: (path) => (path === `${projectPath}-new` ? { size: 10, inode: 99, links: 1, modifiedAtMs: 0, isDirectory: false } : disk.stat(path)),
    });
    const reading = await openProject({ ...optionsOn(disk, 2), fileSystem, access: 'read' });
    expect(readShelf(reading.db)).toEqual({ a: 'one' });
    await reading.close();
  });

  test('a file without its log is checked as far as it goes', async () => {
    const reading = await openProject({ ...optionsOn(await sealed(aProject), 2), access: 'read' });
    const checks = await reading.verify();
    expect(checks.filter(({ ok }) => !ok)).toEqual([]);
    expect(checks.map(({ name }) => name)).not.toContain('journal');
    await reading.close();
  });
});
