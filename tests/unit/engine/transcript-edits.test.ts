import { readFileSync } from 'node:fs';
import { wholeInteraction } from '#shared/contract/interactions.ts';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { changeBetween, movedSpan, movedWords } from '#engine/log/handlers/reworded.ts';
import { openLab, type EngineLab } from '#tests/support/engine/engine-lab.ts';

describe('what changed between two texts', () => {
  test('is one stretch, never half a character, and puts the new text together again', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (before, after) => {
      const { start, end, newEnd } = changeBetween(before, after);
      expect(before.slice(0, start) + after.slice(start, newEnd) + before.slice(end)).toBe(after);
      for (const part of [before.slice(start, end), after.slice(start, newEnd)]) expect(part).not.toMatch(/\p{Surrogate}/u);
    }), { numRuns: 500 });
  });

  test('leaves every span inside the new text', () => {
    fc.assert(fc.property(fc.string(), fc.string(), fc.tuple(fc.nat(40), fc.nat(40)), (before, after, [a, b]) => {
      const [from, to] = [Math.min(a, b, before.length), Math.min(Math.max(a, b), before.length)];
      const moved = movedSpan([from, to], changeBetween(before, after));
      if (moved !== null) expect(0 <= moved[0] && moved[0] < moved[1] && moved[1] <= after.length).toBe(true);
    }), { numRuns: 500 });
  });

  test('moves words: before it they stay, after it they follow, those replaced become one', () => {
    const words: [number, number, number, number][] = [[0, 10, 0, 3], [10, 20, 4, 7], [20, 30, 8, 11], [30, 40, 12, 15]];
    expect(movedWords(words, changeBetween('the cat had fun', 'the dog sat fun'))).toEqual([[0, 10, 0, 3], [10, 30, 4, 11], [30, 40, 12, 15]]);
    expect(movedWords(words, changeBetween('the cat had fun', 'the big grey mouse fun'))?.at(-1)).toEqual([30, 40, 19, 22]);
    expect(movedWords(words, changeBetween('the cat had fun', 'the fun'))).toEqual([[0, 10, 0, 3], [30, 40, 4, 7]]);
    expect(movedWords(null, changeBetween('a', 'b'))).toBeNull();
  });
});

const cue = (from: string, to: string, text: string) => `00:00:${from} --> 00:00:${to}\n<v ${text.startsWith('I') ? 'Customer' : 'Agent'}>${text}\n`;

describe('a transcript', () => {
  let lab: EngineLab;
  beforeEach(async () => {
    lab = await openLab();
    await lab.run(await lab.put({ 'C-1.vtt': `WEBVTT\n\n${cue('00.000', '02.000', 'Your reefund is late')}\n${cue('10.000', '12.500', 'I know that')}\n${cue('59.900', '59.999', 'Good bye')}` }));
    await lab.client.codebook.add({ key: 'A', name: 'A', kind: 'cause', dimension: null, parentId: null, owner: null, controllableBy: null, preventable: null, definition: '', examples: [], colour: 0, quickSlot: null });
  });
  afterEach(() => lab.close());

  const idOf = (whole: { interaction: { id: string } }) => whole.interaction.id;
  const get = async () => wholeInteraction(await lab.client.interactions.get({ id: 'C-1' }));
  const tag = (place: { startMs: number; endMs: number | null; turnSeq: number | null; charStart: number | null; charEnd: number | null }) =>
    lab.client.tags.add({ interactionId: 'C-1', codeId: 'A', ...place, note: null, severity: null, outcome: null });
  const found = async (words: string) => (await lab.client.interactions.search({ words, offset: 0, limit: 5 })).total;

  test('is put right with what came in kept, its marks moved along, and the search knowing only what stands', async () => {
    await tag({ startMs: 0, endMs: 2000, turnSeq: 0, charStart: 5, charEnd: 12 });
    const after = await tag({ startMs: 0, endMs: 2000, turnSeq: 0, charStart: 16, charEnd: 20 });
    await lab.client.tags.star({ interactionId: 'C-1', turnSeq: 0, charStart: 0, charEnd: 20, note: null });
    const before = await get();
    expect(await lab.client.interactions.correct({ id: 'C-1', turnSeq: 0, text: ' Your refund is late ' })).toEqual({ changed: true });
    const now = await get();
    expect(now.turns[0]).toMatchObject({ text: 'Your refund is late', original: 'Your reefund is late' });
    const spanOf = ({ charStart, charEnd }: { charStart: number | null; charEnd: number | null }) => now.turns[0]?.text.slice(charStart ?? 0, charEnd ?? 0);
    expect(now.tags.map(spanOf).toSorted((a = '', b = '') => a.localeCompare(b))).toEqual(['late', 'refund']);
    expect(now.tags.find(({ id }) => id === after.id)).toMatchObject({ charStart: 15, charEnd: 19 });
    expect(now.quotes.map(spanOf)).toEqual(['Your refund is late']);
    expect([await found('refund'), await found('reefund')]).toEqual([1, 0]);
    await lab.client.project.undo();
    expect(await get()).toEqual(before);
    expect([await found('refund'), await found('reefund')]).toEqual([0, 1]);
    await lab.client.project.redo();
    expect(await get()).toEqual(now);
  });

  test('corrected twice keeps the words that came in; put back it is untouched again', async () => {
    for (const text of ['Your money is late', 'Your money is too late']) await lab.client.interactions.correct({ id: 'C-1', turnSeq: 0, text });
    expect((await get()).turns[0]).toMatchObject({ text: 'Your money is too late', original: 'Your reefund is late' });
    expect(await lab.client.interactions.correct({ id: 'C-1', turnSeq: 0, text: 'Your money is too late' })).toEqual({ changed: false });
    await lab.client.interactions.correct({ id: 'C-1', turnSeq: 0, text: 'Your reefund is late' });
    expect((await get()).turns[0]).not.toHaveProperty('original');
    await lab.client.project.undo();
    expect((await get()).turns[0]).toMatchObject({ original: 'Your reefund is late' });
  });

  test('keeps the original through an import that is taken back and brought again', async () => {
    await lab.client.interactions.correct({ id: 'C-1', turnSeq: 0, text: 'Your refund is late' });
    const { importId } = (await lab.client.imports.list()).map(({ id }) => ({ importId: id }))[0] ?? { importId: '' };
    await lab.client.imports.remove({ importId });
    await lab.client.project.undo();
    expect((await get()).turns[0]).toMatchObject({ text: 'Your refund is late', original: 'Your reefund is late' });
  });

  test('is moved onto its recording by one point, stretched by two, and undone to the millisecond', async () => {
    await tag({ startMs: 10_000, endMs: 12_500, turnSeq: 1, charStart: null, charEnd: null });
    await tag({ startMs: 500, endMs: 700, turnSeq: null, charStart: null, charEnd: null });
    const before = await get();
    await lab.client.interactions.shiftTimes({ id: 'C-1', points: [{ fromMs: 10_000, toMs: 13_250 }] });
    expect((await get()).turns.map(({ startMs, endMs }) => [startMs, endMs])).toEqual([[3250, 5250], [13_250, 15_750], [63_150, 63_249]]);
    expect((await get()).tags.map(({ startMs }) => startMs)).toEqual([500, 13_250]);
    await lab.client.project.undo();
    await lab.client.interactions.shiftTimes({ id: 'C-1', points: [{ fromMs: 0, toMs: 333 }, { fromMs: 59_900, toMs: 59_000 }] });
    expect((await get()).turns.map(({ startMs }) => startMs)).toEqual([333, Math.round(333 + 10_000 * (58_667 / 59_900)), 59_000]);
    await lab.client.project.undo();
    expect(await get()).toEqual(before);
  });

  test('keeps what is hidden hidden: no words are changed around it, its sound moves along, and making it final takes the corrections’ words', async () => {
    await lab.client.interactions.correct({ id: 'C-1', turnSeq: 0, text: 'Your refund is late' });
    await lab.client.privacy.review({ interactionId: idOf(await get()), apply: [{ turnSeq: 0, charStart: 5, charEnd: 11, type: 'PERSON' }], dismiss: [] });
    await expect(lab.client.interactions.correct({ id: 'C-1', turnSeq: 0, text: 'Your refund is gone' })).rejects.toMatchObject({ code: 'REFUSED' });
    const soundAt = async () => (await lab.client.privacy.places({ interactionId: idOf(await get()) })).places.filter(({ status }) => status === 'applied').map(({ startMs }) => startMs);
    const [from] = await soundAt();
    await lab.client.interactions.shiftTimes({ id: 'C-1', points: [{ fromMs: 0, toMs: 1000 }] });
    expect(await soundAt()).toEqual([(from ?? 0) + 1000]);
    await lab.client.project.undo();
    expect(await soundAt()).toEqual([from]);
    for await (const _step of await lab.client.privacy.makeFinal()) { /* to its end */ }
    expect((await get()).turns[0]).not.toHaveProperty('original');
    await lab.engine.close();
    expect(readFileSync(lab.projectPath).includes('refund')).toBe(false);
  });

  test('refuses points that do not fit one recording', async () => {
    for (const points of [[{ fromMs: 1000, toMs: 0 }, { fromMs: 1000, toMs: 9000 }], [{ fromMs: 0, toMs: 0 }, { fromMs: 1000, toMs: 9000 }], [{ fromMs: 0, toMs: 5000 }, { fromMs: 9000, toMs: 0 }]]) {
      await expect(lab.client.interactions.shiftTimes({ id: 'C-1', points })).rejects.toMatchObject({ code: 'REFUSED' });
    }
  });

  test('can have agent and customer swapped, and its roles confirmed as they are', async () => {
    expect((await get()).turns.map(({ role }) => role)).toEqual(['agent', 'customer', 'agent']);
    expect(await lab.client.interactions.relabel({ id: 'C-1', speaker: null, turnSeq: null, role: null, swap: true })).toEqual({ changed: 3 });
    expect((await get()).turns.map(({ role }) => role)).toEqual(['customer', 'agent', 'customer']);
    expect((await get()).interaction.roleStatus).toBe('confirmed');
    expect(await lab.client.interactions.relabel({ id: 'C-1', speaker: null, turnSeq: null, role: null })).toEqual({ changed: 0 });
  });
});
