import { expect, it } from 'vitest';
import { writeXlsx } from '#engine/briefing/write-xlsx.ts';
import { aStory, payloads, share, written } from './a-story.ts';
import { cellsOf, openPackage } from './open-pptx.ts';

function withCounts(text?: string) {
  const story = aStory(text);
  const [, gap] = story.slides;
  gap?.claims.push({ id: 'gap.customer', text: 'Customers', envelope: share(390, 1300), definition: 'matched gap' }, { id: 'gap.gap', text: 'Gap', envelope: { ...share(520, 1300), unit: 'points', value: 40 }, definition: 'matched gap' });
  return story;
}

const bytes = await written(writeXlsx, withCounts());
const book = openPackage(bytes);
const sheet = (number: number) => cellsOf(book, `xl/worksheets/sheet${number}.xml`);

it('has the six sheets, each with a frozen header that can be filtered and whose words are not cut', () => {
  expect(book.elements('xl/workbook.xml').filter(({ name }) => name === 'sheet').map(({ attributes }) => attributes['name'])).toEqual(['Read me', 'Gap', 'Causes', 'Calls', 'Quotes', 'Definitions']);
  for (const name of book.matching(/^xl\/worksheets\/sheet\d\.xml$/)) {
    expect(book.elements(name).find((element) => element.name === 'pane')?.attributes).toMatchObject({ ySplit: '1', state: 'frozen' });
    const widths = book.elements(name).filter((element) => element.name === 'col').map(({ attributes }) => Number(attributes['width']));
    expect(book.elements(name).find((element) => element.name === 'autoFilter')?.attributes['ref']).toMatch(new RegExp(`^A1:${String.fromCharCode(64 + widths.length)}\\d+$`));
    const lines = Number(book.elements(name).find((element) => element.name === 'row')?.attributes['ht']) / 16;
    const headers = [...cellsOf(book, name)].filter(([at]) => /^[A-Z]1$/.test(at)).map(([, cell]) => String(cell.value));
    // A bold letter is at most a tenth wider than a figure, which the width of a column counts; the button of the filter takes four.
    expect(headers.map((header, at) => [header, Math.max(...header.split(' ').map((word) => word.length)) * 1.1 > (widths[at] ?? 0) - 1 || header.length * 1.1 > lines * ((widths[at] ?? 0) - 4)])).toEqual(headers.map((header) => [header, false]));
  }
});

it('gives a row the height that its longest text needs', async () => {
  const said = openPackage(await written(writeXlsx, withCounts('What was promised at the beginning of a call was not kept by the end of the week. '.repeat(3))));
  const rows = said.elements('xl/worksheets/sheet5.xml').filter(({ name }) => name === 'row').map(({ attributes }) => Number(attributes['ht'] ?? 16) / 16);
  // 246 letters in a column of 90.
  expect(rows).toEqual([2, 3, 1]);
});

it('computes shares from real counts by formula', () => {
  const gap = sheet(2);
  expect([gap.get('B2')?.value, gap.get('C2')?.value, gap.get('E2')?.value, gap.get('F2')?.value]).toEqual([910, 1300, 390, 1300]);
  expect([gap.get('D2')?.formula, gap.get('G2')?.formula, gap.get('H2')?.formula]).toEqual(['B2/C2', 'E2/F2', '100*(D2-G2)']);
  const causes = sheet(3);
  expect([causes.get('C2')?.value, causes.get('D2')?.value, causes.get('E2')?.formula]).toEqual([12, 100, 'C2/D2']);
  expect([sheet(6).get('C2')?.value, sheet(6).get('E2')?.value]).toEqual([0.7, 1300]);
});

it('runs none of 300 payloads and is the same to the byte', async () => {
  expect(Buffer.from(await written(writeXlsx, withCounts())).equals(Buffer.from(bytes))).toBe(true);
  for (const payload of payloads) {
    const hostile = openPackage(await written(writeXlsx, withCounts(payload)));
    for (const name of hostile.matching(/^xl\/worksheets\/sheet\d\.xml$/)) {
      const formulas = [...cellsOf(hostile, name).values()].flatMap((cell) => cell.formula ?? []);
      expect(formulas.filter((formula) => !/^(100\*\()?[A-G]\d\d?[/-][A-G]\d\d?\)?$/.test(formula))).toEqual([]);
    }
  }
}, 60_000);
