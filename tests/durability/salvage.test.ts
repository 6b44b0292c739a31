import { beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '#engine/store/database.ts';
import { registryOf } from '#engine/log/apply.ts';
import { createProject, openProject, type ProjectFile } from '#engine/store/project-file.ts';
import { salvage, type Salvaged, type SalvageOptions } from '#engine/store/salvage/salvage.ts';
import { withoutSeal } from '#engine/store/snapshot.ts';
import { Vault } from '#engine/store/vault.ts';
import { figure } from '#tests/support/figure.ts';
import { effort } from '#tests/support/store/effort.ts';
import { markedProject, markedProjectId, type MarkedProject, rowsOf, tablesOf } from '#tests/support/store/marked-project.ts';
import { MemoryDisk } from '#tests/support/store/memory-disk.ts';
import { Random } from '#tests/support/store/random.ts';
import { shelfHandlers } from '#tests/support/store/shelf-handlers.ts';
import { lonelyProcess, shelfText } from '#tests/support/store/story.ts';
import { base, countingId, put, storeOptions } from '#tests/support/store/test-project.ts';

const damages = effort(20, 200);
const pageSize = 4096;
const path = '/desk/marked.earshot';
const newPath = '/desk/marked salvaged.earshot';

const kinds = ['pages', 'zeros', 'cut', 'head', 'schema'] as const;
type Kind = (typeof kinds)[number];

function noise(random: Random, size: number): Uint8Array {
  return Uint8Array.from({ length: size }, () => random.below(256));
}

/** A copy with a damage of this kind. */
function damaged(file: Uint8Array, kind: Kind, random: Random): Uint8Array {
  const copy = file.slice();
  const pages = Math.floor(file.length / pageSize);
  const overwrite = (page: number) => copy.set(noise(random, pageSize), page * pageSize);
  switch (kind) {
    case 'pages':
      for (let count = 1 + random.below(12); count > 0; count -= 1) overwrite(random.below(pages));
      return copy;
    case 'zeros': {
      const from = random.below(copy.length);
      copy.fill(0, from, from + 1 + random.below(60_000));
      return copy;
    }
    case 'cut':
      return copy.subarray(0, pageSize + random.below(copy.length - pageSize));
    case 'head':
      if (random.chance(0.5)) overwrite(0);
      else copy.fill(0, 0, random.pick([16, 100, pageSize]));
      if (random.chance(0.5)) overwrite(1 + random.below(pages - 1));
      return copy;
    case 'schema':
      // Nothing says any more what tables there are and where they begin.
      for (let page = 0; page < pages; page += 1) if (page === 0 || Buffer.from(copy.subarray(page * pageSize, (page + 1) * pageSize)).includes('CREATE TABLE')) overwrite(page);
      return copy;
  }
}

/** The marks whose every byte lies in pages that the damage did not touch: their rows can be read, hence must be. */
function untouched(project: MarkedProject, file: Uint8Array): Set<string> {
  const left = new Set(project.marks.keys());
  for (let from = 0; from < project.file.length; from += pageSize) {
    const [before, after] = [project.file.subarray(from, from + pageSize), file.subarray(from, from + pageSize)];
    if (Buffer.compare(before, after) === 0) continue;
    for (const [mark] of Buffer.from(before).toString('latin1').matchAll(/<#[a-z_]+ \d+#>/g)) left.delete(mark);
  }
  return left;
}

type Saved = { disk: MemoryDisk; salvaged: Salvaged; read: Map<string, string[]> };

async function saveWhatCanBeRead(file: Uint8Array, { journal, ...more }: Partial<SalvageOptions> & { journal?: Uint8Array } = {}): Promise<Saved> {
  const disk = new MemoryDisk();
  disk.put(path, file);
  if (journal !== undefined) disk.put(`${path}-log`, journal);
  const read = new Map<string, string[]>();
  const salvaged = await salvage({
    fileSystem: disk, path, passphrase: undefined, registry: registryOf(shelfHandlers), clock: () => new Date('2026-11-22T12:00:00Z'), newId: countingId, actor: 'Ada',
    breathe: () => Promise.resolve(),
    asRead: (db: Database) => {
      for (const table of tablesOf(db)) read.set(table, rowsOf(db, table));
      return Promise.resolve();
    },
    ...more,
  });
  return { disk, salvaged, read };
}

/** Saves the new project and opens it as anybody would: it must be whole. @returns what `look` saw */
async function inNewProject<T>({ disk, salvaged }: Saved, look: (project: ProjectFile) => T, passphrase?: string): Promise<T> {
  await salvaged.save(newPath);
  salvaged.close();
  const opened = await openProject(storeOptions(newPath, { fileSystem: disk, probe: lonelyProcess(2), ...(passphrase === undefined ? {} : { passphrase }) }));
  expect((await opened.verify()).filter(({ ok }) => !ok)).toEqual([]);
  expect(opened.info.recovered).toBeNull();
  const seen = look(opened);
  await opened.close();
  return seen;
}

/** The rules of D-13, whatever the damage was. @returns rows that had to be read, and that were */
async function expectAllThatIsLeft(project: MarkedProject, file: Uint8Array, about: string): Promise<{ due: number; rows: number; saved: Saved }> {
  const saved = await saveWhatCanBeRead(file);
  const { disk, salvaged, read } = saved;
  // Nothing invented, nothing altered, nothing twice; the counts are those of the rows.
  let rows = 0;
  const sets = new Map([...read].map(([table, found]) => [table, new Set(found)]));
  for (const [table, found] of read) {
    const strange = found.filter((row) => !(project.rows.get(table)?.has(row) ?? false));
    expect(strange, `${about}: ${table}`).toEqual([]);
    expect(sets.get(table)?.size, `${about}: ${table}`).toBe(found.length);
    expect(salvaged.tables.find(({ name }) => name === table), `${about}: ${table}`).toMatchObject({ rows: found.length });
    rows += found.length;
  }
  for (const { name, expected, isWhole, rows: count } of salvaged.tables) {
    if (expected !== null) expect(expected, `${about}: ${name}`).toBe(project.rows.get(name)?.size);
    if (isWhole) expect(count, `${about}: ${name}`).toBe(project.rows.get(name)?.size);
  }
  // Everything whose pages are as they were has come out, or stands among the rows of which nothing says whose they are.
  const due = untouched(project, file);
  const stray = JSON.stringify(salvaged.stray);
  const missing = [...due].filter((mark) => {
    const { table, row } = project.marks.get(mark) as { table: string; row: string };
    return !(sets.get(table)?.has(row) ?? false) && !stray.includes(mark);
  });
  expect(missing, about).toEqual([]);
  expect(Buffer.compare(disk.get(path), file)).toBe(0);
  expect(disk.operations, about).toEqual([]);
  return { due: due.size, rows, saved };
}

describe('salvage of a project with nothing good beside it', () => {
  let project: MarkedProject;
  beforeAll(async () => {
    project = await markedProject();
  });

  test('of a sound file everything comes out, and the record of changes goes on', async () => {
    const { salvaged, read, disk } = await saveWhatCanBeRead(project.file);
    for (const [table, rows] of project.rows) expect(new Set(read.get(table)), table).toEqual(rows);
    expect(salvaged.tables.filter(({ isWhole, rows, expected }) => !isWhole || rows !== expected)).toEqual([]);
    expect([salvaged.isLogKept, salvaged.emptied, salvaged.leftOut.size, salvaged.stray.length]).toEqual([true, 0, 0, 0]);
    const info = await inNewProject({ disk, salvaged, read }, (opened) => opened.info);
    expect(info).toMatchObject({ projectId: markedProjectId, lastSeq: 61 });
    expect(disk.list('/desk')).toEqual(['marked salvaged.earshot', 'marked salvaged.earshot-log', 'marked.earshot']);
  });

  test(`D-13: after ${damages} damages every readable row of every table comes out once, counted`, async () => {
    const random = new Random(13);
    const totals = { due: 0, rows: 0 };
    for (let round = 0; round < damages; round += 1) {
      const kind = kinds[round % kinds.length] as Kind;
      const { due, rows, saved } = await expectAllThatIsLeft(project, damaged(project.file, kind, random), `round ${round}, ${kind}`);
      if (round % effort(4, 2) === 0) await inNewProject(saved, () => undefined);
      else saved.salvaged.close();
      totals.due += due;
      totals.rows += rows;
    }
    expect(totals.due).toBeGreaterThan(damages * 300);
    figure('D-13', `${damages} damaged project files with nothing beside them: ${totals.rows} rows read, among them all ${totals.due} whose pages were as before; none invented, each in a whole new project`);
  }, effort(60_000, 1_200_000));

  /** The page on which the row with this mark lies. */
  const pageOf = (mark: string): number => Math.floor(Buffer.from(project.file).indexOf(mark) / pageSize);
  const withNoise = (file: Uint8Array, pages: readonly number[]): Uint8Array => {
    const copy = file.slice();
    for (const page of pages) copy.set(noise(new Random(page), pageSize), page * pageSize);
    return copy;
  };
  const pagesOf = (table: string): number[] => [...new Set([...project.marks].filter(([, marked]) => marked.table === table).map(([mark]) => pageOf(mark)))];

  test('a page that lies twice gives its rows once, and one that lies over another takes only the other\'s', async () => {
    const [from, to] = [pagesOf('note')[0] as number, pagesOf('purchase')[0] as number];
    const copy = project.file.slice();
    copy.set(project.file.subarray(from * pageSize, (from + 1) * pageSize), to * pageSize);
    const { saved } = await expectAllThatIsLeft(project, copy, 'a page over another');
    expect(saved.salvaged.stray).toEqual([]);
    expect(new Set(saved.read.get('note'))).toEqual(project.rows.get('note'));
    await inNewProject(saved, () => undefined);
  });

  test('a time that was wiped out is a damaged row, and no call at zero seconds', async () => {
    const copy = project.file.slice();
    // Its two times stand in two bytes each before its words.
    const words = Buffer.from(copy).indexOf('what was said 5 2,');
    copy.fill(0, words - 4, words);
    const { salvaged, read } = await saveWhatCanBeRead(copy);
    expect(salvaged.tables.find(({ name }) => name === 'turn')).toMatchObject({ rows: 479, damaged: 1, expected: 480, isWhole: false });
    expect((read.get('turn') ?? []).filter((row) => !(project.rows.get('turn')?.has(row) ?? false))).toEqual([]);
    salvaged.close();
  });

  test('tags whose codes are lost stay together under a name that says so; what belongs to a lost interaction is left out and counted', async () => {
    const saved = await saveWhatCanBeRead(withNoise(project.file, [...pagesOf('code'), pagesOf('interaction')[0] as number]));
    const { leftOut, standIns, emptied } = saved.salvaged;
    const kept = saved.read.get('interaction')?.length ?? 0;
    expect(kept).toBeLessThan(120);
    expect(standIns).toBe(12);
    expect([...leftOut.keys()].filter((table) => table !== 'tag').toSorted()).toEqual(['note', 'quote', 'turn', 'turn_original']);
    expect(leftOut.get('turn')).toBe((120 - kept) * 4);
    expect(emptied).toBeGreaterThan(0);
    await inNewProject(saved, ({ db }) => {
      expect(db.get('SELECT count(*) AS tags, count(DISTINCT code_id) AS codes FROM tag')).toEqual({ tags: 150 - (leftOut.get('tag') ?? 0), codes: 12 });
      expect(db.get("SELECT count(*) AS n FROM code WHERE name LIKE 'Unreadable code %'")).toEqual({ n: 12 });
      expect(db.get("SELECT count(*) AS n FROM survey_response WHERE link_state = 'matched' AND interaction_id IS NULL")).toEqual({ n: 0 });
    });
  });

  test('changes of the log beside it are made again: as the same lines where the record is whole, else each for itself', async () => {
    const disk = new MemoryDisk();
    const made = await createProject(storeOptions(path, { fileSystem: disk, probe: lonelyProcess(1) }));
    for (let count = 1; count <= 4; count += 1) await put(made, `k${count}`, `text ${count}`);
    await made.checkpoint();
    await put(made, 'k1', 'text 5');
    await made.undo(base());
    await put(made, 'k6', 'text 6');
    const [file, journal, shelf] = [disk.get(path), disk.get(`${path}-log`), shelfText(made)];
    await made.close();
    const headLost = withNoise(file, [0]);
    const same = await saveWhatCanBeRead(headLost, { journal });
    expect([same.salvaged.isLogKept, same.salvaged.journal.map(({ isDone }) => isDone)]).toEqual([true, [true, true, true]]);
    expect(await inNewProject(same, (opened) => [shelfText(opened), opened.info.lastSeq])).toEqual([shelf, 8]);

    const logPage = Math.floor(Buffer.from(file).lastIndexOf('shelf.put') / pageSize);
    const anew = await saveWhatCanBeRead(withNoise(file, [logPage]), { journal });
    expect([anew.salvaged.isLogKept, anew.salvaged.journal.map(({ isDone }) => isDone)]).toEqual([false, [true, true, true]]);
    expect(await inNewProject(anew, (opened) => [shelfText(opened), opened.info.lastSeq])).toEqual([shelf, 4]);

    // A frame that is damaged is counted by its absence; those around it are made again.
    const torn = journal.slice();
    torn[journal.length - 20] = 0;
    const short = await saveWhatCanBeRead(headLost, { journal: torn });
    expect(short.salvaged.journal.map(({ entry }) => entry.name)).toEqual(['shelf.put', 'shelf.put']);
    await inNewProject(short, () => undefined);

    // The log alone, with nothing of the file: what was done since the last full save is all there is.
    const alone = await saveWhatCanBeRead(noise(new Random(1), 9000), { journal });
    expect(alone.salvaged.journal).toHaveLength(3);
    await inNewProject(alone, () => undefined);
  });

  test('of an encrypted project every part that is as it was comes out, given the passphrase', async () => {
    const { vault } = await Vault.create(markedProjectId, 'several plain words');
    const hidden = await markedProject({ vault });
    const plain = { ...hidden, file: vault.decrypt(withoutSeal(hidden.file)) };
    const [chunk, sealed, head] = [65_536, 65_536 + 16, hidden.file.length - 64 - plain.file.length - Math.ceil(plain.file.length / 65_536) * 16];
    const [file, left] = [hidden.file.slice(), plain.file.slice()];
    for (const number of [1, 4]) {
      file[head + number * sealed + 99] = (file[head + number * sealed + 99] ?? 0) ^ 1;
      left.fill(0, number * chunk, (number + 1) * chunk);
    }
    await expect(saveWhatCanBeRead(file)).rejects.toMatchObject({ code: 'PASSPHRASE_NEEDED' });
    await expect(saveWhatCanBeRead(file, { passphrase: 'another' })).rejects.toMatchObject({ code: 'WRONG_PASSPHRASE' });
    const saved = await saveWhatCanBeRead(file, { passphrase: 'several plain words' });
    for (const [table, rows] of saved.read) expect(rows.filter((row) => !(hidden.rows.get(table)?.has(row) ?? false)), table).toEqual([]);
    const due = [...untouched(plain, left)].map((mark) => hidden.marks.get(mark) as { table: string; row: string });
    expect(due.length).toBeGreaterThan(300);
    expect(due.filter(({ table, row }) => !(saved.read.get(table)?.includes(row) ?? false))).toEqual([]);
    // The new project is as secret as the old one.
    await inNewProject(saved, ({ vault: own }) => expect(own).not.toBeNull(), 'several plain words');
    expect(Buffer.from(saved.disk.get(newPath)).includes('<#turn ')).toBe(false);
    const cut = await saveWhatCanBeRead(hidden.file.subarray(0, Math.floor(hidden.file.length * 0.7)), { passphrase: 'several plain words' });
    expect(cut.salvaged.tables.reduce((sum, { rows }) => sum + rows, 0)).toBeGreaterThan(100);
    cut.salvaged.close();
  });

  test('a file with nothing to be read, and one of a newer Earshot, are refused in words', async () => {
    await expect(saveWhatCanBeRead(noise(new Random(2), 50_000))).rejects.toMatchObject({ code: 'PROJECT_DAMAGED', message: expect.stringContaining('Nothing in this file') });
    await expect(saveWhatCanBeRead(Buffer.from('a,b\n1,2\n'))).rejects.toMatchObject({ code: 'PROJECT_DAMAGED' });
    const newer = project.file.slice();
    newer[63] = 99;
    await expect(saveWhatCanBeRead(newer)).rejects.toMatchObject({ code: 'NEWER_VERSION' });
  });
});
