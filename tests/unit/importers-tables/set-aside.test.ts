import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyRepair, repairsFor } from '#shared/model/import-mapping.ts';
import type { Problem } from '#engine/importers/importer.ts';
import { defuseFormula, restoreFormula } from '#engine/importers/tables/formula-guard.ts';
import { previewTable, readRecords } from '#engine/importers/tables/read-records.ts';
import { readTable } from '#engine/importers/tables/read-table.ts';
import { countDryRun } from '#engine/importers/tables/dry-run.ts';
import { setAsideFile } from '#engine/importers/tables/set-aside-file.ts';
import { cellText } from '#engine/importers/tables/table-row.ts';
import { collect, sourceOf } from './source.ts';

const starts = ['=', '+', '-', '@', '\t', '\r', '\n', '\0', '＝', '＋', '－', '＠'];
const payloads = starts.flatMap((start) => ['', ' ', '"', "'", '  "'].flatMap((before) => ['cmd|x!A1', 'SUM(1,2)', '1+1', 'HYPERLINK("http://x","y")', 'x'].map((rest) => `${before}${start}${rest}`)));

const problemsOf = async (content: string): Promise<Problem[]> =>
  (await collect(readRecords(sourceOf('t.csv', content)))).flatMap((item) => ('problem' in item ? [item.problem] : []));

describe('defuseFormula', () => {
  it('leaves no payload with a formula at its start', () => {
    expect(payloads.length).toBeGreaterThanOrEqual(300);
    for (const payload of payloads) expect(defuseFormula(payload).startsWith("'")).toBe(true);
  });

  it('keeps numbers numbers and text text', () => {
    for (const text of ['-5', '+3.5', '-1,234', '-20 %', 'a=b', '12-3', "it's", '']) expect(defuseFormula(text)).toBe(text);
  });

  it('can be taken back, whatever the text', () => {
    fc.assert(fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom(...payloads)), (text) => {
      expect(restoreFormula(defuseFormula(text))).toBe(text);
    }));
  });
});

describe('setAsideFile', () => {
  const content = 'response_id,interaction_id,answered_at,csat,comment\nR1,I-1,03.11.2026,4,=1+1\nR2,I-2,04.11.2026,n/a,"@you, ""there"""\nR3,I-3,2026-11-05,5,fine\n';

  it('writes each row once, with everything that is wrong with it', async () => {
    const problems = await problemsOf(content);
    expect(problems).toHaveLength(3);
    const rows = await collect(readTable(sourceOf('aside.csv', [...setAsideFile(problems)].join(''))));
    const texts = rows.map((row) => row.cells.map(cellText));
    expect(texts[0]).toEqual(['response_id', 'interaction_id', 'answered_at', 'csat', 'comment', 'earshot_row', 'earshot_code', 'earshot_column', 'earshot_expected', 'earshot_what_to_do']);
    expect(texts[1]?.slice(0, 8)).toEqual(['R1', 'I-1', '03.11.2026', '4', "'=1+1", '2', 'DATE_ORDER_AMBIGUOUS', 'answered_at']);
    expect(texts[2]?.slice(4, 8)).toEqual(["'@you, \"there\"", '3', 'DATE_ORDER_AMBIGUOUS | NO_ANSWER_WORD', 'answered_at | csat']);
    expect(texts).toHaveLength(3);
  });

  it('comes back mended as if it had never been aside', async () => {
    const aside = [...setAsideFile(await problemsOf(content))].join('');
    const mended = aside.replace('03.11.2026', '2026-11-03').replace('04.11.2026', '2026-11-04').replace('n/a', '2');
    const { table, mapping } = await previewTable(sourceOf('mended.csv', mended));
    const original = await previewTable(sourceOf('t.csv', content));
    expect(table.headerFingerprint).toBe(original.table.headerFingerprint);
    if (!mapping) throw new Error('no mapping');
    const outcome = await collect(readRecords(sourceOf('mended.csv', mended), { mapping }));
    expect(outcome).toMatchObject([
      { record: { externalId: 'R1', answeredAt: '2026-11-03T00:00:00.000Z', comment: '=1+1', answers: [{ value: 4 }] } },
      { record: { externalId: 'R2', comment: '@you, "there"', answers: [{ value: 2 }] } },
    ]);
    expect(mapping.columns.filter((column) => column.source.startsWith('earshot_')).every((column) => column.target.to === 'ignore')).toBe(true);
  });

  it('shows as text in a real spreadsheet program', ({ skip }) => {
    const folder = mkdtempSync(join(tmpdir(), 'set-aside-'));
    try {
      const problems = payloads.filter((payload) => !payload.includes('\0')).map((payload, index): Problem => ({ file: 't.csv', row: index + 2, column: 'note', code: 'X', found: null, expected: null, message: 'm', record: { id: `I-${index}`, note: payload } }));
      writeFileSync(join(folder, 'aside.csv'), [...setAsideFile(problems)].join(''));
      try {
        execFileSync('soffice', [`-env:UserInstallation=file://${folder}/profile`, '--headless', '--convert-to', 'fods', '--outdir', folder, join(folder, 'aside.csv')], { stdio: 'ignore', timeout: 90_000 });
      } catch {
        skip('LibreOffice is not installed here');
      }
      const sheet = readFileSync(join(folder, 'aside.fods'), 'utf8');
      expect(sheet).toContain('I-5');
      expect(sheet).not.toMatch(/table:formula/);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }, 100_000);
});

describe('a dry run', () => {
  const content = 'interaction_id,started_at,hold_s\nI-1,03.11.2026,5\nI-2,04.11.2026,6\nI-2,05.05.2026,7\nI-4,soon,8\nI-5,05.05.2026,x\nI-6,06.06.2026,9\n';

  it('counts rows by what stands between them and the project, grouped by repair', async () => {
    const { groups, ...counts } = await countDryRun(readRecords(sourceOf('t.csv', content)));
    expect(counts).toEqual({ ready: 2, needsYou: 2, unreadable: 2 });
    expect(groups.map(({ code, column, rows }) => [code, column, rows])).toEqual([['DATE_ORDER_AMBIGUOUS', 'started_at', 2], ['DATE_INVALID', 'started_at', 1], ['DURATION_INVALID', 'hold_s', 1]]);
  });

  it('is mended by the choice that a group offers', async () => {
    const source = sourceOf('t.csv', content);
    const { mapping } = await previewTable(source);
    if (!mapping) throw new Error('no mapping');
    expect(repairsFor('DATE_ORDER_AMBIGUOUS')).toContain('read-day-month');
    const mended = applyRepair(applyRepair(mapping, 'read-day-month', 'started_at'), 'keep-last', 'interaction_id');
    const after = await countDryRun(readRecords(source, { mapping: mended }));
    expect([after.ready, after.needsYou, after.unreadable]).toEqual([4, 0, 2]);
  });
});
