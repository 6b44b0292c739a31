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

it('has the six sheets, each with a frozen header', () => {
  expect(book.elements('xl/workbook.xml').filter(({ name }) => name === 'sheet').map(({ attributes }) => attributes['name'])).toEqual(['Read me', 'Gap', 'Causes', 'Calls', 'Quotes', 'Definitions']);
  for (const name of book.matching(/^xl\/worksheets\/sheet\d\.xml$/)) {
    expect(book.elements(name).find((element) => element.name === 'pane')?.attributes).toMatchObject({ ySplit: '1', state: 'frozen' });
  }
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
