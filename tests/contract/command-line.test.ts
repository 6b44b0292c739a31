import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseClockTime } from '#hosts/cli/clock-time.ts';
import { commands } from '#hosts/cli/commands/index.ts';
import { runCommandLine } from '#hosts/cli/run.ts';
import { makeCallFolder } from '#tests/support/hosts/call-folder.ts';

let folder: string;
let project: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'earshot-cli-'));
  project = join(folder, 'board.earshot');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Ran = { code: number; out: string; said: string };

async function earshot(...argv: string[]): Promise<Ran> {
  const ran: Ran = { code: -1, out: '', said: '' };
  ran.code = await runCommandLine(argv, {
    out: (text) => { ran.out += text; },
    say: (line) => { ran.said += `${line}\n`; },
    readInput: () => Promise.resolve(input),
    stop: new AbortController().signal,
  });
  return ran;
}
let input = '';

/** Runs with --json: exactly one document on standard output. */
async function json<T = Record<string, unknown>>(...argv: string[]): Promise<T> {
  const { out } = await earshot(...argv, '--json');
  expect(out.trimEnd()).not.toContain('\n');
  return JSON.parse(out) as T;
}

describe('a project from the command line', () => {
  it('new makes it, and never over another', async () => {
    expect(await json('new', project)).toMatchObject({ project: { name: 'board', path: project, counts: { interactions: 0 } } });
    expect(existsSync(project)).toBe(true);
    const again = await earshot('new', project);
    expect([again.code, again.out]).toEqual([2, '']);
    expect(again.said).toContain('is there already');
  });

  it('import reads a folder: a dry run writes nothing, a run says what was set aside and ends with 1', async () => {
    const from = makeCallFolder(folder);
    expect(await json('import', project, from, '--dry-run')).toMatchObject({ new: expect.any(Number) as number });
    expect(await json('interactions', project)).toMatchObject({ total: 0, rows: [] });
    const report = await json('import', project, from);
    expect(Object.keys(report).slice(0, 7)).toEqual(['files', 'read', 'new', 'updated', 'setAside', 'linked', 'ms']);
    expect(report).toMatchObject({ setAside: [{ file: 'handed-over/notes.bin', row: null, column: null, code: expect.any(String) as string, message: expect.any(String) as string }] });
    expect(report).toMatchObject({ linked: { surveys: 3, matched: 2, ambiguous: 0, unmatched: 1 } });
    expect((await earshot('import', project, join(from, 'C-1.vtt'))).code).toBe(0);
    expect((await earshot('import', project, join(from, 'notes.bin'))).code).toBe(1);
    const missing = await earshot('import', project, join(folder, 'nowhere.vtt'));
    expect([missing.code, missing.said]).toEqual([2, 'There is no file “nowhere.vtt”.\n']);
  });

  it('import --recipe reads JSON of an unknown form by a mapping in a file', async () => {
    const [data, recipe] = [join(folder, 'odd.json'), join(folder, 'odd.recipe.json')];
    writeFileSync(data, JSON.stringify({ bits: [{ who: 'Agent', said: 'Good morning, how can I help you?' }, { who: 'Customer', said: 'My bill is wrong.' }] }));
    writeFileSync(recipe, JSON.stringify({
      version: 1, form: 'json', fingerprint: 'by hand', interactions: null, turns: ['bits'], text: ['said'], speaker: ['who'], start: null, end: null, unit: 's', roles: {}, facts: [], kept: [],
    }));
    const odd = join(folder, 'odd.earshot');
    await earshot('new', odd);
    expect((await earshot('import', odd, data)).code).toBe(1);
    expect(await json('import', odd, data, '--recipe', recipe)).toMatchObject({ new: 1, setAside: [] });
    expect(await json('show', odd, 'odd')).toMatchObject({ turns: [{ role: 'agent' }, { role: 'customer' }] });
    expect((await earshot('import', odd, data, '--recipe', join(folder, 'none.json'))).code).toBe(2);
  });

  it('interactions lists, filters and limits', async () => {
    const { total, rows } = await json<{ total: number; rows: Record<string, unknown>[] }>('interactions', project, '--limit', '2');
    expect([total, rows.length]).toEqual([3, 2]);
    expect(Object.keys(rows[0] ?? {})).toEqual(['id', 'externalId', 'channel', 'startedAt', 'durationMs', 'agent', 'customer', 'turns', 'companyScore', 'customerScore']);
    expect(await json('interactions', project, '--where', 'queue=Sales')).toMatchObject({ total: 1 });
    expect(await json('interactions', project, '--where', 'evaluated=true', '--where', 'from=2026-01-06')).toMatchObject({ total: 1 });
    for (const wrong of ['colour=red', 'queue', 'evaluated=maybe', 'from=yesterday', '=x', '__proto__=x']) {
      const refused = await earshot('interactions', project, '--where', wrong);
      expect([wrong, refused.code, refused.out]).toEqual([wrong, 2, '']);
    }
    expect((await earshot('interactions', project, '--limit', 'many')).code).toBe(2);
  });

  it('show and search find an interaction by its own number', async () => {
    const shown = await json<{ turns: Record<string, unknown>[] }>('show', project, 'C-1');
    expect(Object.keys(shown).slice(0, 5)).toEqual(['interaction', 'turns', 'tags', 'evaluations', 'surveys']);
    expect(shown.turns[1]).toEqual({ speaker: 'Customer', role: 'customer', startMs: 3000, endMs: 5500, text: 'My refund has not arrived.' });
    expect(await json('search', project, 'refund')).toMatchObject({ total: 2 });
    expect(await json('search', project, '"has not arrived"')).toMatchObject({ total: 1, hits: [{ externalId: 'C-1', turn: 1, startMs: 3000, snippet: expect.stringContaining('has not arrived') as string }] });
    expect(await json('search', project, 'refund', 'role:agent')).toMatchObject({ total: 0 });
    expect(await json('show', project, 'nobody')).toMatchObject({ error: { code: 'NOT_FOUND' } });
  });

  it('tag, undo and redo', async () => {
    writeFileSync(join(folder, 'codebook.csv'), 'code,name,kind\nRF,Refund late,cause\n');
    expect((await earshot('import', project, join(folder, 'codebook.csv'))).code).toBe(0);
    expect(await json('tag', project, 'C-1', '--code', 'RF', '--at', '0:03', '--to', '0:05.5', '--note', 'late')).toMatchObject({ tag: { codeKey: 'RF', startMs: 3000, endMs: 5500, note: 'late' } });
    expect(await json('undo', project)).toHaveProperty('undone');
    expect(await json('show', project, 'C-1')).toMatchObject({ tags: [] });
    expect(await json('redo', project)).toHaveProperty('redone');
    expect(await json('show', project, 'C-1')).toMatchObject({ tags: [{ codeKey: 'RF' }] });
    expect(await json('redo', project)).toMatchObject({ error: { code: 'NOTHING_TO_REDO' } });
    for (const wrong of [['--code', 'ZZ', '--at', '1:00'], ['--code', 'RF'], ['--code', 'RF', '--at', 'noon'], ['--code', 'RF', '--at', '0:09', '--to', '0:01']]) {
      expect((await earshot('tag', project, 'C-1', ...wrong)).code).toBe(2);
    }
  });

  it('codebook lists, writes a file once and reads it again', async () => {
    const out = join(folder, 'book.qdc');
    expect(await json('codebook', project)).toMatchObject({ codes: [{ key: 'RF', uses: 1 }] });
    expect(await json('codebook', project, '--export', out)).toMatchObject({ out, codes: 1 });
    expect((await earshot('codebook', project, '--export', out)).code).toBe(2);
    expect((await earshot('codebook', project, '--export', out, '--force')).code).toBe(0);
    expect(await json('codebook', project, '--import', out)).toMatchObject({ codes: 1, same: 1, added: 0, changed: 0 });
    expect(await json('codebook', project, '--import', join(folder, 'codebook.csv'))).toMatchObject({ error: { code: 'UNREADABLE_FILE' } });
    for (const wrong of [['--import', out, '--export', out], ['--import', out, '--kind', 'love'], ['--import', out, '--split', '/']]) {
      expect((await earshot('codebook', project, ...wrong)).code).toBe(2);
    }
  });

  it('causes come with owners, and with a total that owners, nobody and unused capacity add up to', async () => {
    writeFileSync(join(folder, 'costs.csv'), 'month,cost_category,amount,currency,paid_minutes,practical_capacity_minutes\n2026-01,Salaries,300.10,GBP,400,330\n');
    writeFileSync(join(folder, 'owners.csv'), 'cause code,owner unit\nRF,Finance\n');
    expect((await earshot('import', project, join(folder, 'costs.csv'), join(folder, 'owners.csv'))).code).toBe(0);
    const found = await json<{ causes: { key: string }[]; owners: { owner: string; total: number }[]; total: number; unallocated: number; unused: number }>('causes', project, '--weight', 'cost');
    expect(Object.keys(found).slice(0, 5)).toEqual(['causes', 'owners', 'total', 'unallocated', 'unused']);
    expect(found.causes.map((row) => row.key)).toEqual(['RF']);
    expect(found.owners.map((own) => own.owner)).toEqual(['Finance']);
    expect(found.total).toBe(300.1);
    expect(Math.round(100 * (found.owners.reduce((sum, own) => sum + own.total, 0) + found.unallocated + found.unused))).toBe(30_010);
    for (const wrong of [['--weight', 'love'], ['--method', 'guess']]) expect((await earshot('causes', project, ...wrong)).code).toBe(2);
  });

  it('gap and metrics come as envelopes', async () => {
    const gap = await json('gap', project, '--by', 'queue');
    expect(Object.keys(gap).slice(0, 6)).toEqual(['definition', 'company', 'customer', 'gap', 'table', 'segments']);
    expect(gap).toMatchObject({ definition: 'matched', company: { unit: 'share', n: 2 }, customer: { n: 2 }, gap: { unit: 'points', n: 2 }, table: { companyOnly: 2, both: 0 } });
    const all = await json<Record<string, { n: number }>>('metrics', project);
    const [first = ''] = Object.keys(all);
    expect(Object.keys(await json('metrics', project, first))).toEqual([first]);
    for (const wrong of [['gap', project, '--definition', 'love'], ['gap', project, '--by', 'shoe'], ['gap', project, '--top-box', '3'], ['metrics', project, 'love']]) {
      expect((await earshot(...wrong)).code).toBe(2);
    }
  });

  it('brief writes a file once, and again only with --force', async () => {
    const out = join(folder, 'board.pptx');
    expect(await json('brief', project, '--out', out)).toMatchObject({ out, slides: expect.any(Number) as number, claims: expect.any(Array) as unknown[] });
    const bytes = readFileSync(out);
    expect(bytes.subarray(0, 2).toString()).toBe('PK');
    writeFileSync(out, 'mine');
    expect((await earshot('brief', project, '--out', out)).code).toBe(2);
    expect(readFileSync(out, 'utf8')).toBe('mine');
    expect((await earshot('brief', project, '--out', out, '--force')).code).toBe(0);
    expect(readFileSync(out).length).toBeGreaterThan(1000);
    expect((await earshot('brief', project, '--out', join(folder, 'board.doc'))).code).toBe(2);
  });

  it('verify finds it whole', async () => {
    expect(await json('verify', project)).toMatchObject({ ok: true });
    expect((await earshot('verify', join(folder, 'nobody.earshot'))).said).toContain('There is no project');
  });
});

describe('salvage', () => {
  it('makes a new project and a ZIP of what can be read, says what is missing, and leaves the damaged file as it is', async () => {
    const damaged = join(folder, 'hurt.earshot');
    const bytes = readFileSync(project);
    const page = Math.floor(bytes.indexOf('C-2phone') / 4096) * 4096;
    bytes.fill(0xa5, page, page + 4096);
    writeFileSync(damaged, bytes);
    expect((await earshot('verify', damaged)).code).toBe(2);
    expect((await earshot('salvage', damaged)).said).toContain('--out is missing');
    const out = join(folder, 'saved');
    const report = await json<{ project: string; tablesFile: string; tables: { name: string; rows: number; expected: number | null }[] }>('salvage', damaged, '--out', out);
    expect(report).toMatchObject({ project: join(out, 'hurt salvaged.earshot'), tablesFile: join(out, 'hurt - what could be read.zip'), journal: { found: 0 } });
    expect(report.tables).toContainEqual({ name: 'interaction', rows: 0, expected: 3, leftOut: 0 });
    expect(await json('verify', report.project)).toMatchObject({ ok: true });
    const names = Object.keys(unzipSync(readFileSync(report.tablesFile)));
    expect(names).toEqual([...report.tables.filter(({ rows }) => rows > 0).map(({ name }) => `tables/${name}.csv`), 'README.txt']);
    expect((await earshot('salvage', damaged, '--out', report.tablesFile)).code).toBe(2);
    expect((await earshot('salvage', damaged, '--out', join(out, 'again.zip'))).code).toBe(1);
    expect(existsSync(join(out, 'hurt salvaged 2.earshot'))).toBe(true);
    expect(Buffer.compare(readFileSync(damaged), bytes)).toBe(0);
  });

  it('says so where nothing can be read any more', async () => {
    const nothing = join(folder, 'nothing.earshot');
    writeFileSync(nothing, 'a shopping list');
    const ran = await earshot('salvage', nothing, '--out', join(folder, 'nowhere'));
    expect([ran.code, ran.said.includes('Nothing in this file can be read any more'), existsSync(join(folder, 'nowhere'))]).toEqual([2, true, false]);
  });
});

describe('stats', () => {
  it('answers one document with or without --json', async () => {
    input = '{"x":8,"n":10}';
    const [plain, asked] = [await earshot('stats', 'wilson_ci'), await earshot('stats', 'wilson_ci', '--json')];
    expect([plain.code, plain.out]).toEqual([0, asked.out]);
    expect(plain.out.trimEnd()).not.toContain('\n');
    expect(JSON.parse(plain.out)).toBeTypeOf('object');
  });

  it.each([['unknown', '{}'], ['wilson_ci', '{'], ['wilson_ci', '[]'], ['wilson_ci', '{"x":11,"n":10}']])('%s with %s: nothing on standard output, one line that says why', async (metric, text) => {
    input = text;
    const { code, out, said } = await earshot('stats', metric, '--json');
    expect([code, out]).toEqual([2, '']);
    expect(said.trimEnd().split('\n')).toHaveLength(1);
  });
});

describe('the command line itself', () => {
  it('helps, and knows no other command', async () => {
    expect((await earshot('help')).said).toContain('earshot import P FILE-OR-DIR...');
    expect((await earshot()).code).toBe(2);
    expect(await earshot('explode')).toMatchObject({ code: 2, out: '' });
    expect(await earshot('__proto__')).toMatchObject({ code: 2, out: '' });
  });

  it.each(commands.filter(({ arity }) => arity[0] > 0).map(({ name }) => name))('%s asks for what is missing, and refuses what it does not know', async (name) => {
    expect(await earshot(name)).toMatchObject({ code: 2, out: '' });
    expect(await earshot(name, 'a', 'b', '--no-such-option')).toMatchObject({ code: 2, out: '' });
  });

  it.each([['2:14', 134_000], ['0:00', 0], ['1:02:03.5', 3_723_500], ['134', 134_000], ['0.25', 250], ['90:00', 5_400_000]])('reads %s as %i ms', (text, ms) => {
    expect(parseClockTime(text)).toBe(ms);
  });

  it.each(['', '2:60', '1:60:00', ':30', '2:', '-1', '1e3', '2:14:', 'NaN', '1:2:3:4'])('does not read "%s" as a time', (text) => {
    expect(() => parseClockTime(text)).toThrow('is not a time');
  });
});
