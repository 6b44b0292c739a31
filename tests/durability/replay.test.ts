import { z } from 'zod';
import { beforeAll, describe, expect, test } from 'vitest';
import { type AnyCommandHandler, CommandRefused } from '#engine/log/handler.ts';
import { encodeFrame, journalHeaderSize } from '#engine/store/journal-format.ts';
import { scanJournal } from '#engine/store/journal-scan.ts';
import { createProject, openProject, type ProjectFile } from '#engine/store/project-file.ts';
import { type DiskContent, MemoryDisk } from '#tests/support/store/memory-disk.ts';
import { readShelf, shelfHandlers } from '#tests/support/store/shelf-handlers.ts';
import { optionsOn, projectPath } from '#tests/support/store/story.ts';
import { base, put, putCommand } from '#tests/support/store/test-project.ts';

const journalPath = `${projectPath}-log`;
const [putting, removing] = shelfHandlers as [AnyCommandHandler, AnyCommandHandler];

/** The same commands in their second version: what was called text is called words. */
const later: AnyCommandHandler = {
  definition: { ...putting.definition, version: 2, payload: z.strictObject({ key: z.string(), words: z.string() }) },
  upcast: ({ key, text }) => ({ key, words: `${String(text)}, of an older Earshot` }),
  apply: (db, { key, words }, context) => putting.apply(db, { key, text: words }, context),
};

describe('a log that another Earshot reads', () => {
  let content: DiskContent;
  beforeAll(async () => {
    const disk = new MemoryDisk();
    const project = await createProject(optionsOn(disk, 1));
    await put(project, 'a', 'one');
    await put(project, 'b', 'two');
    content = disk.content();
    await project.close();
  });
  const opened = (disk: MemoryDisk, handlers: readonly AnyCommandHandler[]): Promise<ProjectFile> => openProject({ ...optionsOn(disk, 2), handlers });
  /** Opening fails so, and leaves project and log as they are. */
  const expectRefused = async (disk: MemoryDisk, handlers: readonly AnyCommandHandler[], refusal: object) => {
    const before = [projectPath, journalPath].map((path) => disk.get(path));
    await expect(opened(disk, handlers)).rejects.toMatchObject(refusal);
    [projectPath, journalPath].forEach((path, index) => expect(Buffer.compare(disk.get(path), before[index] as Uint8Array), path).toBe(0));
    expect(disk.list('/desk')).toEqual(['calls.earshot', 'calls.earshot-lock', 'calls.earshot-log']);
  };

  test('an older one, which does not know a command, asks for a newer', async () => {
    await expectRefused(new MemoryDisk(content), [removing], { code: 'NEWER_VERSION', message: expect.stringContaining('shelf.put') });
  });

  test('one that would refuse the command today says which', async () => {
    const strict: AnyCommandHandler = { ...putting, apply: () => { throw new CommandRefused('REFUSED', 'No more.'); } };
    await expectRefused(new MemoryDisk(content), [strict, removing], { code: 'REPLAY_FAILED', message: expect.stringContaining('Change 1 (shelf.put)') });
  });

  test('a newer one carries commands out as its own version of them, from the log and from whoever still sends them', async () => {
    const project = await opened(new MemoryDisk(content), [later, removing]);
    await project.execute([{ ...putCommand('c', 'three') }]);
    await project.execute([{ ...base(), name: 'shelf.put', version: 2, payload: { key: 'd', words: 'four' } }]);
    expect(readShelf(project.db)).toEqual({ a: 'one, of an older Earshot', b: 'two, of an older Earshot', c: 'three, of an older Earshot', d: 'four' });
    expect((await project.verify()).filter(({ ok }) => !ok)).toEqual([]);
    await project.close();
  });

  test('one that has forgotten how to does not guess', async () => {
    const { upcast: _forgotten, ...forgetful } = later;
    await expectRefused(new MemoryDisk(content), [forgetful, removing], { code: 'REPLAY_FAILED', cause: expect.objectContaining({ code: 'UNKNOWN_COMMAND' }) });
  });

  const forgeries: readonly (readonly [string, (payload: string) => string, object])[] = [
    ['says something else than the chain does', (payload) => payload.replace('"one"', '"two"'), { code: 'REPLAY_FAILED', message: expect.stringContaining('does not fit the log') }],
    ['is no list of commands', () => 'EARSHOT', { code: 'REPLAY_FAILED', message: expect.stringContaining('cannot be read') }],
  ];
  test.each(forgeries)('an entry with a sound checksum that %s is not carried out', async (_what, forge, refusal) => {
    const disk = new MemoryDisk(content);
    const file = disk.get(journalPath);
    const [first, ...rest] = scanJournal(file)?.frames ?? [];
    if (first === undefined) throw new Error('There is no entry to forge.');
    const forged = encodeFrame({ ...first, payload: Buffer.from(forge(Buffer.from(first.payload).toString('utf8'))) }, first);
    disk.put(journalPath, Buffer.concat([file.subarray(0, journalHeaderSize), forged, ...rest.map((frame) => encodeFrame(frame, frame))]));
    await expectRefused(disk, shelfHandlers, refusal);
  });
});

describe('a command that is not understood', () => {
  test('is told by the place in it, or as a whole', async () => {
    const project = await createProject(optionsOn(new MemoryDisk(), 1));
    const messageFor = (command: object) => project.execute([{ ...putCommand('a', 'one'), ...command }]).then(() => 'done', (error: unknown) => (error as Error).message);
    expect(await messageFor({ payload: { key: 'a', text: 5 } })).toMatch(/^The command shelf\.put was not understood at text: .*\.$/);
    expect(await messageFor({ payload: { key: 'a', text: 'one', colour: 'red' } })).toMatch(/^The command shelf\.put was not understood: .*colour.*\.$/);
    expect(readShelf(project.db)).toEqual({});
    await project.close();
  });

  test('a request of no commands does nothing', async () => {
    const project = await createProject(optionsOn(new MemoryDisk(), 1));
    expect(await project.execute([])).toEqual([]);
    expect(project.info.lastSeq).toBe(0);
    await project.close();
  });
});
