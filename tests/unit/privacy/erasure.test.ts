import { readdirSync, readFileSync, statSync, writeFileSync, mkdirSync } from 'node:fs';
import { wholeInteraction } from '#shared/contract/interactions.ts';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { retentionLimit } from '#engine/privacy/erasure/customer.ts';
import type { ErasureReceipt } from '#shared/model/privacy.ts';
import { openLab, vtt, type EngineLab } from '#tests/support/engine/engine-lab.ts';
import { figure } from '#tests/support/figure.ts';
import { followed } from '#tests/support/hosts/procedure-record.ts';

const canary = (number: number) => `Quorvex${String(number).padStart(3, '0')}zimth`;
const all = Array.from({ length: 100 }, (_, number) => canary(number));

/** Every way in which a word can lie in a file: plain, UTF-16 in both orders, base64 at each of its three alignments. */
function formsOf(word: string): Buffer[] {
  const utf16 = Buffer.from(word, 'utf16le');
  const base64 = [0, 1, 2].map((shift) => Buffer.from(`${'x'.repeat(shift)}${word}`).toString('base64').slice(shift === 0 ? 0 : 4, -4));
  return [Buffer.from(word), utf16, Buffer.from(utf16).swap16(), ...base64.map((text) => Buffer.from(text))];
}

function filesUnder(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => (statSync(join(folder, name)).isDirectory() ? filesUnder(join(folder, name)) : [join(folder, name)]));
}

/** The words that any file under a folder still holds, also inside gzip. */
function leftIn(folder: string, words: readonly string[], except: (path: string) => boolean): string[] {
  const found = new Set<string>();
  for (const path of filesUnder(folder).filter((file) => !except(file))) {
    const bytes = readFileSync(path);
    const inside = bytes[0] === 0x1f && bytes[1] === 0x8b ? [bytes, gunzipSync(bytes)] : [bytes];
    for (const word of words) if (inside.some((content) => formsOf(word).some((form) => content.includes(form)))) found.add(`${word} in ${path.slice(folder.length)}`);
  }
  return [...found].sort();
}

function tone(seconds: number): Buffer {
  const wav = Buffer.alloc(44 + seconds * 8000, 0x90);
  wav.write('RIFF', 0);
  wav.writeUInt32LE(36 + seconds * 8000, 4);
  wav.write('WAVEfmt ', 8);
  for (const [at, value] of [[16, 16], [24, 8000], [28, 8000], [40, seconds * 8000]] as const) wav.writeUInt32LE(value, at);
  for (const [at, value] of [[20, 1], [22, 1], [32, 1], [34, 8]] as const) wav.writeUInt16LE(value, at);
  wav.write('data', 36);
  return wav;
}

describe('erasing a customer', () => {
  let lab: EngineLab;
  let customerId: string;
  let receipt: ErasureReceipt;
  const own = (path: string) => path.includes(`${'/'}in/`);

  beforeAll(async () => {
    lab = await openLab();
    const { client } = lab;
    const w = (number: number) => canary(number);
    const turns = Array.from({ length: 40 }, (_, at) => [at % 2 === 0 ? 'Agent' : 'Customer', `well ${w(at)} it is`] as const);
    const ids = await lab.put({
      'E-1.vtt': vtt(turns), 'K-1.vtt': vtt([['Agent', 'hello'], ['Customer', 'the others keep their words']]),
      'customers.csv': `customer_id,customer_name,segment,region,hobby\n${w(41)},${w(42)} ${w(43)},${w(44)},${w(45)},${w(46)} ${w(40)}\nC-2,Ann Other,Home,North,x`,
      'interactions.csv': `interaction_id,channel,started_at,customer_id,queue,reason,product,remark\nE-1,phone,2026-01-05T09:00:00Z,${w(41)},${w(48)},${w(49)},${w(50)},${w(51)} ${w(47)}\nK-1,phone,2026-01-06T09:00:00Z,C-2,Billing,Fee,Card,x`,
      'surveys.csv': `response_id,interaction_id,customer_id,sent_at,answered_at,csat,why,comment\n${w(52)},E-1,${w(41)},2026-01-05T12:00:00Z,2026-01-05T13:00:00Z,2,${w(53)},${w(54)}\nS-2,K-1,C-2,2026-01-06T12:00:00Z,2026-01-06T13:00:00Z,5,fine,good`,
      'quality_scores.csv': `evaluation_id,interaction_id,evaluator,evaluated_at,form,purpose,score,note\n${w(55)},E-1,Eve,2026-01-08T09:00:00Z,Form 1,random,92,${w(56)}\nQ-2,K-1,Eve,2026-01-08T09:00:00Z,Form 1,random,80,fine`,
      'purchases.csv': `purchase_id,customer_id,date,kind,product,amount,currency\n${w(57)},${w(41)},2026-01-09,purchase,${w(58)},10,EUR\nP-2,C-2,2026-01-09,purchase,Box,10,EUR`,
    });
    const first = await lab.run(ids);
    expect(first.setAsideTotal).toBe(0);
    // The same interaction again with other words: what the import overwrote is kept for taking it back.
    await lab.run(await lab.put({ 'again/E-1.vtt': vtt(Array.from({ length: 10 }, (_, at) => ['Customer', `now ${w(59 + at)} instead`] as const)) }));
    // And one that goes to the bin.
    const binned = await lab.run(await lab.put({ 'bin/surveys2.csv': `response_id,interaction_id,customer_id,sent_at,answered_at,csat,comment\n${w(69)},E-1,${w(41)},2026-01-07T12:00:00Z,2026-01-07T13:00:00Z,2,${w(70)}` }));
    await client.imports.remove({ importId: binned.importId ?? '' });
    const { id: code } = await client.codebook.add({
      key: 'RF', name: 'Refund late', kind: 'cause', dimension: null, parentId: null, owner: null, controllableBy: null, preventable: null,
      definition: '', examples: [], colour: 1, quickSlot: null,
    });
    const nowhere = { startMs: null, endMs: null, turnSeq: null, charStart: null, charEnd: null, severity: null, outcome: null };
    for (let number = 71; number < 81; number += 1) await client.tags.add({ interactionId: 'E-1', codeId: code, ...nowhere, note: w(number) });
    for (let number = 81; number < 86; number += 1) await client.tags.addNote({ interactionId: 'E-1', atMs: null, turnSeq: null, text: w(number) });
    const gone = await client.tags.add({ interactionId: 'E-1', codeId: code, ...nowhere, note: w(86) });
    await client.tags.change({ ...nowhere, id: gone.id, codeId: code, note: w(87) });
    await client.tags.remove({ id: gone.id });
    await client.tags.star({ interactionId: 'E-1', turnSeq: 1, charStart: null, charEnd: null, note: w(88) });
    await client.project.undo();
    await client.privacy.markWords({ interactionId: 'E-1', words: w(60), type: 'PERSON' });
    // A note about the customer on somebody else's call.
    await client.tags.addNote({ interactionId: 'K-1', atMs: null, turnSeq: null, text: `like ${w(42)} ${w(43)} said` });
    // A copied recording beside the project, and things that wait in the spool.
    const media = join(`${lab.projectPath}-media`, 'x');
    mkdirSync(media, { recursive: true });
    writeFileSync(join(media, 'E-1.wav'), Buffer.concat([tone(2), ...all.slice(89, 95).map((word) => Buffer.from(word, 'utf16le'))]));
    const copied = await lab.run([await lab.choose(join(media, 'E-1.wav'))]);
    expect(copied.byKind['recordings']?.new ?? copied.new).toBeGreaterThan(0);
    writeFileSync(join(lab.folder, 'spool', 'waiting.csv'), all.slice(95, 98).join('\n'));
    writeFileSync(join(lab.folder, 'spool', 'waiting.gz'), gzipSync(all.slice(98).join('\n')));
    await client.privacy.createBackup();
    await client.tags.addNote({ interactionId: 'E-1', atMs: null, turnSeq: null, text: 'still in the journal' });
    customerId = (await client.privacy.customers({ words: w(41) }))[0]?.id ?? '';
  }, 60_000);
  afterAll(() => lab.close());

  it('starts with every canary on disk', () => {
    const there = new Set(leftIn(lab.folder, all, own).map((line) => line.split(' ')[0]));
    expect(all.filter((word) => !there.has(word))).toEqual([]);
  });

  it('says beforehand what would go, and writes nothing', async () => {
    const plan = await lab.client.privacy.erasurePlan({ customerId });
    expect(plan).toMatchObject({ name: `${canary(42)} ${canary(43)}`, removed: { customer: 1, interaction: 1, turn: 10, note: 6, tag: 10, survey_response: 1, evaluation: 1, purchase: 1, media: 1 } });
    expect((await lab.client.project.info())?.counts.interactions).toBe(2);
  });

  it('leaves none of 100 canaries in project, journal, backups, copies and spool', async () => {
    ({ result: receipt } = await followed(await lab.client.privacy.eraseCustomer({ customerId })));
    expect(leftIn(lab.folder, all, own)).toEqual([]);
    await lab.client.project.close();
    expect(leftIn(lab.folder, all, own)).toEqual([]);
    figure('G-24', `${all.length} canaries in rows, log, journal, backups, recordings and spool: 0 left after erasure (UTF-8, UTF-16 of both orders, base64 of three alignments, gzip)`);
    const [project] = await lab.client.project.list();
    await lab.client.project.open({ id: project?.id ?? '' });
  });

  it('leaves everybody else alone, the chain whole and undo passing over what is gone', async () => {
    const { client } = lab;
    expect(wholeInteraction(await client.interactions.get({ id: 'K-1' })).turns.map(({ text }) => text)).toContain('the others keep their words');
    expect(wholeInteraction(await client.interactions.get({ id: 'K-1' })).notes[0]?.text).toBe('like ▮▮▮ said');
    expect(await client.interactions.search({ words: 'others', offset: 0, limit: 5 })).toMatchObject({ total: 1 });
    expect((await client.project.verify()).checks.filter(({ ok }) => !ok)).toEqual([]);
    expect(await client.privacy.verifyAudit()).toMatchObject({ ok: true });
    await client.project.undo();
    expect((await client.project.verify()).ok).toBe(true);
  });

  it('gives a receipt that names nobody', async () => {
    expect(receipt).toMatchObject({ status: 'done', reason: 'customer', actor: 'tester' });
    expect(receipt.removed).toMatchObject({ customer: 1, interaction: 1, tag: 10 });
    expect(receipt.removed['log']).toBeGreaterThan(15);
    expect(receipt.files).toBeGreaterThan(1);
    expect(JSON.stringify(await lab.client.privacy.receipts())).not.toContain('Quorvex');
  });
});

describe('retention', () => {
  it('counts calendar months, the last day of a short month included', () => {
    expect(retentionLimit(new Date('2026-03-31T12:00:00Z'), 1)).toBe('2026-02-28');
    expect(retentionLimit(new Date('2026-11-21T12:00:00Z'), 24)).toBe('2024-11-21');
    expect(retentionLimit(new Date('2026-11-21T12:00:00Z'), null)).toBeNull();
  });

  it('says what it would remove, then removes exactly that', async () => {
    const lab = await openLab({ now: '2026-11-21T12:00:00Z' });
    const rows = ['2024-01-01', '2025-11-20', '2025-11-22', '2026-05-01'].map((day, at) => `R-${at},phone,${day}T09:00:00Z,C-${at}`);
    await lab.run(await lab.put({ 'interactions.csv': ['interaction_id,channel,started_at,customer_id', ...rows].join('\n') }));
    const { policy } = await lab.client.privacy.policy();
    expect(await lab.client.privacy.retentionPlan()).toEqual({ before: null, interactions: 0, removed: {} });
    await lab.client.privacy.setPolicy({ ...policy, keepMonths: 12 });
    expect(await lab.client.privacy.retentionPlan()).toMatchObject({ before: '2025-11-21', interactions: 2 });
    expect((await lab.client.project.info())?.counts.interactions).toBe(4);
    const { result } = await followed(await lab.client.privacy.applyRetention());
    expect(result).toMatchObject({ reason: 'retention', status: 'done', removed: { interaction: 2 } });
    const { rows: left } = await lab.client.interactions.page({ filter: {}, offset: 0, limit: 10 });
    expect(left.map(({ externalId }) => externalId).sort()).toEqual(['R-2', 'R-3']);
    await lab.close();
  });
});
