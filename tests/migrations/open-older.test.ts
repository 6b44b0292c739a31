import { describe, expect, test } from 'vitest';
import { genesisHead } from '#engine/log/chain.ts';
import { openDatabase } from '#engine/store/database.ts';
import { migrate, schemaVersion } from '#engine/store/migrations/index.ts';
import { openProject } from '#engine/store/project-file.ts';
import { databaseIn, markedReadOnly, writeSnapshot } from '#engine/store/snapshot.ts';
import { isLong } from '#tests/support/store/effort.ts';
import { MemoryDisk } from '#tests/support/store/memory-disk.ts';
import { afterKill, afterPowerCut } from '#tests/support/store/power-cut.ts';
import { Random } from '#tests/support/store/random.ts';
import { optionsOn, projectPath } from '#tests/support/store/story.ts';
import { put } from '#tests/support/store/test-project.ts';

const projectId = '00000000-0000-4000-8000-00000000000a';

/** A project file as an Earshot of that schema version left it. */
async function aDiskAt(version: number): Promise<MemoryDisk> {
  const db = await openDatabase();
  migrate(db, version);
  db.run(`INSERT INTO meta VALUES (1, ?, '2025-01-01T00:00:00Z', '2025-01-01T00:00:00Z', 3, 0, ?)`, [projectId, genesisHead(projectId)]);
  const database = db.cut();
  db.close();
  const disk = new MemoryDisk();
  await writeSnapshot(disk, projectPath, { database: markedReadOnly(database), seal: { generation: 3, lastSeq: 0 }, vault: null });
  return new MemoryDisk(disk.content());
}

async function versionOf(file: Uint8Array): Promise<unknown> {
  const db = await openDatabase({ bytes: databaseIn(file, null) });
  const version = db.get('PRAGMA user_version');
  db.close();
  return version;
}

/** Every version opens every day; each is killed at every point in the long form, else the first and those that came last. */
const isStopped = (version: number): boolean => isLong || version === 1 || version >= schemaVersion - 2;

describe.each(Array.from({ length: schemaVersion - 1 }, (_, index) => index + 1))('a project of schema version %i', (version) => {
  test('opens at today’s version, and its old file is kept', async () => {
    const disk = await aDiskAt(version);
    const old = disk.get(projectPath);
    const project = await openProject(optionsOn(disk, 2));
    expect(project.info).toMatchObject({ projectId, schemaVersion, generation: 4, recovered: null });
    await put(project, 'a', 'one');
    await project.close();
    expect(await versionOf(disk.get(projectPath))).toEqual({ user_version: schemaVersion });
    expect(Buffer.compare(disk.get(`${projectPath}-backups/pre-migration-v${version}-g000003.earshot`), old)).toBe(0);
  });

  if (!isStopped(version)) console.log(`Version ${version}: killed at every point in the long form only (EARSHOT_LONG=1).`);
  else test('D-16: killed, or without power, at any point it is the old or the new one, never between', async () => {
    const origin = await aDiskAt(version);
    const start = origin.content();
    const project = await openProject(optionsOn(origin, 2));
    await project.close();
    const random = new Random(16);
    for (let at = 0; at <= origin.operations.length; at += 1) {
      const operations = origin.operations.slice(0, at);
      for (const content of [afterKill(start, operations), afterPowerCut(start, operations, random)]) {
        const disk = new MemoryDisk(content);
        const again = await openProject(optionsOn(disk, 3)).catch((cause: unknown) => {
          throw new Error(`after operation ${at}`, { cause });
        });
        expect(again.info, `after operation ${at}`).toMatchObject({ projectId, schemaVersion, lastSeq: 0 });
        expect((await again.verify()).filter(({ ok }) => !ok)).toEqual([]);
        await again.close();
      }
    }
  }, 60_000);

  test('can be read without being changed', async () => {
    const disk = await aDiskAt(version);
    const project = await openProject({ ...optionsOn(disk, 2), access: 'read' });
    expect(project.db.all('SELECT * FROM interaction')).toEqual([]);
    await project.close();
    expect(disk.operations).toEqual([]);
  });
});

describe('a project of a newer Earshot', () => {
  test('is refused and left as it is', async () => {
    const disk = await aDiskAt(schemaVersion);
    const db = await openDatabase({ bytes: databaseIn(disk.get(projectPath), null) });
    db.exec(`PRAGMA user_version = ${schemaVersion + 1}`);
    const database = db.cut();
    db.close();
    const newer = new MemoryDisk();
    await writeSnapshot(newer, projectPath, { database: markedReadOnly(database), seal: { generation: 3, lastSeq: 0 }, vault: null });
    const before = newer.get(projectPath);
    await expect(openProject(optionsOn(newer, 2))).rejects.toMatchObject({ code: 'NEWER_VERSION' });
    expect(Buffer.compare(newer.get(projectPath), before)).toBe(0);
    expect(newer.list('/desk')).toEqual(['calls.earshot']);
  });

  test('a table that Earshot did not make is refused', async () => {
    const disk = await aDiskAt(schemaVersion);
    const db = await openDatabase({ bytes: databaseIn(disk.get(projectPath), null) });
    db.exec('CREATE TRIGGER trap AFTER INSERT ON setting BEGIN DELETE FROM tag; END');
    const database = db.cut();
    db.close();
    const altered = new MemoryDisk();
    await writeSnapshot(altered, projectPath, { database: markedReadOnly(database), seal: { generation: 3, lastSeq: 0 }, vault: null });
    await expect(openProject(optionsOn(altered, 2))).rejects.toMatchObject({ code: 'UNEXPECTED_SCHEMA', message: expect.stringContaining('trap') });
  });
});
