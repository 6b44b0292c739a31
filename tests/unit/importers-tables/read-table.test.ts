import { describe, expect, it } from 'vitest';
import { UnreadableFileError } from '#engine/importers/importer.ts';
import { openTable, readTable } from '#engine/importers/tables/read-table.ts';
import { cellText } from '#engine/importers/tables/table-row.ts';
import { collect, sharedFile, sourceOf, startWorkClock } from './source.ts';

const spectrum = [
  'comma_in_quotes', 'empty', 'empty_crlf', 'escaped_quotes', 'json', 'newlines', 'newlines_crlf', 'quotes_and_newlines', 'simple', 'simple_crlf', 'utf8',
];

async function texts(content: string | Uint8Array, chunkBytes?: number): Promise<string[][]> {
  const rows = await collect(readTable(sourceOf('t.csv', content, chunkBytes)));
  return rows.map((row) => row.cells.map(cellText));
}

describe('csv-spectrum', () => {
  for (const name of spectrum) {
    const csv = sharedFile(`conformance-csv-spectrum/csvs/${name}.csv`);
    const json = sharedFile(`conformance-csv-spectrum/json/${name}.json`);
    it.skipIf(!csv || !json)(`reads ${name} as published`, async () => {
      if (!csv || !json) return;
      const rows = (await collect(readTable(csv))).map((row) => row.cells.map(cellText)).filter((cells) => cells.some((cell) => cell !== ''));
      const [header = [], ...data] = rows;
      const objects = data.map((cells) => Object.fromEntries(header.map((column, index) => [column, cells[index]])));
      // The stored CSV files have LF line ends throughout, also where the expectation was made from CRLF.
      const expected: unknown = JSON.parse(new TextDecoder().decode(await json.read()).replaceAll(String.raw`\r\n`, String.raw`\n`));
      const unified: unknown = JSON.parse(JSON.stringify(objects).replaceAll(String.raw`\r\n`, String.raw`\n`));
      expect(unified).toEqual(expected);
    });
  }
});

describe('readTable on delimited text', () => {
  it('finds each delimiter, also with decimal commas inside', async () => {
    expect(await texts('id;score\n1;2,5\n2;3,75\n')).toContainEqual(['2', '3,75']);
    expect(await texts('id\tnote\n1\ta,b;c\n2\td,e;f\n')).toContainEqual(['1', 'a,b;c']);
    expect(await texts('id|x\n1|2\n')).toContainEqual(['1', '2']);
    expect(await texts('sep=;\nid;x\n1;2,2\n')).toEqual([['id', 'x'], ['1', '2,2']]);
  });

  it('gives the same rows however the stream is cut', async () => {
    const content = 'a,b\r\n"one ""quoted""\r\nline",é\r\n"",2\r\n3,"x"';
    const whole = await texts(content);
    for (let size = 1; size < 24; size += 1) expect(await texts(content, size)).toEqual(whole);
    expect(whole).toEqual([['a', 'b'], ['one "quoted"\r\nline', 'é'], ['', '2'], ['3', 'x']]);
  });

  it('counts rows as a spreadsheet does, blank lines and quoted line ends included', async () => {
    const rows = await collect(readTable(sourceOf('t.csv', 'a,b\n\n"x\ny",1\nz,2\n')));
    expect(rows.map((row) => [row.row, cellText(row.cells[0])])).toEqual([[1, 'a'], [3, 'x\ny'], [4, 'z']]);
  });

  it('loses only the lines with stray quotes, wherever the stream is cut', async () => {
    const content = `a,b\n1,ok\n2,"say "hi\n${'3,"x"y\n'.repeat(3)}4,"fine"\n`;
    for (const size of [3, 7, 1_000]) {
      const rows = await collect(readTable(sourceOf('t.csv', content, size)));
      expect(rows.map((row) => [row.row, row.trouble ?? cellText(row.cells[1])])).toEqual([[1, 'b'], [2, 'ok'], [3, 'QUOTE_NOT_CLOSED'], [4, 'QUOTE_NOT_CLOSED'], [5, 'QUOTE_NOT_CLOSED'], [6, 'QUOTE_NOT_CLOSED'], [7, 'fine']]);
    }
  });

  it('gives up one line of stray quotes that does not end, and reads on', async () => {
    const rows = await collect(readTable(sourceOf('t.csv', `a,b\n1,"${'x"'.repeat(300_000)}\n2,ok\n`)));
    expect(rows.map((row) => [row.row, row.trouble ?? cellText(row.cells[1])])).toEqual([[1, 'b'], [2, 'QUOTE_NOT_CLOSED'], [3, 'ok']]);
  });

  it('reads a well-quoted cell that is far longer than a step', async () => {
    const long = 'a "word"\n'.repeat(100_000);
    const rows = await texts(`a,b\n1,"${long.replaceAll('"', '""')}"\n2,ok\n`, 10_000);
    expect(rows.map((cells) => cells[1])).toEqual(['b', long, 'ok']);
  });

  it('loses only the line whose quote is never closed', async () => {
    const rows = await collect(readTable(sourceOf('t.csv', 'a,b\n1,ok\n2,"open\n3,ok\n4,ok\n')));
    expect(rows.map((row) => row.trouble ?? cellText(row.cells[0]))).toEqual(['a', '1', 'QUOTE_NOT_CLOSED', '3', '4']);
  });

  it('reads UTF-8 with mark, UTF-16 with and without mark, and says so when it assumes Windows-1252', async () => {
    const wide = Buffer.from('id,name\n1,Zoë\n', 'utf16le');
    const cases: [Uint8Array, string, boolean][] = [
      [Buffer.from('\uFEFFid,name\n1,Zoë\n'), 'utf-8', false],
      [Buffer.concat([Buffer.from([0xff, 0xfe]), wide]), 'utf-16le', false],
      [wide, 'utf-16le', false],
      [Buffer.from(wide).swap16(), 'utf-16be', false],
      [Buffer.from('id,name\n1,Zo\u00eb\n', 'latin1'), 'windows-1252', true],
    ];
    for (const [bytes, encoding, isWarned] of cases) {
      const table = await openTable(sourceOf('t.csv', bytes));
      const rows = (await collect(table.batches())).flat();
      expect([table.encoding, table.warnings.length > 0]).toEqual([encoding, isWarned]);
      expect(rows[0]?.cells).toEqual(['id', 'name']);
      expect(rows[1]?.cells).toEqual(['1', 'Zoë']);
    }
  });

  it('finds a byte that is not UTF-8 however late it comes', async () => {
    const late = Buffer.concat([Buffer.from(`id,name\n${'1,x\n'.repeat(100_000)}`), Buffer.from('2,caf\u00e9 \u0080\n', 'latin1')]);
    const rows = await texts(late);
    expect(rows.at(-1)).toEqual(['2', 'café €']);
  });

  it.each([
    ['old .xls', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0), 'OLD_XLS'],
    ['a PDF', '%PDF-1.7 x', 'NOT_A_TABLE'],
    ['a web page named .xls', '<html><table><tr><td>1', 'NOT_A_TABLE'],
    ['nothing', '', 'EMPTY_TABLE'],
    ['a NUL', 'a,b\n1,\0\n', 'TEXT_HAS_NUL'],
    ['a mark of UTF-8 before something else', Buffer.concat([Buffer.from('\uFEFFa,b\n1,'), Buffer.from([0xe9, 0x0a])]), 'TEXT_NOT_UTF8'],
    ['two encodings', Buffer.concat([Buffer.from('a,b\n1,Zoë\n2,'), Buffer.from([0xe9, 0x0a])]), 'TEXT_MIXED_ENCODINGS'],
    ['a broken archive', 'PK\u0003\u0004 and then nothing of the kind', 'ARCHIVE_DAMAGED'],
  ])('refuses %s in a sentence', async (_name, content, code) => {
    const refusal = await collect(readTable(sourceOf('t.xls', content))).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(UnreadableFileError);
    const { problem } = refusal as UnreadableFileError;
    expect(problem.code).toBe(code);
    expect(problem.message).toMatch(/^[A-Z].*\.$/);
  });
});

describe('limits of delimited text', () => {
  it('sets a huge field aside and reads on', async () => {
    const rows = await collect(readTable(sourceOf('t.csv', `a,b\n1,${'x'.repeat(4 * 1024 * 1024 + 1)}\n2,y\n`, 1 << 20)));
    expect(rows.map((row) => row.trouble ?? cellText(row.cells[1]))).toEqual(['b', 'FIELD_TOO_LONG', 'y']);
  });

  it('sets a row of 2,001 cells aside', async () => {
    const rows = await collect(readTable(sourceOf('t.csv', `a,b\n${','.repeat(2_000)}\n2,y\n`)));
    expect(rows.map((row) => row.trouble ?? cellText(row.cells[1]))).toEqual(['b', 'TOO_MANY_COLUMNS', 'y']);
  });

  it('refuses a line without an end within 2 s and 500 MB', async () => {
    const chunk = new Uint8Array(1 << 20).fill(0x61);
    const endless = { ...sourceOf('t.csv', 'a'), stream: async function* stream() { for (let mb = 0; mb < 1_024; mb += 1) yield await Promise.resolve(chunk); } };
    const workMs = startWorkClock();
    await expect(collect(readTable(endless))).rejects.toMatchObject({ problem: { code: 'LINE_TOO_LONG' } });
    expect(workMs()).toBeLessThan(2_000);
  });

  it('survives ten million commas', async () => {
    const rows = await collect(readTable(sourceOf('t.csv', `a,b\n${','.repeat(10_000_000)}\n2,y\n`)));
    expect(rows.map((row) => row.trouble ?? cellText(row.cells[1]))).toEqual(['b', 'TOO_MANY_COLUMNS', 'y']);
  });

  it('hears a cancel and lets others run', async () => {
    const cancel = new AbortController();
    const big = sourceOf('t.csv', `a,b\n${'1,"x"\n'.repeat(2_000_000)}`);
    let ticks = 0;
    const timer = setInterval(() => { ticks += 1; }, 5);
    let workSinceCancel = startWorkClock();
    setTimeout(() => {
      workSinceCancel = startWorkClock();
      cancel.abort(new Error('cancelled'));
    }, 60);
    await expect(collect(readTable(big, { signal: cancel.signal }))).rejects.toThrow('cancelled');
    clearInterval(timer);
    expect(workSinceCancel()).toBeLessThan(200);
    expect(ticks).toBeGreaterThan(0);
  });
});
