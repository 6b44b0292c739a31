import { zipSync, type Zippable } from 'fflate';
import { describe, expect, it } from 'vitest';
import { UnreadableFileError } from '#engine/importers/importer.ts';
import { previewTable, readRecords } from '#engine/importers/tables/read-records.ts';
import { openTable, readTable } from '#engine/importers/tables/read-table.ts';
import { cellText } from '#engine/importers/tables/table-row.ts';
import { collect, sourceOf, startWorkClock } from './source.ts';
import { textRow, workbookOf, workbookParts } from './workbook-builder.ts';

async function refusalOf(bytes: Uint8Array): Promise<{ code: string; message: string; ms: number; megabytes: number }> {
  const workMs = startWorkClock();
  const before = process.memoryUsage().rss;
  let peak = before;
  const timer = setInterval(() => { peak = Math.max(peak, process.memoryUsage().rss); }, 5);
  const error = await collect(readTable(sourceOf('t.xlsx', bytes))).catch((caught: unknown) => caught);
  clearInterval(timer);
  if (!(error instanceof UnreadableFileError)) throw new Error(`not refused: ${JSON.stringify(error).slice(0, 200)}`);
  return { code: error.problem.code, message: error.problem.message, ms: workMs(), megabytes: (peak - before) / 1e6 };
}

const small = (data: string): Uint8Array => workbookOf([{ name: 'Sheet1', data }]);

describe('workbooks', () => {
  it('gives dates as dates, times as durations, booleans and long numbers as they are', async () => {
    const cells = `${textRow(1, ['Call ID', 'Started', 'Duration', 'Proactive'])}<row r="2"><c r="A2"><v>12345678901234567890</v></c><c r="B2" s="1"><v>46329.5</v></c><c r="C2" s="2"><v>0.00283564814814815</v></c><c r="D2" t="b"><v>1</v></c></row>`;
    const outcome = await collect(readRecords(sourceOf('calls.xlsx', small(cells)), { timeZone: 'Europe/Berlin' }));
    expect(outcome).toMatchObject([{ record: { externalId: '12345678901234567890', startedAt: '2026-11-03T11:00:00.000Z', durationMs: 245_000, proactive: true, row: 2 } }]);
  });

  it('takes the first sheet that holds a table, or the one that is asked for', async () => {
    const bytes = workbookOf([
      { name: 'About', data: textRow(1, ['This workbook was made in November']) },
      { name: 'Calls', data: textRow(1, ['Call ID', 'Queue']) + textRow(2, ['I-1', 'Billing']) },
      { name: 'Customers', data: textRow(1, ['Customer ID', 'Segment']) + textRow(2, ['C-1', 'gold']) },
    ]);
    const first = await openTable(sourceOf('t.xlsx', bytes));
    expect([first.sheet, first.sheets]).toEqual(['Calls', ['About', 'Calls', 'Customers']]);
    const { table } = await previewTable(sourceOf('t.xlsx', bytes), { sheet: 'Customers' });
    expect([table.sheet, table.kind, table.warnings]).toEqual(['Customers', 'customers', ['This workbook has 3 sheets; only "Customers" is read. Import it again for another one.']]);
    await expect(openTable(sourceOf('t.xlsx', bytes), { sheet: 'Nowhere' })).rejects.toMatchObject({ problem: { code: 'SHEET_MISSING', found: '"About", "Calls", "Customers"' } });
  });

  it('keeps row numbers over gaps and reads shared text, formula results and error cells', async () => {
    const data = '<row r="3"><c r="A3" t="s"><v>0</v></c><c r="B3" t="s"><v>1</v></c></row><row r="5"><c r="A5" t="str"><f>CONCAT("I","-1")</f><v>I-1</v></c><c r="B5" t="e"><v>#N/A</v></c></row>';
    const rows = await collect(readTable(sourceOf('t.xlsx', workbookOf([{ name: 'S', data }], ['Call ID', 'Queue']))));
    expect(rows.filter((row) => row.cells.some((cell) => cell !== null)).map((row) => [row.row, ...row.cells.map(cellText)])).toEqual([[3, 'Call ID', 'Queue'], [5, 'I-1', '']]);
  });
});

describe('archives that are not what they seem', () => {
  const parts = workbookParts([{ name: 'S', data: textRow(1, ['a', 'b']) + textRow(2, ['1', '2']) }]);

  it('refuses a bomb while it inflates, whatever sizes it declares', async () => {
    const bomb = new Uint8Array(64 * 1024 * 1024);
    const honest = zipSync({ ...parts, 'xl/worksheets/sheet1.xml': [bomb, { level: 1 }] } as Zippable);
    const lying = honest.slice();
    const view = new DataView(lying.buffer);
    for (let at = 0; at + 46 < lying.length; at += 1) {
      if (view.getUint32(at, true) === 0x02014b50 && view.getUint32(at + 24, true) === bomb.length) view.setUint32(at + 24, 1_000, true);
    }
    for (const bytes of [honest, lying]) {
      const refusal = await refusalOf(bytes);
      expect(refusal.code).toBe('ARCHIVE_TOO_LARGE');
      expect(refusal.ms).toBeLessThan(2_000);
      expect(refusal.megabytes).toBeLessThan(300);
    }
  });

  it('refuses a document type definition', async () => {
    const sheet = new TextEncoder().encode('<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">]><worksheet><sheetData/></worksheet>');
    expect((await refusalOf(zipSync({ ...parts, 'xl/worksheets/sheet1.xml': sheet } as Zippable))).code).toBe('WORKBOOK_UNSAFE');
  });

  it.each([
    ['a row beyond the last', '<row r="1000000000"><c r="A1000000000"><v>1</v></c></row>', 'ARCHIVE_DAMAGED'],
    ['a column beyond the last', '<row r="1"><c r="ZZZZZZ1"><v>1</v></c></row>', 'ARCHIVE_DAMAGED'],
    ['more columns than are read', '<row r="1"><c r="ZZZ1"><v>1</v></c></row>', 'TOO_MANY_COLUMNS'],
    ['a wide span of nothing', '<row r="1"><c r="ALL1"><v>1</v></c></row><row r="1048576"><c r="A1048576"><v>1</v></c></row>', 'WORKBOOK_TOO_LARGE'],
    ['an address behind a bracket', '<row x=">" r="999999999"><c r="A999999999"><v>1</v></c></row>', 'ARCHIVE_DAMAGED'],
    ['an address in entities', '<row r="&#57;99999999"><c r="A1"><v>1</v></c></row>', 'ARCHIVE_DAMAGED'],
    ['XML that breaks off', '<row r="1"><c r="A1"><v>1</v', 'ARCHIVE_DAMAGED'],
    ['nothing', '', 'EMPTY_TABLE'],
  ])('refuses %s', async (_name, data, code) => {
    expect((await refusalOf(small(data))).code).toBe(code);
  });

  it('names what the archive is instead', async () => {
    const other = async (name: string): Promise<string> => (await refusalOf(zipSync({ [name]: new Uint8Array([60]) }))).message;
    expect(await other('word/document.xml')).toMatch(/Word document/);
    expect(await other('xl/workbook.bin')).toMatch(/\.xlsb/);
    expect(await other('content.xml')).toMatch(/OpenDocument/);
    expect(await other('notes.txt')).toMatch(/holds no workbook/);
  });

  it('refuses parts that overlap, cut files and encrypted parts', async () => {
    const bytes = zipSync(parts as Zippable);
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const headers = [...bytes.keys()].filter((at) => at + 46 <= bytes.length && view.getUint32(at, true) === 0x02014b50);
    const changed = (change: (copy: DataView) => void): Uint8Array => {
      const copy = bytes.slice();
      change(new DataView(copy.buffer));
      return copy;
    };
    const [first = 0, second = 0] = headers;
    expect((await refusalOf(changed((copy) => copy.setUint32(second + 42, view.getUint32(first + 42, true), true)))).code).toBe('ARCHIVE_DAMAGED');
    expect((await refusalOf(changed((copy) => copy.setUint16(first + 8, 1, true)))).code).toBe('ARCHIVE_ENCRYPTED');
    expect((await refusalOf(bytes.slice(0, bytes.length - 40))).code).toBe('ARCHIVE_DAMAGED');
  });
});
