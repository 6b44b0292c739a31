import { zipSync, type Zippable } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readMoment } from '#engine/importers/tables/values/dates.ts';
import { readDuration } from '#engine/importers/tables/values/durations.ts';
import { readNumber } from '#engine/importers/tables/values/numbers.ts';
import { isFault, type Reading } from '#engine/importers/tables/values/reading.ts';
import { previewTable } from '#engine/importers/tables/read-records.ts';
import { listZipEntries, inflateZipEntry, newInflateBudget } from '#engine/importers/tables/zip-guard.ts';
import { read, without } from './read-outcome.ts';
import { sourceOf } from './source.ts';
import { textRow, workbookOf, workbookParts } from './workbook-builder.ts';

const codeOf = (reading: Reading): Reading | string => (isFault(reading) ? reading.code : reading);
const told = (problems: readonly { row: number | null; message: string }[]) => problems.map(({ row, message }) => [row, message]);

describe('kinds of rows', () => {
  it('reads scorecards an item a row, and says which points cannot be', async () => {
    const head = 'interaction_id,evaluator,evaluation_date,item,points,max_points,heard_at\n';
    const { records, problems } = await read(`${head}I-1,Ann,2026-02-03,Greeting,3,5,0:12\nI-1,Ann,2026-02-03,Ending,4,4,\nI-2,,,Greeting,1,5,\nI-2,,,Ending,9,5,\n`);
    expect(records.map(without)).toEqual([
      { interactionExternalId: 'I-1', evaluator: 'Ann', evaluatedAt: '2026-02-03T00:00:00.000Z', answers: [{ item: 'Greeting', value: 3, valueMax: 5, evidenceMs: 12_000 }, { item: 'Ending', value: 4, valueMax: 4 }] },
      { interactionExternalId: 'I-2', answers: [{ item: 'Greeting', value: 1, valueMax: 5 }] },
    ]);
    expect(told(problems)).toEqual([[5, expect.stringMatching(/^Row 5, column "points": .*at most 5 points.*Correct the points or the points possible\.$/s)]]);
  });

  it('asks for the points possible where neither a column nor a scale says them', async () => {
    const content = 'interaction_id,evaluator,item,points\nI-1,Ann,Greeting,3\nI-1,Ann,Ending,4\n';
    const { mapping } = await previewTable(sourceOf('t.csv', content));
    if (mapping === null) throw new Error('no mapping');
    const bare = { ...mapping, columns: mapping.columns.map(({ scale: _scale, ...column }) => column) };
    const { problems } = await read(content, { mapping: bare });
    expect(problems[0]?.message).toMatch(/Choose the scale of the points, or the column that holds the points possible\.$/);
    const scaled = { ...mapping, columns: mapping.columns.map((column) => (column.source === 'points' ? { ...column, scale: { min: 1, max: 5, direction: 'up' as const } } : column)) };
    expect((await read(content, { mapping: scaled })).records.map(without)).toMatchObject([{ answers: [{ value: 2, valueMax: 4 }, { value: 3, valueMax: 4 }] }]);
  });

  it('refuses a digit key that no keyboard has, and takes a code without a kind for a cause', async () => {
    const { records, problems } = await read('code,name,digit_key,parent\nA,One,0,\nB,Two,9,A\nC,Three,12,\n');
    expect(records.map(without)).toEqual([{ key: 'B', name: 'Two', codeKind: 'cause', parentKey: 'A', examples: [], quickSlot: 9 }]);
    expect(told(problems)).toEqual([[2, expect.stringMatching(/Choose a digit from 1 to 9, or leave the cell empty\.$/)], [4, expect.stringMatching(/Expected a digit from 1 to 9/)]]);
  });

  it('reads beliefs of nobody in particular, on a scale that goes down, and says what is no answer', async () => {
    const content = 'group,question,answer\nleader,We care,2\nagent,We care,\nagent,Tell us more,Well\n';
    const { mapping } = await previewTable(sourceOf('t.csv', content));
    if (mapping === null) throw new Error('no mapping');
    const down = { ...mapping, questions: [{ question: 'We care', target: { to: 'survey_item' as const, key: 'care', kind: 'rating' as const, label: 'We care' }, scale: { min: 1, max: 5, direction: 'down' as const } }] };
    const { records, problems } = await read(content, { mapping: down });
    expect(records.map(without)).toEqual([{ respondent: expect.stringMatching(/^row-[0-9a-f]{24}$/), respondentGroup: 'leader', question: 'care', value: 4, scaleMin: 1, scaleMax: 5 }]);
    expect(told(problems)).toEqual([[3, expect.stringMatching(/Fill the cell, or delete the row\.$/)], [4, expect.stringMatching(/Choose the scale of this question\.$/)]]);
  });

  it('lists purchases where no column says what they are, and gives a row without a number one', async () => {
    expect((await read('customer_id,date,product,amount\nC1,2026-02-03,Kettle,12.50\n')).records.map(without)).toEqual([{ externalId: expect.stringMatching(/^row-/), customerExternalId: 'C1', date: '2026-02-03', purchaseKind: 'purchase', product: 'Kettle', amount: 12.5 }]);
  });

  it('ends turns by the time of day, and joins turns with and without one', async () => {
    const { records } = await read('conversation_id,speaker,start,end,text\nB,Agent,,,wait\nB,Agent,2026-11-03T09:00:05Z,2026-11-03T09:00:06Z,yes?\nB,Customer,2026-11-03T09:00:07Z,2026-11-03T09:00:01Z,no\n');
    expect(records.map((record) => (record.kind === 'turns' ? record.interaction.turns.map(({ startMs, endMs }) => [startMs, endMs]) : []))).toEqual([[[null, null], [0, 1000], [2000, null]]]);
  });

  it('keeps the comment that comes with a later answer of a survey', async () => {
    const { records } = await read('response_id,question,answer,comment\nR1,How satisfied were you?,4,\nR1,Would you recommend us?,9,All well.\n');
    expect(records).toMatchObject([{ externalId: 'R1', comment: 'All well.', answers: [{ value: 4 }, { value: 9 }] }]);
  });

  it('says what a saved mapping misses in a file of another form, and passes over what it does not need', async () => {
    const content = 'interaction_id,channel,started_at,queue\nC-1,phone,2026-03-01T10:00:00Z,Billing\n';
    const { mapping } = await previewTable(sourceOf('t.csv', content));
    if (mapping === null) throw new Error('no mapping');
    await expect(read('Call,channel\nC-1,phone\n', { mapping })).rejects.toMatchObject({ problem: { message: 'The column "interaction_id", which goes to "Interaction ID", is not in this file. Choose the column that holds it.' } });
    await expect(read(content, { mapping: { ...mapping, columns: [] } })).rejects.toMatchObject({ problem: { message: 'No column goes to "Interaction ID", which this kind of table needs. Choose the column that holds it.' } });
    await expect(read(content, { mapping: { ...mapping, timeZone: 'Mars/Olympus' } })).rejects.toMatchObject({ problem: { message: '"Mars/Olympus" is no time zone that is known here. Choose one such as Europe/Berlin.' } });
    expect((await read('Interaction ID,started at\nC-1,2026-03-01T10:00:00Z\n', { mapping })).records.map(without)).toMatchObject([{ externalId: 'C-1', startedAt: '2026-03-01T10:00:00.000Z' }]);
  });
});

describe('values as people write them', () => {
  it.each([
    ['99-12-31', 'ask', '1999-12-31T00:00:00.000Z'], ['2026 November 3', 'ask', '2026-11-03T00:00:00.000Z'], ['3.11.2026 24:00', 'DMY', '2026-11-04T00:00:00.000Z'], ['3.11.2026 24:01', 'DMY', 'DATE_INVALID'],
    ['3.11.2026 25:00', 'DMY', 'DATE_INVALID'], ['3.11.2026 13:00 pm', 'DMY', 'DATE_INVALID'], ['3.11.2026 10:00 +15:00', 'DMY', 'DATE_INVALID'], ['3.11.2026 10:00 +02', 'DMY', '2026-11-03T08:00:00.000Z'],
    ['2026-11-03T10:00:00+15:00', 'ask', 'DATE_INVALID'], ['3.11.2026 10:00 XYZ', 'DMY', 'DATE_INVALID'], ['!', 'ask', 'DATE_INVALID'], ['11:00', 'ask', 'DATE_INVALID'], ['3 Nov', 'ask', 'DATE_INVALID'], ['3.11.202', 'ask', 'DATE_INVALID'],
  ] as const)('%s under %s is %s', (text, order, expected) => {
    expect(codeOf(readMoment(text, order, 'UTC'))).toBe(expected);
  });

  it('takes a moment of a workbook that is none for invalid', () => {
    expect(codeOf(readMoment(new Date(Number.NaN), 'ask', 'UTC'))).toBe('DATE_INVALID');
  });

  it.each([
    ['1:75:00', 's', 'DURATION_INVALID'], ['1 h 30 min', 's', 5_400_000], ['2 Std 5 Min', 's', 7_500_000], ['250 ms', 's', 250], [12.5, 'min', 750_000], [-1, 's', 'DURATION_INVALID'], [null, 's', 'DURATION_INVALID'], ['4:05.25', 's', 245_250],
    ['x'.repeat(70), 's', 'DURATION_INVALID'], ['1,234', 's', 'NUMBER_AMBIGUOUS'], ['-5', 's', 'DURATION_INVALID'], ['soon', 's', 'DURATION_INVALID'],
  ] as const)('a duration of %s %s is %s', (cell, unit, expected) => {
    expect(codeOf(readDuration(cell, unit))).toBe(expected);
  });

  it.each([['1.234.567', 'ask', 1_234_567], ['1.23.4567', 'ask', 'NUMBER_INVALID'], ['1,23.456.789', 'ask', 'NUMBER_INVALID'], ['9'.repeat(70), 'ask', 'NUMBER_INVALID'], ['1e999', 'ask', 'NUMBER_INVALID']] as const)('%s with %s is %s', (text, decimal, expected) => {
    expect(codeOf(readNumber(text, decimal))).toBe(expected);
  });
});

describe('workbooks put together by hand', () => {
  const sheet = [{ name: 'Calls', data: textRow(1, ['interaction_id', 'channel', 'started_at']) + textRow(2, ['C-1', 'phone', '2026-03-01T10:00:00Z']) }];
  const rows = async (bytes: Uint8Array) => (await previewTable(sourceOf('t.xlsx', bytes))).table.kind;

  it('reads parts that are stored, and a sheet whose place is written from the root', async () => {
    const parts = workbookParts(sheet);
    expect(await rows(zipSync(parts as Zippable, { level: 0 }))).toBe('interactions');
    const rooted = new TextDecoder().decode(parts['xl/_rels/workbook.xml.rels']).replace('Target="worksheets', 'Target="/xl/worksheets');
    expect(await rows(zipSync({ ...parts, 'xl/_rels/workbook.xml.rels': new TextEncoder().encode(rooted) } as Zippable))).toBe('interactions');
  });

  it('says which part of it is missing or wrong', async () => {
    const parts = workbookParts(sheet);
    const { 'xl/worksheets/sheet1.xml': _sheet, ...withoutSheet } = parts;
    await expect(rows(zipSync(withoutSheet as Zippable))).rejects.toMatchObject({ problem: { code: 'EMPTY_TABLE', found: 'sheets without a table' } });
    const odd = new TextDecoder().decode(parts['xl/worksheets/sheet1.xml']).replace('r="A1"', 'r="1A"');
    await expect(rows(zipSync({ ...parts, 'xl/worksheets/sheet1.xml': new TextEncoder().encode(odd) } as Zippable))).rejects.toMatchObject({ problem: { code: 'ARCHIVE_DAMAGED', found: 'a cell address "1A"' } });
  });

  it('reads an archive by its wide list of contents, and refuses one that ends in it', async () => {
    const plain = Buffer.from(workbookOf(sheet));
    const end = plain.length - 22;
    const [count, offset] = [plain.readUInt16LE(end + 10), plain.readUInt32LE(end + 16)];
    const wide = Buffer.alloc(56 + 20);
    wide.writeUInt32LE(0x06064b50, 0);
    wide.writeBigUInt64LE(BigInt(count), 32);
    wide.writeBigUInt64LE(BigInt(offset), 48);
    wide.writeUInt32LE(0x07064b50, 56);
    wide.writeBigUInt64LE(BigInt(end), 64);
    const tail = Buffer.from(plain.subarray(end));
    tail.writeUInt16LE(0xffff, 10);
    const zip = Buffer.concat([plain.subarray(0, end), wide, tail]);
    expect(await rows(new Uint8Array(zip))).toBe('interactions');
    await expect(rows(new Uint8Array(Buffer.concat([plain.subarray(0, end), tail])))).rejects.toMatchObject({ problem: { found: 'an incomplete list of contents' } });
    const lost = Buffer.from(zip);
    lost.writeBigUInt64LE(BigInt(zip.length), end + 64);
    await expect(rows(new Uint8Array(lost))).rejects.toMatchObject({ problem: { found: 'an incomplete list of contents' } });
  });

  it('takes sizes of 64 bits from the extra field, and leaves them where it is cut', async () => {
    const zip = Buffer.from(zipSync({ 'a.txt': [new TextEncoder().encode('hello'), { level: 0, extra: { 1: new Uint8Array(16) } }] } as Zippable));
    const at = zip.readUInt32LE(zip.length - 22 + 16);
    const extraAt = at + 46 + zip.readUInt16LE(at + 28);
    zip.writeBigUInt64LE(5n, extraAt + 4);
    zip.writeBigUInt64LE(5n, extraAt + 12);
    zip.writeUInt32LE(0xffffffff, at + 24);
    zip.writeUInt32LE(0xffffffff, at + 20);
    const entry = listZipEntries(zip).get('a.txt');
    expect(entry).toMatchObject({ compressedSize: 5, declaredSize: 5 });
    if (entry === undefined) throw new Error('no entry');
    expect(Buffer.from(await inflateZipEntry(zip, entry, { budget: newInflateBudget() })).toString()).toBe('hello');
    zip.writeUInt16LE(8, extraAt + 2);
    expect(() => listZipEntries(zip)).toThrow();
  });
});
