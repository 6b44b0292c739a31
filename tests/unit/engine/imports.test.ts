import { readFileSync } from 'node:fs';
import { wholeInteraction } from '#shared/contract/interactions.ts';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openLab, vtt, type EngineLab } from '#tests/support/engine/engine-lab.ts';
import { samples16, wavFile } from '#tests/unit/audio/wav-file.ts';

let lab: EngineLab;
beforeEach(async () => {
  lab = await openLab();
});
afterEach(() => lab.close());

const call = (words: string) => vtt([['Agent', 'Good morning, how can I help?'], ['Customer', words], ['Agent', 'Leave it with me.']]);
const interactionsCsv = (rows: string[]) => ['interaction_id,channel,started_at,queue,customer_id,reason', ...rows].join('\n');
const everything = { filter: {}, offset: 0, limit: 100 };
const turnsOf = async (id: string) => wholeInteraction(await lab.client.interactions.get({ id })).turns.map((turn) => turn.text);

describe('importing', () => {
  test('a transcript and a table about the same interaction become one', async () => {
    const ids = await lab.put({ 'C-1.vtt': call('The bill is wrong.'), 'interactions.csv': interactionsCsv(['C-1,email,2026-03-01T10:00:00Z,Billing,K-1,Bill']) });
    const report = await lab.run(ids);
    expect(report.setAside).toEqual([]);
    const { total, rows } = await lab.client.interactions.page(everything);
    expect(total).toBe(1);
    expect(rows[0]).toMatchObject({ externalId: 'C-1', channel: 'email', queue: 'Billing', customer: 'K-1', turns: 3, startedAt: '2026-03-01T10:00:00.000Z' });
  });

  test('a bare number of a tag is a second of a call and a turn of a chat', async () => {
    const files = {
      'C-1.vtt': call('The bill is wrong.'), 'C-2.txt': 'Agent: Good morning.\nCustomer: The bill is wrong.\nAgent: Leave it with me.\n',
      'interactions.csv': interactionsCsv(['C-1,phone,2026-03-01T10:00:00Z,Billing,K-1,Bill', 'C-2,chat,2026-03-01T11:00:00Z,Billing,K-1,Bill']),
      'codebook.csv': 'code,name,kind\nBE,Bill from an estimate,cause\n', 'tags.csv': 'interaction_id,code,at,to\nC-1,BE,3,5\nC-2,BE,3,\n',
    };
    expect((await lab.run(await lab.put(files))).setAside).toEqual([]);
    const tagsOf = async (id: string) => wholeInteraction(await lab.client.interactions.get({ id })).tags;
    expect(await tagsOf('C-1')).toMatchObject([{ startMs: 3000, endMs: 5000, turnSeq: 1 }]);
    expect(await tagsOf('C-2')).toMatchObject([{ startMs: null, endMs: null, turnSeq: 2 }]);
  });

  test('the order of the files does not matter', async () => {
    await lab.run(await lab.put({ 'interactions.csv': interactionsCsv(['C-1,email,2026-03-01T10:00:00Z,Billing,K-1,Bill']) }));
    await lab.run(await lab.put({ 'C-1.vtt': call('The bill is wrong.') }));
    expect((await lab.client.interactions.page(everything)).rows[0]).toMatchObject({ channel: 'email', queue: 'Billing', turns: 3 });
  });

  test.each([[['C-1.vtt', 'C-1.json']], [['C-1.json', 'C-1.vtt']]])('a stated duration stands, in the order %j', async (order) => {
    const about = { sid: 'C-1', agent: { speaker_id: 46 }, caller: { speaker_id: 44 }, tasks: [], start_time_ms: 1_591_056_783_191, end_time_ms: 1_591_056_843_191 };
    const contents: Record<string, string> = { 'C-1.vtt': call('The bill is wrong.'), 'C-1.json': JSON.stringify(about) };
    await lab.run(await lab.put(Object.fromEntries(order.map((name) => [name, contents[name] ?? '']))));
    expect(wholeInteraction(await lab.client.interactions.get({ id: 'C-1' })).interaction).toMatchObject({ durationMs: 60_000, agent: '46' });
  });

  test('the same words under two names are two interactions, and each of them twice adds nothing', async () => {
    const ids = await lab.put({ 'C-1.vtt': call('The bill is wrong.'), 'C-2.vtt': call('The bill is wrong.') });
    expect(await lab.run(ids)).toMatchObject({ new: 2, unchangedFiles: 0 });
    expect(await lab.run(ids)).toMatchObject({ new: 0, unchangedFiles: 2 });
    expect((await lab.client.interactions.page(everything)).total).toBe(2);
  });

  test('the same file twice adds nothing', async () => {
    const ids = await lab.put({ 'C-1.vtt': call('The bill is wrong.'), 'interactions.csv': interactionsCsv(['C-1,phone,2026-03-01T10:00:00Z,Billing,K-1,Bill']) });
    await lab.run(ids);
    const again = await lab.run(ids);
    expect(again).toMatchObject({ new: 0, updated: 0, unchangedFiles: 2 });
    expect((await lab.client.interactions.page(everything)).total).toBe(1);
  });

  test('changed rows update, and taking the import back puts the old values there again', async () => {
    await lab.run(await lab.put({ 'a.csv': interactionsCsv(['C-1,phone,2026-03-01T10:00:00Z,Billing,K-1,Bill']), 'C-1.vtt': call('First words.') }));
    const second = await lab.run(await lab.put({ 'b.csv': interactionsCsv(['C-1,phone,2026-03-01T10:00:00Z,Complaints,K-1,Bill', 'C-2,chat,2026-03-02T10:00:00Z,Sales,K-2,Offer']), 'again/C-1.vtt': call('Other words.') }));
    expect(second.byKind).toMatchObject({ interactions: { new: 1, updated: 2 } });
    expect(wholeInteraction(await lab.client.interactions.get({ id: 'C-1' })).interaction.queue).toBe('Complaints');
    expect(await turnsOf('C-1')).toContain('Other words.');
    await lab.client.project.undo();
    const { total, rows } = await lab.client.interactions.page(everything);
    expect([total, rows[0]?.queue]).toEqual([1, 'Billing']);
    expect(await turnsOf('C-1')).toContain('First words.');
    await lab.client.project.redo();
    expect((await lab.client.interactions.page(everything)).total).toBe(2);
    expect(wholeInteraction(await lab.client.interactions.get({ id: 'C-1' })).interaction.queue).toBe('Complaints');
  });

  test('an import taken back whole takes its interactions, and brings tags made on them back with it', async () => {
    await lab.run(await lab.put({ 'C-1.vtt': call('The bill is wrong.') }));
    const code = await lab.client.codebook.add({ key: 'BQ', name: 'Bill', kind: 'cause', dimension: null, parentId: null, owner: null, controllableBy: null, preventable: null, definition: '', examples: [], colour: 0, quickSlot: 1 });
    await lab.client.tags.add({ interactionId: 'C-1', codeId: code.id, startMs: 3000, endMs: null, turnSeq: 1, charStart: null, charEnd: null, note: null, severity: null, outcome: null });
    const [batch] = await lab.client.imports.list();
    await lab.client.imports.remove({ importId: batch?.id ?? '' });
    expect((await lab.client.interactions.page(everything)).total).toBe(0);
    expect((await lab.client.interactions.search({ words: 'bill', offset: 0, limit: 10 })).total).toBe(0);
    await lab.client.project.undo();
    const whole = wholeInteraction(await lab.client.interactions.get({ id: 'C-1' }));
    expect(whole.tags.map((tag) => tag.codeKey)).toEqual(['BQ']);
    expect((await lab.client.interactions.search({ words: 'bill', offset: 0, limit: 10 })).total).toBe(1);
    expect((await lab.client.project.verify()).checks.filter((check) => !check.ok)).toEqual([]);
  });

  test('a file of unknown kind is set aside with a reason; the rest of the folder goes in', async () => {
    const report = await lab.run(await lab.put({ 'notes.bin': new Uint8Array([0, 1, 2, 3, 255, 0, 7]), 'broken.json': '{"a": [1, 2', 'C-1.vtt': call('Hello.') }));
    expect(report.byKind['interactions']).toMatchObject({ new: 1 });
    expect(report.setAside.map((row) => row.file).sort()).toEqual(['broken.json', 'notes.bin']);
    for (const row of report.setAside) expect(row.message).toMatch(/\.$/);
  });

  test('two files of one name with different words: the second is set aside, not written over the first', async () => {
    const report = await lab.run(await lab.put({ 'north/C-1.vtt': call('Words from the north.'), 'south/C-1.vtt': call('Words from the south.'), 'copy/C-1.vtt': call('Words from the north.') }));
    expect(report.setAside).toMatchObject([{ code: 'SAME_ID_TWICE', found: 'C-1' }]);
    expect(await turnsOf('C-1')).toContain('Words from the north.');
  });

  test('a dry run says what would happen and writes nothing', async () => {
    const ids = await lab.put({ 'C-1.vtt': call('Hello.'), 'bad.json': '{' });
    const report = await lab.run(ids, { dryRun: true });
    expect(report).toMatchObject({ importId: null, new: 1, setAsideTotal: 1 });
    expect((await lab.client.interactions.page(everything)).total).toBe(0);
    expect(await lab.client.imports.list()).toEqual([]);
  });

  test('a cancelled import leaves nothing', async () => {
    const ids = await lab.put(Object.fromEntries(Array.from({ length: 300 }, (_unused, at) => [`C-${at}.vtt`, call(`Words number ${at}.`)])));
    const abort = new AbortController();
    const job = await lab.client.imports.run({ fileIds: ids, mappings: {}, dryRun: false }, { signal: abort.signal });
    await job.next();
    abort.abort();
    await expect((async () => { while (!(await job.next()).done); })()).rejects.toThrow();
    expect((await lab.client.interactions.page(everything)).total).toBe(0);
    expect((await lab.client.jobs.list())[0]?.state).toBe('cancelled');
  });

  test('rows that cannot be read are named with file, row, column, found and expected', async () => {
    const csv = 'response_id,interaction_id,customer_id,sent_at,answered_at,csat\nS-1,C-1,K-1,2026-03-01T11:00:00Z,2026-03-01T12:00:00Z,9\nS-2,C-1,K-1,2026-03-01T11:00:00Z,2026-03-01T12:00:00Z,4\nS-3,C-1,K-1,2026-03-01T11:00:00Z,2026-03-01T12:00:00Z,5\nS-4,C-1,K-1,2026-03-01T11:00:00Z,2026-03-01T12:00:00Z,1';
    const ids = await lab.put({ 'surveys.csv': csv });
    const { files } = await lab.client.imports.preview({ fileIds: ids });
    const mapping = files[0]?.mapping;
    expect(mapping?.kind).toBe('surveys');
    if (!mapping) return;
    const columns = mapping.columns.map((column) => (column.source === 'csat' ? { ...column, scale: { min: 1, max: 5, direction: 'up' as const } } : column));
    const report = await lab.run(ids, { mappings: { [ids[0] ?? '']: { ...mapping, columns } } });
    expect(report.setAside).toMatchObject([{ file: 'surveys.csv', row: 2, column: 'csat', code: 'OFF_SCALE', found: '9' }]);
    expect(report.byKind['surveys']).toMatchObject({ new: 3 });
  });
});

describe('linking surveys', () => {
  const contacts = interactionsCsv(['C-1,phone,2026-03-01T10:00:00Z,Billing,K-1,Bill', 'C-2,phone,2026-03-03T10:00:00Z,Billing,K-1,Bill', 'C-3,phone,2026-03-03T10:00:00Z,Billing,K-2,Bill', 'C-4,phone,2026-03-03T10:00:00Z,Billing,K-2,Bill']);
  const surveys = (rows: string[]) => ['response_id,interaction_id,customer_id,sent_at,answered_at,csat', ...rows, 'S-X,C-1,,2026-03-01T11:00:00Z,2026-03-01T12:00:00Z,5'].join('\n');
  const stateOf = async (rows: string[]) => {
    await lab.run(await lab.put({ 'interactions.csv': contacts, 'surveys.csv': surveys(rows) }));
    const { rows: open } = await lab.client.surveys.unlinked({ offset: 0, limit: 10 });
    return { open, report: await lab.client.surveys.linking() };
  };

  test('by interaction id first', async () => {
    const { report } = await stateOf(['S-1,C-2,K-9,2026-03-01T11:00:00Z,2026-03-01T12:00:00Z,1']);
    expect(report).toMatchObject({ surveys: 2, matched: 2 });
    expect(wholeInteraction(await lab.client.interactions.get({ id: 'C-2' })).surveys.map((survey) => survey.externalId)).toEqual(['S-1']);
  });

  test('else to the customer\'s last contact before it was sent', async () => {
    await stateOf(['S-1,,K-1,2026-03-02T11:00:00Z,2026-03-05T12:00:00Z,1']);
    expect(wholeInteraction(await lab.client.interactions.get({ id: 'C-1' })).surveys.map((survey) => survey.externalId)).toContain('S-1');
  });

  test('two contacts at the same time stay open, with both as candidates', async () => {
    const { open, report } = await stateOf(['S-1,,K-2,2026-03-04T11:00:00Z,2026-03-05T12:00:00Z,1']);
    expect(report.ambiguous).toBe(1);
    expect(open[0]?.candidates.map((candidate) => candidate.externalId).sort()).toEqual(['C-3', 'C-4']);
  });

  test('an unknown id is never replaced by a guess', async () => {
    const { open } = await stateOf(['S-1,C-99,K-1,2026-03-02T11:00:00Z,2026-03-05T12:00:00Z,1']);
    expect(open[0]?.response).toMatchObject({ linkState: 'unmatched', linkReason: 'no interaction with this id' });
  });

  test('a link made by hand can be undone', async () => {
    const { open } = await stateOf(['S-1,,K-2,2026-03-04T11:00:00Z,2026-03-05T12:00:00Z,1']);
    const responseId = open[0]?.response.id ?? '';
    await lab.client.surveys.link({ responseId, interactionId: 'C-3' });
    expect(wholeInteraction(await lab.client.interactions.get({ id: 'C-3' })).interaction.customerScore).toBe(0);
    await lab.client.project.undo();
    expect(wholeInteraction(await lab.client.interactions.get({ id: 'C-3' })).interaction.customerScore).toBeNull();
    expect((await lab.client.surveys.linking()).ambiguous).toBe(1);
  });
});

describe('what was set aside', () => {
  test('is saved, mended and imported again: what was wrong goes in, what was in stays once', async () => {
    const csv = interactionsCsv(['C-1,phone,2026-03-01T10:00:00Z,Billing,K-1,Bill', 'C-2,phone,31.31.2026,Billing,K-2,=1+1', 'C-3,phone,99.99.2026,Billing,K-3,Bill', ...Array.from({ length: 20 }, (_unused, at) => `G-${at},phone,2026-03-01T10:${10 + at}:00Z,Billing,K-1,Bill`)]);
    const report = await lab.run(await lab.put({ 'calls.csv': csv }));
    expect(report.setAsideTotal).toBe(2);
    const importId = report.importId ?? '';
    const { mendable } = await lab.client.imports.setAside({ importId, offset: 0, limit: 10 });
    expect(mendable).toEqual([{ file: 'calls.csv', rows: 2 }]);
    const exported = await lab.client.imports.saveSetAside({ importId, file: 'calls.csv' });
    expect(exported.name).toBe('calls - set aside.csv');
    const path = join(lab.folder, 'mended.csv');
    await lab.files.exports.save(exported.exportId, path, { overwrite: false });
    const saved = readFileSync(path, 'utf8');
    expect(saved).not.toContain('C-1');
    expect(saved).toContain("'=1+1");
    const again = await lab.run(await lab.put({ 'mended.csv': saved.replace('31.31.2026', '2026-03-31T09:00:00Z').replace('99.99.2026', '2026-03-30T09:00:00Z') }));
    expect(again).toMatchObject({ new: 2, setAside: [] });
    expect(wholeInteraction(await lab.client.interactions.get({ id: 'C-2' })).interaction.reason).toBe('=1+1');
    expect((await lab.client.interactions.page(everything)).total).toBe(23);
  });

  test('nothing to save is told', async () => {
    const report = await lab.run(await lab.put({ 'broken.json': '{' }));
    await expect(lab.client.imports.saveSetAside({ importId: report.importId ?? '', file: 'broken.json' })).rejects.toThrow('No rows of this file');
  });
});

describe('recordings by the names of their files', () => {
  test('a pattern says what each name means, before and during the import', async () => {
    await lab.run(await lab.put({ 'C-1.vtt': call('The bill is wrong.') }));
    const ids = await lab.put({ 'North_C-1_A7.wav': wavFile({ data: samples16(Array.from({ length: 8000 }, () => 0)) }), 'North_C-2_A8.wav': wavFile({ data: samples16(Array.from({ length: 16_000 }, () => 0)) }) });
    const names = (pattern: string | null) => lab.client.imports.recordingNames({ fileIds: ids, pattern });
    expect(await names(null)).toMatchObject({ total: 2, joined: 0 });
    expect(await names('{ID')).toMatchObject({ problem: expect.stringContaining('single') as string });
    const pattern = '{Site}_{ID}_{AGENT}';
    expect(await names(pattern)).toMatchObject({ joined: 1, rows: [{ externalId: 'C-1', agent: 'A7', isJoined: true, fits: true }, { externalId: 'C-2', isJoined: false }] });
    const job = await lab.client.imports.run({ fileIds: ids, mappings: {}, fileNamePattern: pattern, dryRun: false });
    for (let step = await job.next(); step.done !== true;) step = await job.next();
    const { rows } = await lab.client.interactions.page(everything);
    expect(rows.map(({ externalId, hasAudio, agent }) => `${externalId} ${hasAudio} ${agent}`).sort()).toEqual(['C-1 true null', 'C-2 true A8']);
  });
});
