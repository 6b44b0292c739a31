import { describe, expect, test } from 'vitest';
import { dumbbellRows } from '#renderer/charts/dumbbell/dumbbell-rows.ts';
import { mosaicCells } from '#renderer/charts/mosaic/mosaic-cells.ts';
import { changedPart, isTimeZone } from '#renderer/features/gap/good-draft.ts';
import { findingText, stateOf } from '#renderer/features/gap/finding-text.ts';
import { goodText, remarksOf } from '#renderer/features/gap/remarks.ts';
import { segmentFinding } from '#renderer/features/gap/segment-finding.ts';
import { remarksOfSquare, squareDescription, squareFinding, squareTable } from '#renderer/features/gap/square-words.ts';
import { GapDefinition } from '#shared/model/gap.ts';
import { envelope } from '#shared/model/envelope.ts';
import { aSegment, aShare, aWriting, cellOf, points } from './chart-samples.ts';
import { aReport } from './gap-samples.ts';

const writing = aWriting();
const findings = ['companyHigher', 'customerHigher', 'noDifference', 'few', 'noCompany', 'noCustomer', 'unlinked', 'empty'];

describe('the finding', () => {
  test.each(GapDefinition.options.flatMap((definition) => findings.map((name) => [definition, name] as const)))('%s, %s is a sentence without holes', (definition, name) => {
    const text = findingText(aReport({ finding: { key: `finding.${definition}.${name}`, values: { company: 72, customer: 32, gap: 40, lo: 33, hi: 46, n: 400 } } }), writing);
    expect(text).toMatch(/^[A-Z0-9].{20,}/);
    expect(text).not.toMatch(/\{\{|finding\.|NaN|undefined|caused/);
  });

  test('that of the sample', () => {
    expect(findingText(aReport(), writing)).toBe('We rated 72% of the same interactions good; customers rated 32% of them good');
  });

  test('under 5 tells no figure', () => {
    const text = findingText(aReport({ gap: points(50, 4), finding: { key: 'finding.belief.few', values: { company: 75, customer: 25, gap: 50, lo: -9, hi: 90, n: 4 } } }), writing);
    expect(text).not.toMatch(/75|25/);
  });

  test('says what stands in the way', () => {
    expect(stateOf(aReport())).toBeNull();
    expect(stateOf(aReport({ gap: points(10, 12), finding: { key: 'finding.matched.few', values: {} } }))).toBe('few');
    expect(stateOf(aReport({ finding: { key: 'finding.matched.unlinked', values: {} } }))).toBe('unlinked');
  });
});

describe('what is said with the figures', () => {
  test('the other top box, what was left out, and no mix for matched interactions', () => {
    const remarks = remarksOf(aReport({ mixAdjusted: points(-4, 400) }), 'queue', writing);
    expect(remarks[0]).toBe('If the two best answers counted as the customer’s good, the gap would be +24 points (95%: +18 to +30).');
    expect(remarks[1]).toBe('90 interactions were chosen for review, not drawn at random. They are left out of every share here.');
    expect(remarks).toHaveLength(2);
  });

  test.each([[14, -4, true], [14, 8, true], [14, 10, false], [14, 9, false], [2, -1, true]])('a raw gap of %i and one of %i with the same mix: said %s', (raw, adjusted, isSaid) => {
    const remarks = remarksOf(aReport({ definition: 'scorecard', gap: points(raw, 400), mixAdjusted: points(adjusted, 400) }), 'team', writing);
    expect(remarks.some((remark) => remark.startsWith('With the same mix on both sides (Team)'))).toBe(isSaid);
  });

  test('the rules that decide what is good', () => {
    expect(goodText(aReport(), writing)).toBe('For us: the evaluation’s own pass mark, else a score of 80 or more. For customers: the best answer on the scale.');
    expect(goodText(aReport({ customerItem: { key: 'csat', kind: 'csat', scaleMin: 1, scaleMax: 5 } }), writing)).toContain('Their question is “csat”, from 1 to 5.');
    const scored = aReport({ topBox: 2 });
    expect(goodText({ ...scored, definitions: { ...scored.definitions, companyGoodRule: 'score', companyGoodMin: 85 } }, writing)).toBe('For us: a score of 85 or more. For customers: one of the two best answers.');
  });
});

describe('the sentence above the parts', () => {
  const sentence = (segments: ReturnType<typeof aSegment>[]): string => segmentFinding(dumbbellRows(segments, { writing, few: 'words', nameOf: String }), segments, { by: 'queue', writing });
  const [wide, narrow] = [aSegment('Tariffs', { n: 90, company: 70, customer: 20 }), aSegment('Outages', { n: 60, company: 33, customer: 32 })];

  test('names both ends only when their intervals are apart', () => {
    expect(sentence([wide, narrow])).toBe('The gap is widest in Tariffs (+56 points) and narrowest in Outages (+2 points)');
    expect(sentence([wide, aSegment('Billing', { n: 150, company: 117, customer: 40 })])).toBe('2 of 2 show a clear gap, the largest Tariffs (+56 points)');
  });

  test('steps down when nothing is clear, when few are left, and when there is nothing', () => {
    expect(sentence([{ ...wide, isDifferent: false }, { ...aSegment('Billing', { n: 90, company: 60, customer: 15 }), isDifferent: false }])).toBe('No part shows a clear difference between us and our customers');
    expect(sentence([aSegment('Fax', { n: 12, company: 10, customer: 2 })])).toBe('No part has the 30 that a row needs; the table shows what there is');
    expect(sentence([])).toBe('Queue: nothing to split by');
  });
});

describe('the square in words', () => {
  const report = { ...aReport(), table: { both: 96, companyOnly: 192, customerOnly: 32, neither: 80 } };

  test('finding, description and table show the same numbers', () => {
    const table = squareTable(mosaicCells(report.table), (cell) => ({ filter: { cell } }), writing);
    expect(squareFinding(report, writing)).toBe('Of 272 unhappy customers our own check passed 192');
    expect(squareDescription(report, writing)).toContain('only we say good 192');
    expect([cellOf(table, 'companyOnly', 'n'), cellOf(table, 'companyOnly', 'share')]).toEqual(['192', '48%']);
    expect(table.rows.map(({ evidence }) => evidence?.filter.cell)).toEqual(['both', 'companyOnly', 'customerOnly', 'neither']);
  });

  test('agreement beyond chance, or why it cannot be told', () => {
    expect(remarksOfSquare(report, writing).at(-1)).toContain('kappa 0.03, AC1 −0.12');
    const same = envelope({ unit: 'ratio', value: null, n: 400, reason: 'NO_VARIATION' });
    expect(remarksOfSquare({ ...report, kappa: same, ac1: same }, writing).at(-1)).toBe('Agreement beyond chance cannot be told. All answers are the same.');
  });

  test('no unhappy customer, few and hidden are said', () => {
    expect(squareFinding(aReport({ missRate: { ...aShare(0, 0), reason: 'ZERO_DENOMINATOR' } }), writing)).toBe('No customer was unhappy with an interaction that we rated');
    expect(squareFinding(aReport({ gap: points(10, 29) }), writing)).toContain('Only 29');
    expect(squareFinding(aReport({ gap: points(10, 4) }), writing)).not.toContain('4');
  });
});

describe('the draft of what counts as good', () => {
  test('only what differs is sent', () => {
    const { definitions } = aReport();
    expect(changedPart(definitions, { ...definitions, topBox: 2 })).toEqual({ topBox: 2 });
    expect(changedPart(definitions, definitions)).toEqual({});
  });

  test.each([['Europe/Vienna', true], ['UTC', true], ['Middle/Earth', false], ['', false]])('time zone %s: %s', (name, isKnown) => {
    expect(isTimeZone(name)).toBe(isKnown);
  });
});
