import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openLab, vtt, type EngineLab } from '#tests/support/engine/engine-lab.ts';

const place = { startMs: 3000, endMs: 5000, turnSeq: 1, charStart: null, charEnd: null };
const marks = { note: null, severity: null, outcome: null };

/** Two projects that imported the same call; each has ids of its own for it. */
describe('coding of two projects', () => {
  let ada: EngineLab;
  let bo: EngineLab;
  const call = { 'K-1.vtt': vtt([['Agent', 'Good morning.'], ['Customer', 'I worry.'], ['Agent', 'I see.']]) };

  const open = async (): Promise<EngineLab> => {
    const lab = await openLab();
    await lab.client.codebook.add({ key: 'E1', name: 'Noticing', kind: 'behaviour', dimension: 'emotional', parentId: null, owner: null, controllableBy: null, preventable: null, definition: '', examples: [], colour: 1, quickSlot: null });
    await lab.run(await lab.put(call));
    return lab;
  };
  /** Takes the coding of one project into the other. */
  const pass = async (from: EngineLab, to: EngineLab, dryRun = false) => {
    const { exportId } = await from.client.tags.exportCoding();
    const path = join(from.folder, `${exportId}.json`);
    await from.files.exports.save(exportId, path, { overwrite: true });
    return to.client.tags.mergeCoding({ fileId: await to.choose(path), dryRun });
  };
  const tagsOf = async (lab: EngineLab) => (await lab.client.interactions.get({ id: 'K-1' })).tags;

  beforeAll(async () => {
    [ada, bo] = await Promise.all([open(), open()]);
    await ada.client.tags.add({ interactionId: 'K-1', codeId: 'E1', ...place, ...marks, note: 'Said twice.' });
    await ada.client.empathy.judge({ interactionId: 'K-1', turnSeq: 1, outcome: 'missed', softened: false, note: null });
  });
  afterAll(() => Promise.all([ada.close(), bo.close()]));

  it('says first what it would do, and writes nothing', async () => {
    expect(await pass(ada, bo, true)).toMatchObject({ added: 2, same: 0, conflicts: [], setAside: [] });
    expect(await tagsOf(bo)).toEqual([]);
  });

  it('adds what is not there, under the same ids and names; again, it is the same', async () => {
    expect(await pass(ada, bo)).toMatchObject({ added: 2 });
    const [mine] = await tagsOf(ada);
    const [theirs] = await tagsOf(bo);
    expect(theirs).toMatchObject({ id: mine?.id, codeKey: 'E1', note: 'Said twice.', createdBy: 'tester', startMs: 3000 });
    expect(theirs?.interactionId).not.toBe(mine?.interactionId);
    expect((await bo.client.empathy.ofInteraction({ id: 'K-1' })).opportunities).toMatchObject([{ outcome: 'missed', softened: false }]);
    expect(await pass(ada, bo)).toMatchObject({ added: 0, same: 2, conflicts: [] });
  });

  it('shows what differs and leaves it as it stands', async () => {
    const [tag] = await tagsOf(bo);
    await bo.client.tags.change({ id: tag?.id ?? '', codeId: 'E1', ...place, ...marks, note: 'Said once.' });
    const { conflicts, added } = await pass(ada, bo);
    expect(added).toBe(0);
    expect(conflicts).toMatchObject([{ mine: { note: 'Said once.' }, theirs: { note: 'Said twice.' }, differs: ['note'] }]);
    expect(await tagsOf(bo)).toMatchObject([{ note: 'Said once.' }]);
  });

  it('sets aside what finds no interaction, code or turn, and takes all back by one undo', async () => {
    const other = await openLab();
    expect((await pass(ada, other)).setAside.map(({ reason }) => reason)).toEqual(['noInteraction', 'noInteraction']);
    await other.run(await other.put({ 'K-1.vtt': vtt([['Agent', 'Good morning.'], ['Agent', 'Hello?']]) }));
    expect((await pass(ada, other)).setAside.map(({ reason }) => reason)).toEqual(['noCode', 'noTurn']);
    await other.close();
    const third = await open();
    await pass(ada, third);
    await third.client.project.undo();
    expect(await tagsOf(third)).toEqual([]);
    expect((await third.client.empathy.ofInteraction({ id: 'K-1' })).opportunities).toEqual([]);
    await third.close();
  });

  it('refuses a file of anything else', async () => {
    await expect(bo.client.tags.mergeCoding({ fileId: (await bo.put({ 'x.json': '{"format":"other"}' }))[0] ?? '', dryRun: false })).rejects.toMatchObject({ code: 'UNREADABLE_FILE' });
  });
});
