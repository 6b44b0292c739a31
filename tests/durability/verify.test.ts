import { mkdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { createProject, openProject, type ProjectFile } from '#engine/store/project-file.ts';
import { Vault } from '#engine/store/vault.ts';
import { MemoryDisk } from '#tests/support/store/memory-disk.ts';
import { optionsOn, projectPath, shelfText } from '#tests/support/store/story.ts';
import { aFolder, base, put, putCommand, storeOptions } from '#tests/support/store/test-project.ts';

const journalPath = `${projectPath}-log`;

async function begun(): Promise<{ disk: MemoryDisk; project: ProjectFile }> {
  const disk = new MemoryDisk();
  const project = await createProject(optionsOn(disk, 1));
  await put(project, 'a', 'one');
  await project.checkpoint();
  await put(project, 'b', 'two');
  return { disk, project };
}
const failed = async (project: ProjectFile) => (await project.verify()).filter(({ ok }) => !ok).map(({ name }) => name);

describe('checking a project while it is open', () => {
  const harm: readonly (readonly [string, string, (disk: MemoryDisk, project: ProjectFile) => void])[] = [
    ['a file that somebody wrote into', 'snapshot', (disk) => {
      const bytes = disk.get(projectPath);
      bytes[5000] = (bytes[5000] ?? 0) ^ 1;
      disk.put(projectPath, bytes);
    }],
    ['a log without its head', 'journal', (disk) => disk.put(journalPath, disk.get(journalPath).map((byte, at) => (at < 20 ? 0 : byte)))],
    ['the log of another version', 'journal', (disk) => disk.put(journalPath, disk.get(`${projectPath}-backups/previous-g000001.journal`))],
    ['a log that was cut off', 'journal', (disk) => disk.put(journalPath, disk.get(journalPath).subarray(0, -10))],
    ['a log that is gone', 'reading', (disk) => disk.unlink(journalPath)],
    ['a line of the record that was taken out', 'command log', (_disk, { db }) => void db.run('DELETE FROM command_log WHERE seq = 1')],
    ['a text index without its words', 'full text', (_disk, { db }) => {
      db.run("INSERT INTO interaction (key, id, external_id, channel, started_at) VALUES (1, 'i', 'I-1', 'phone', '2025-01-01T00:00:00Z')");
      db.run("INSERT INTO turn (key, interaction_key, seq, speaker, role, text) VALUES (1, 1, 0, 'Ann', 'customer', 'nobody answered')");
    }],
    ['a value that its table forbids', 'integrity', (_disk, { db }) => {
      db.exec("PRAGMA ignore_check_constraints = ON; INSERT INTO interaction (id, external_id, channel) VALUES ('i', 'I-1', 'pigeon'); PRAGMA ignore_check_constraints = OFF");
    }],
    ['a tag on nothing', 'references', (_disk, { db }) => {
      db.exec('PRAGMA foreign_keys = OFF');
      db.run("INSERT INTO note (id, interaction_id, text, created_by, created_at) VALUES ('n', 'nothing', 'x', 'Ada', '')");
    }],
  ];
  test.each(harm)('%s is found', async (_what, name, act) => {
    const { disk, project } = await begun();
    expect(await failed(project)).toEqual([]);
    act(disk, project);
    expect(await failed(project)).toEqual([name]);
    await project.close({ discardUnsaved: true }).catch(() => undefined);
  });
});

describe('a copy that is saved elsewhere', () => {
  test('replaces nothing, and comes from a project that is only read as well', async () => {
    const { disk, project } = await begun();
    await project.saveCopy('/elsewhere/copy.earshot');
    await expect(project.saveCopy('/elsewhere/copy.earshot')).rejects.toMatchObject({ code: 'PROJECT_EXISTS' });
    await project.backups.create();
    const reading = await openProject({ ...optionsOn(disk, 2), access: 'read' });
    expect(await failed(reading)).toEqual([]);
    const [backup] = await reading.backups.list();
    expect(await reading.backups.look(backup?.name ?? '', (db) => db.get('SELECT value FROM setting WHERE key = ?', ['b']))).toEqual({ value: 'two' });
    for (const refused of [reading.undo(base()), reading.execute([putCommand('c', 'x')]), reading.checkpoint(), reading.backups.create()]) await expect(refused).rejects.toMatchObject({ code: 'READ_ONLY' });
    await reading.saveCopy('/elsewhere/second.earshot');
    await reading.close();
    const copy = await openProject({ ...optionsOn(disk, 3), path: '/elsewhere/second.earshot' });
    expect(shelfText(copy)).toBe(shelfText(project));
    await copy.close();
    await project.close();
  });
});

describe('what is no project, or not this one', () => {
  test('a folder, a backup of another project, a plain backup beside an encrypted one', async () => {
    const folder = aFolder();
    mkdirSync(folder.file('folder.earshot'));
    await expect(openProject(storeOptions(folder.file('folder.earshot')))).rejects.toMatchObject({ code: 'NOT_A_PROJECT' });
    folder.remove();

    const { disk, project } = await begun();
    const { name } = await project.backups.create();
    const plain = disk.get(`${projectPath}-backups/${name}`);
    await project.protect((await Vault.create(project.info.projectId, 'correct horse battery')).vault);
    disk.put(`${projectPath}-backups/${name}`, plain);
    await expect(project.backups.restore(name, base())).rejects.toMatchObject({ code: 'WRONG_PASSPHRASE' });
    const encrypted = (await project.backups.list()).find((backup) => backup.name !== name)?.name ?? '';
    const sealed = disk.get(`${projectPath}-backups/${encrypted}`);
    await project.protect(null);
    disk.put(`${projectPath}-backups/${encrypted}`, sealed);
    await expect(project.backups.restore(encrypted, base())).rejects.toMatchObject({ code: 'PASSPHRASE_NEEDED' });
    await project.close();

    const other = await createProject({ ...optionsOn(disk, 4), path: '/desk/other.earshot' });
    await put(other, 'a', 'of the other');
    disk.put(`/desk/other.earshot-backups/${name}`, plain);
    await expect(other.backups.restore(name, base())).rejects.toMatchObject({ code: 'BACKUP_DAMAGED' });
    await other.close();
  });

  test('a command of a newer Earshot, and one of a version that never was', async () => {
    const { project } = await begun();
    for (const [version, code] of [[0, 'INVALID_COMMAND'], [2, 'UNKNOWN_COMMAND']] as const) await expect(project.execute([{ ...putCommand('c', 'x'), version }])).rejects.toMatchObject({ code });
    expect(await failed(project)).toEqual([]);
    await project.close();
  });
});
