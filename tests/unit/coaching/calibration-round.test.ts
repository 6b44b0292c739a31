import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CalibrationAnswer } from '#shared/model/calibration.ts';
import { openLab, vtt, type EngineLab } from '#tests/support/engine/engine-lab.ts';

const calls = Object.fromEntries(['A-1', 'A-2', 'A-3'].map((id) => [`${id}.vtt`, vtt([['Agent', 'Good morning.'], ['Customer', 'My husband died in March.'], ['Agent', 'And the postcode?']])]));

async function projectOf(): Promise<EngineLab> {
  const lab = await openLab();
  await lab.run(await lab.put(calls));
  return lab;
}

/** Every byte that a lab's project has on disk. */
const onDisk = (lab: EngineLab): string => readdirSync(lab.folder).filter((name) => name.startsWith('lab.earshot')).flatMap((name) => {
  try {
    return [readFileSync(join(lab.folder, name), 'latin1')];
  } catch {
    return [];
  }
}).join('\n');

const answer = (item: string, value: number | null, note: string | null = null): CalibrationAnswer => ({ item, value, startMs: 3000, endMs: 5000, turnSeq: 1, note });

describe('a blind round over two projects', () => {
  let ada: EngineLab;
  let bo: EngineLab;
  let roundId: string;
  const read = async (lab: EngineLab, { exportId, name }: { exportId: string; name: string }): Promise<Uint8Array> => {
    const file = lab.files.exports.find(exportId);
    if (!file) throw new Error(`no export ${name}`);
    return readFileSync(file.path);
  };
  const hand = async (from: EngineLab, to: EngineLab, { useNewer = false, ...exported }: { exportId: string; name: string; useNewer?: boolean }) => {
    const [fileId = ''] = await to.put({ [`${exported.exportId}.json`]: await read(from, exported) });
    return to.client.calibration.importFile({ fileId, useNewer });
  };

  beforeAll(async () => {
    [ada, bo] = [await projectOf(), await projectOf()];
    const round = await ada.client.calibration.create({ name: 'Round 1', closesOn: null, interactionIds: ['A-1', 'A-2', 'A-3'], items: ['e1', 't1'], raters: ['Ada', 'Bo'], openingWord: 'larkspur' });
    roundId = round.id;
  }, 60_000);
  afterAll(async () => {
    await ada.close();
    await bo.close();
  });

  it('travels as a file that holds no key to open it', async () => {
    const exported = await ada.client.calibration.exportRound({ id: roundId });
    expect(new TextDecoder().decode(await read(ada, exported))).not.toContain('PRIVATE');
    expect(await hand(ada, bo, exported)).toMatchObject({ kind: 'round', added: 1 });
    expect(await hand(ada, bo, exported)).toMatchObject({ added: 0, unchanged: 1 });
    expect((await bo.client.calibration.rounds())[0]).toMatchObject({ isOwner: false, raters: ['Ada', 'Bo'] });
  });

  it('keeps every answer unreadable, in both files and in every answer of the engine', async () => {
    const words = { ada: 'she named the grief', bo: 'nothing was heard at all' };
    for (const interaction of ['A-1', 'A-2', 'A-3']) {
      await ada.client.calibration.seal({ roundId, rater: 'Ada', interaction, answers: [answer('e1', interaction === 'A-1' ? 3 : 2, words.ada), answer('t1', 3)] });
      await bo.client.calibration.seal({ roundId, rater: 'Bo', interaction, answers: [answer('e1', interaction === 'A-1' ? 0 : 2, words.bo), answer('t1', interaction === 'A-3' ? null : 4)] });
    }
    expect(await hand(bo, ada, await bo.client.calibration.exportAnswers({ id: roundId, rater: 'Bo' }))).toMatchObject({ kind: 'answers', added: 3, conflicts: [], refused: [] });
    for (const lab of [ada, bo]) {
      const seen = onDisk(lab) + JSON.stringify(await lab.client.calibration.rounds());
      expect(seen.length).toBeGreaterThan(10_000);
      expect(seen).not.toContain(words.ada);
      expect(seen).not.toContain(words.bo);
      await expect(lab.client.calibration.results({ id: roundId })).rejects.toMatchObject({ code: 'REFUSED' });
      await expect(lab.client.calibration.settle({ roundId, interaction: 'A-1', item: 'e1', value: 1, reason: 'early', isExample: true })).rejects.toMatchObject({ code: 'REFUSED' });
    }
    expect((await ada.client.calibration.rounds())[0]?.progress).toMatchObject([{ rater: 'Ada', total: 3, done: ['A-1', 'A-2', 'A-3'] }, { rater: 'Bo', total: 3, done: ['A-1', 'A-2', 'A-3'] }]);
  });

  it('refuses sheets that were changed, moved, or signed by somebody else', async () => {
    const exported = await bo.client.calibration.exportAnswers({ id: roundId, rater: 'Bo' });
    const packet = JSON.parse(new TextDecoder().decode(await read(bo, exported))) as { sheets: { interaction: string; sealed: string; rater: string }[] };
    const sheet = packet.sheets[0];
    if (!sheet) throw new Error('a sheet was exported');
    const give = async (sheets: object[]) => {
      const [fileId = ''] = await ada.put({ 'forged.json': JSON.stringify({ ...packet, sheets }) });
      return ada.client.calibration.importFile({ fileId, useNewer: true });
    };
    expect((await give([{ ...sheet, sealed: `${sheet.sealed.slice(0, -4)}AAAA` }])).refused).toHaveLength(1);
    expect((await give([{ ...sheet, interaction: 'A-2' }])).refused).toHaveLength(1);
    expect((await give([{ ...sheet, rater: 'Ada' }])).refused).toHaveLength(1);
    const other = await openLab();
    await other.run(await other.put(calls));
    await hand(ada, other, await ada.client.calibration.exportRound({ id: roundId }));
    await other.client.calibration.seal({ roundId, rater: 'Bo', interaction: 'A-1', answers: [answer('e1', 4), answer('t1', 4)] });
    const forged = await hand(other, ada, { ...await other.client.calibration.exportAnswers({ id: roundId, rater: 'Bo' }), useNewer: true });
    expect(forged.refused[0]?.reason).toContain('another key');
    await other.close();
  });

  it('shows two sheets for one place as a conflict and overwrites nothing', async () => {
    await bo.client.calibration.seal({ roundId, rater: 'Bo', interaction: 'A-2', answers: [answer('e1', 1), answer('t1', 4)] });
    const again = await hand(bo, ada, await bo.client.calibration.exportAnswers({ id: roundId, rater: 'Bo' }));
    expect(again).toMatchObject({ added: 0, unchanged: 2, conflicts: [{ rater: 'Bo', interaction: 'A-2' }] });
  });

  it('opens for its owner alone, with the word, and for good', async () => {
    await expect(bo.client.calibration.open({ id: roundId, openingWord: 'larkspur' })).rejects.toMatchObject({ code: 'REFUSED' });
    await expect(ada.client.calibration.open({ id: roundId, openingWord: 'wrong word' })).rejects.toMatchObject({ code: 'REFUSED' });
    const { items, disagreements, round } = await ada.client.calibration.open({ id: roundId, openingWord: 'larkspur' });
    expect(round.openedBy).toBe('tester');
    const noticing = items.find(({ item }) => item === 'e1');
    // Ada 3 2 2, Bo 0 2 2: two of three exact, two within one.
    expect([noticing?.exact.x, noticing?.exact.n, noticing?.withinOne.x]).toEqual([2, 3, 2]);
    expect(noticing?.values).toEqual([[3, 2, 2], [0, 2, 2]]);
    expect(noticing?.fleiss).toMatchObject({ value: null, reason: 'NOT_IDENTIFIED' });
    expect(noticing?.gate).toBe('unknown');
    expect(noticing?.spansF1.value).toBe(1);
    // By hand: values 0, 2 (4 times), 3; d(0,2) = d(2,3) = 6.25, d(0,3) = 25; 1 - 5 x 50 / 150.
    expect(noticing?.alpha.value).toBeCloseTo(-2 / 3, 10);
    const diagnosis = items.find(({ item }) => item === 't1');
    expect(diagnosis?.units).toBe(2);
    expect(diagnosis?.exact.x).toBe(0);
    expect(disagreements[0]).toMatchObject({ interaction: 'A-1', item: 'e1', range: 3 });
    expect(disagreements.some(({ interaction, item }) => interaction === 'A-3' && item === 't1')).toBe(true);
    await expect(ada.client.calibration.seal({ roundId, rater: 'Ada', interaction: 'A-1', answers: [answer('e1', 1), answer('t1', 1)] })).rejects.toMatchObject({ code: 'REFUSED' });
    expect((await ada.client.interactions.get({ id: 'A-1' })).evaluations.map(({ purpose, evaluator }) => `${purpose} ${evaluator}`).toSorted()).toEqual(['calibration Ada', 'calibration Bo']);
  });

  it('shows leniency to the owner with the word, and to nobody else', async () => {
    const leniency = await ada.client.calibration.leniency({ id: roundId, openingWord: 'larkspur' });
    // Ada over Bo: 3, 0, 0 on Noticing and -1, -1 on Diagnosis.
    expect(leniency.map(({ rater, difference }) => [rater, difference.n, difference.value])).toEqual([['Ada', 5, expect.closeTo(0.2, 10)], ['Bo', 5, expect.closeTo(-0.2, 10)]]);
    await expect(ada.client.calibration.leniency({ id: roundId, openingWord: null })).rejects.toMatchObject({ code: 'REFUSED' });
  });

  it('keeps an agreed answer as an example in the guide, and takes it back', async () => {
    await ada.client.calibration.settle({ roundId, interaction: 'A-1', item: 'e1', value: 1, reason: 'The death was passed over.', isExample: true });
    expect((await ada.client.calibration.guide()).find(({ item }) => item === 'e1')?.examples).toMatchObject([{ interaction: 'A-1', value: 1, reason: 'The death was passed over.', roundName: 'Round 1' }]);
    await ada.client.project.undo();
    expect((await ada.client.calibration.guide()).find(({ item }) => item === 'e1')?.examples).toEqual([]);
  });
});
