import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { wholeInteraction } from '#shared/contract/interactions.ts';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { safe } from '@orpc/client';
import { describeCoaching } from './coaching-cases.ts';
import { makeCallFolder } from '#tests/support/hosts/call-folder.ts';
import { followed, procedureNames, recording } from '#tests/support/hosts/procedure-record.ts';
import type { EngineClient, OpenPipe } from '#tests/support/hosts/pipes.ts';
import { describeBriefing } from './describe-briefing.ts';
import { describeCauses } from './describe-causes.ts';
import { describeCustomers } from './describe-customers.ts';
import { describeEvaluations } from './describe-evaluations.ts';
import { describePrivacy } from './describe-privacy.ts';
import { describeRecordings } from './describe-recordings.ts';
import { describeSalvage } from './describe-salvage.ts';

const everything = { filter: {} };
const noPlace = { startMs: null, endMs: null, turnSeq: null, charStart: null, charEnd: null };
const noMarks = { note: null, severity: null, outcome: null };
const newCode = {
  key: 'RF', name: 'Refund late', kind: 'cause' as const, dimension: null, parentId: null, owner: 'Finance', controllableBy: null, preventable: true,
  definition: 'The money came late.', examples: [], colour: 1, quickSlot: 1,
};

/** The code and sentence of a refusal; what was answered when there was none. */
async function refusalOf(call: Promise<unknown>): Promise<unknown> {
  const { error, data, isDefined } = await safe(call);
  if (error === null) return { answered: data };
  const { code, data: detail } = error as { code?: string; data?: { message?: string } };
  return { code, isDefined, hasSentence: (detail?.message ?? '').length > 10 };
}

const refused = (code: string) => ({ code, isDefined: true, hasSentence: true });

/**
 * The acceptance suite of every pipe: each procedure of the contract is called and answers in its form, each failure
 * that can be brought about is raised as the contract declares it. A procedure that no test calls fails the suite.
 */
export function describeContract(name: string, open: () => Promise<OpenPipe>): void {
  describe(name, () => {
    const called = new Set<string>();
    let pipe: OpenPipe;
    let client: EngineClient;
    let folder: string;
    let tagId: string;

    beforeAll(async () => {
      folder = mkdtempSync(join(tmpdir(), 'earshot-contract-'));
      pipe = await open();
      client = recording(pipe.client, called);
    });
    afterAll(async () => {
      await pipe.close();
      rmSync(folder, { recursive: true, force: true });
    });

    const importCalls = async (dryRun: boolean) => {
      const from = makeCallFolder(folder);
      const names = ['C-1.vtt', 'C-2.vtt', 'C-3.vtt', 'C-1.wav', 'interactions.csv', 'surveys.csv', 'quality_scores.csv', 'notes.bin'];
      const fileIds = [];
      for (const file of names) fileIds.push(await pipe.choose(join(from, file)));
      return { fileIds, ...(await followed(await client.imports.run({ fileIds, mappings: {}, dryRun }))) };
    };

    describe('before a project is open', () => {
      it('says that none is', async () => {
        expect(await client.project.info()).toBeNull();
        expect(await client.project.list()).toEqual([]);
        expect(await refusalOf(client.interactions.page({ ...everything, offset: 0, limit: 10 }))).toEqual(refused('NO_PROJECT'));
        expect(await refusalOf(client.project.open({ id: 'unknown' }))).toEqual(refused('PROJECT_NOT_FOUND'));
      });

      it('refuses a name that is no file name', async () => {
        const create = async () => followed(await client.project.create({ name: '../escape', sample: false }));
        expect(await refusalOf(create())).toEqual(refused('REFUSED'));
      });
    });

    describe('a project', () => {
      it('is created, listed, closed and opened again', async () => {
        const { result } = await followed(await client.project.create({ name: 'Contract', sample: false, codebook: 'empty' }));
        expect(result).toMatchObject({ name: 'Contract', isSample: false, isReadOnly: false, counts: { interactions: 0 } });
        expect(await client.project.list()).toMatchObject([{ id: result.id, name: 'Contract', isOpen: true, isPresent: true }]);
        expect(await client.project.close()).toEqual({ closed: true });
        expect(await client.project.info()).toBeNull();
        expect(await client.project.open({ id: result.id })).toMatchObject({ id: result.id, name: 'Contract' });
        expect(await refusalOf(followed(await client.project.create({ name: 'Contract', sample: false, codebook: 'empty' })))).toEqual(refused('PROJECT_EXISTS'));
      });

      it('has nothing to undo or redo yet', async () => {
        expect(await refusalOf(client.project.undo())).toEqual(refused('NOTHING_TO_UNDO'));
        expect(await refusalOf(client.project.redo())).toEqual(refused('NOTHING_TO_REDO'));
      });
    });

    describe('files', () => {
      it('are looked at without being written', async () => {
        const fileId = await pipe.choose(join(makeCallFolder(folder), 'surveys.csv'));
        const { files } = await client.imports.preview({ fileIds: [fileId] });
        expect(await client.imports.recordingNames({ fileIds: [fileId], pattern: '{ID}' })).toMatchObject({ problem: null });
        expect(files).toMatchObject([{ kind: 'table', name: 'surveys.csv', table: { rows: 3 } }]);
        const { result } = await importCalls(true);
        expect(result.new).toBeGreaterThan(0);
        expect((await client.project.info())?.counts.interactions).toBe(0);
        expect(await refusalOf(client.imports.preview({ fileIds: ['unknown'] }))).toEqual(refused('FILE_NOT_FOUND'));
        expect(await refusalOf(followed(await client.imports.run({ fileIds: ['unknown'], mappings: {}, dryRun: false })))).toEqual(refused('FILE_NOT_FOUND'));
      });

      it('are imported and linked, with what was set aside', async () => {
        const { result } = await importCalls(false);
        expect(result.setAside.map(({ file }) => file)).toEqual(['notes.bin']);
        expect(result.linked).toEqual({ surveys: 3, matched: 2, ambiguous: 0, unmatched: 1 });
        expect((await client.project.info())?.counts).toMatchObject({ interactions: 3, withAudio: 1, evaluated: 2, answered: 2 });
        const [batch] = await client.imports.list();
        expect(batch).toMatchObject({ id: result.importId, status: 'ready' });
        expect(await client.imports.setAside({ importId: result.importId ?? '', offset: 0, limit: 10 })).toMatchObject({ total: 1, mendable: [] });
        expect(await refusalOf(client.imports.saveSetAside({ importId: result.importId ?? '', file: 'none' }))).toEqual(refused('NOT_FOUND'));
      });

      it('keep their mapping as a recipe', async () => {
        const fileId = await pipe.choose(join(makeCallFolder(folder), 'surveys.csv'));
        const { files: [file] } = await client.imports.preview({ fileIds: [fileId] });
        const mapping = file?.mapping;
        if (mapping === null || mapping === undefined) throw new Error('The table was not mapped.');
        const { id } = await client.imports.saveRecipe({ name: 'Monthly survey', mapping });
        expect(await client.imports.recipes()).toMatchObject([{ id, name: 'Monthly survey', mapping: { kind: 'surveys' } }]);
      });

      it('can be taken back whole, and brought again', async () => {
        const [batch] = await client.imports.list();
        expect(await client.imports.remove({ importId: batch?.id ?? '' })).toEqual({ removed: true });
        expect((await client.project.info())?.counts.interactions).toBe(0);
        await client.project.undo();
        expect((await client.project.info())?.counts.interactions).toBe(3);
      });
    });

    describe('interactions', () => {
      it('are listed, filtered, found and shown whole', async () => {
        expect(await client.interactions.page({ ...everything, offset: 0, limit: 2 })).toMatchObject({ total: 3, rows: [{ externalId: 'C-3' }, { externalId: 'C-2' }] });
        expect(await client.interactions.page({ filter: { queue: 'Sales' }, offset: 0, limit: 9 })).toMatchObject({ total: 1 });
        expect((await client.interactions.facets(everything)).fields.length).toBeGreaterThan(3);
        const whole = wholeInteraction(await client.interactions.get({ id: 'C-1' }));
        expect(whole.turns.map(({ role, text }) => [role, text])).toContainEqual(['customer', 'My refund has not arrived.']);
        expect(await client.interactions.neighbours({ id: whole.interaction.id, ...everything })).toMatchObject({ position: 3, total: 3, nextId: null });
        const { hits } = await client.interactions.search({ words: 'refund', offset: 0, limit: 10 });
        expect(hits.map(({ externalId }) => externalId).sort()).toEqual(['C-1', 'C-3']);
        expect(await refusalOf(client.interactions.get({ id: 'nobody' }))).toEqual(refused('NOT_FOUND'));
      });

      it('can have their speakers relabelled', async () => {
        expect(await client.interactions.relabel({ id: 'C-2', speaker: null, turnSeq: 0, role: 'ivr' })).toEqual({ changed: 1 });
        expect(wholeInteraction(await client.interactions.get({ id: 'C-2' })).turns[0]?.role).toBe('ivr');
      });

      it('can have their words and times put right', async () => {
        const [before] = wholeInteraction(await client.interactions.get({ id: 'C-3' })).turns;
        expect(await client.interactions.correct({ id: 'C-3', turnSeq: 0, text: 'As it was said.' })).toEqual({ changed: true });
        expect(await client.interactions.shiftTimes({ id: 'C-3', points: [{ fromMs: 0, toMs: 1000 }] })).toEqual({ shifted: true });
        expect(wholeInteraction(await client.interactions.get({ id: 'C-3' })).turns[0]).toMatchObject({ text: 'As it was said.', original: before?.text, startMs: (before?.startMs ?? 0) + 1000 });
        for (let back = 0; back < 2; back += 1) await client.project.undo();
        expect(wholeInteraction(await client.interactions.get({ id: 'C-3' })).turns[0]).toEqual(before);
      });
    });

    describeRecordings(() => client);

    describe('codes and tags', () => {
      it('are added, changed and retired', async () => {
        const code = await client.codebook.add(newCode);
        expect(await client.codebook.change({ ...newCode, id: code.id, name: 'Refund too late' })).toMatchObject({ name: 'Refund too late' });
        const other = await client.codebook.add({ ...newCode, key: 'XX', quickSlot: null });
        expect(await client.codebook.retire({ id: other.id })).toEqual({ retired: true });
        expect((await client.codebook.list()).map(({ key }) => key)).toEqual(['RF']);
        expect(await client.codebook.retired()).toMatchObject([{ key: 'XX' }]);
        expect(await client.codebook.restore({ id: other.id })).toMatchObject({ key: 'XX' });
        expect(await client.codebook.move({ id: other.id, parentId: code.id, beforeId: null })).toEqual({ moved: true });
        expect(await client.codebook.move({ id: other.id, parentId: null, beforeId: null })).toEqual({ moved: true });
        expect(await client.codebook.mergePreview({ id: other.id, intoId: code.id })).toEqual({ tags: 0, interactions: 0, both: 0, codes: 0 });
        expect(await client.codebook.merge({ id: other.id, intoId: code.id })).toEqual({ moved: 0 });
        const rule = { words: 'late', createdBy: null, outcome: null };
        expect(await client.codebook.splitPreview({ id: code.id, rule })).toEqual({ tags: 0, moving: 0, coders: [], examples: [] });
        const { code: part, moved } = await client.codebook.split({ id: code.id, rule, code: { ...newCode, key: 'RP', name: 'Part', quickSlot: null } });
        expect(moved).toBe(0);
        expect(await client.codebook.history({ id: part.id, limit: 10 })).toMatchObject([{ act: 'split', otherName: 'Part' }]);
        const exported = await client.codebook.exportFile();
        expect(exported).toMatchObject({ name: 'Contract codebook.qdc', codes: 2, leftOut: 1 });
        await client.codebook.retire({ id: part.id });
        writeFileSync(join(folder, 'one.qdc'), '<CodeBook><Codes><Code guid="7d0c2a52-0c3e-4b0c-9b35-0d8a6f0b1b01" name="Read" isCodable="true"/></Codes></CodeBook>');
        const fileId = await pipe.choose(join(folder, 'one.qdc'));
        expect(await client.codebook.importFile({ fileId, kind: 'event', separator: null, dryRun: true })).toMatchObject({ codes: 1, added: 1 });
        expect((await client.codebook.list()).map(({ key }) => key)).toEqual(['RF']);
      });

      it('mark a moment, are undone and redone', async () => {
        const tag = await client.tags.add({ interactionId: 'C-1', codeId: 'RF', ...noPlace, ...noMarks, startMs: 3000, endMs: 5500 });
        expect(tag).toMatchObject({ codeName: 'Refund too late', startMs: 3000 });
        expect(await client.interactions.moments({ id: 'C-1' })).toEqual({ tags: [tag], quotes: [], notes: [] });
        const { id, interactionId, codeId } = tag;
        expect(await client.tags.change({ id, codeId, ...noPlace, ...noMarks, startMs: 3000, note: 'twice' })).toMatchObject({ note: 'twice' });
        expect(await client.project.undo()).toMatchObject({ interactionId });
        expect(wholeInteraction(await client.interactions.get({ id: 'C-1' })).tags).toMatchObject([{ id, note: null }]);
        expect(await client.project.redo()).toMatchObject({ interactionId });
        tagId = id;
      });

      it('go together with quotes and notes', async () => {
        const quote = await client.tags.star({ interactionId: 'C-1', turnSeq: 1, charStart: null, charEnd: null, note: null });
        const note = await client.tags.addNote({ interactionId: 'C-1', atMs: 1000, turnSeq: null, text: 'Listen again.' });
        expect(wholeInteraction(await client.interactions.get({ id: 'C-1' }))).toMatchObject({ quotes: [{ id: quote.id }], notes: [{ id: note.id }], tags: [{ id: tagId, note: 'twice' }] });
        expect(await client.tags.unstar({ id: quote.id })).toEqual({ removed: true });
        expect(await client.tags.removeNote({ id: note.id })).toEqual({ removed: true });
        expect(await client.tags.remove({ id: tagId })).toEqual({ removed: true });
        expect(await refusalOf(client.tags.remove({ id: 'unknown' }))).toEqual(refused('NOT_FOUND'));
        expect(await refusalOf(client.tags.add({ interactionId: 'C-1', codeId: 'none', ...noPlace, ...noMarks }))).toEqual(refused('NOT_FOUND'));
      });
    });

    describeEvaluations(() => client, { refusalOf, refused });

    describe('surveys', () => {
      it('are linked by hand', async () => {
        const { rows } = await client.surveys.unlinked({ offset: 0, limit: 10 });
        expect(rows).toMatchObject([{ response: { externalId: 'S-3' } }]);
        expect(await client.surveys.link({ responseId: rows[0]?.response.id ?? '', interactionId: 'C-3' })).toEqual({ linked: true });
        expect(await client.surveys.comparison()).toMatchObject({ linked: expect.any(Number) as number });
        expect(await client.surveys.linking()).toMatchObject({ surveys: 3, matched: 3, unmatched: 0 });
      });
    });

    describeCoaching(() => client);

    describe('figures', () => {
      it('come as envelopes: the gap in all its forms', async () => {
        const gap = await client.gap.report({ definition: 'matched', by: 'queue', topBox: null, ...everything });
        expect(gap.gap.n).toBe(2);
        expect(gap.table).toEqual({ both: 0, companyOnly: 2, customerOnly: 0, neither: 0 });
        expect(await client.gap.overTime(everything)).toHaveProperty('months');
        expect(await client.gap.quadrant({ by: 'team', ...everything })).toHaveProperty('groups');
        expect(await client.gap.nonResponse(everything)).toHaveProperty('responseRate.n');
        const { version } = await client.gap.definitions();
        const changed = await client.gap.changeDefinitions({ definitions: { companyGoodMin: 95, companyGoodRule: 'score' } });
        expect(changed.version).toBeGreaterThan(version);
        expect([changed.before.n, changed.after.n]).toEqual([2, 2]);
        const under = await client.gap.report({ definition: 'matched', by: null, topBox: null, ...everything });
        expect(under.table).toEqual({ both: 0, companyOnly: 0, customerOnly: 0, neither: 2 });
      });

      it('come as envelopes: every other metric', async () => {
        const names = (await client.metrics.list()).map((metric) => metric.name);
        const [first] = names;
        if (first === undefined) throw new Error('There is no metric.');
        const figures = await client.metrics.get({ names, ...everything });
        expect(Object.keys(figures).sort()).toEqual([...names].sort());
        expect(await client.metrics.explore({ name: first, by: null, ...everything })).toHaveProperty('whole.n');
        expect(await refusalOf(client.metrics.get({ names: ['no-such-metric'], ...everything }))).toEqual(refused('NOT_FOUND'));
      });
    });

    describeCauses(() => client, { refusalOf, refused });
    describeCustomers(() => client, { refusalOf, refused });

    describeBriefing(() => client, { refusalOf, refused, chooseCall: () => pipe.choose(join(makeCallFolder(folder), 'C-1.vtt')) });

    describePrivacy(() => client, { refusalOf, refused });

    describe('the project and its jobs', () => {
      it('verify and list', async () => {
        const { ok, checks } = await client.project.verify();
        expect(checks.filter((check) => !check.ok)).toEqual([]);
        expect(ok).toBe(true);
        expect((await client.jobs.list()).map(({ state }) => state)).toContain('done');
        expect(await client.jobs.cancel({ jobId: 'unknown' })).toEqual({ cancelled: false });
        expect(await client.jobs.pause({ jobId: 'unknown' })).toEqual({ paused: false });
        expect(await client.jobs.resume({ jobId: 'unknown' })).toEqual({ resumed: false });
      });

      it('tell of every change, until nobody listens any more', async () => {
        const stop = new AbortController();
        const changes = await client.project.changes(undefined, { signal: stop.signal });
        const next = changes.next();
        await client.codebook.add({ ...newCode, key: 'NC', quickSlot: null });
        const { value } = (await next) as IteratorYieldResult<{ nouns: string[] }>;
        expect(value.nouns).toContain('codebook');
        stop.abort();
        await expect(changes.next()).rejects.toThrow();
      });
    });

    describeSalvage(() => client, { refusalOf, refused });

    it('calls every procedure of the contract', () => {
      expect(procedureNames().filter((procedure) => !called.has(procedure))).toEqual([]);
    });
  });
}
