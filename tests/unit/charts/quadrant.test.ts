import { describe, expect, test } from 'vitest';
import { quadrantGroups, type QuadrantAnswer } from '#renderer/charts/quadrant/quadrant-groups.ts';
import { labelPlaces } from '#renderer/charts/quadrant/label-places.ts';
import { quadrantOption } from '#renderer/charts/quadrant/quadrant-option.ts';
import { quadrantDescription, quadrantFinding, quadrantRemarks, quadrantTable, quadrantWords } from '#renderer/charts/quadrant/quadrant-words.ts';
import { envelope, type Envelope } from '#shared/model/envelope.ts';
import { aShare, aWriting, canvas, cellOf, nameOf, numbersOf, seriesData } from './chart-samples.ts';

const writing = aWriting();
const score = (value: number, n: number, half = 3): Envelope => envelope({ unit: 'score', value, n, denominator: n, ci: { lo: value - half, hi: value + half, conf: 0.95, method: 'bootstrap' }, evidence: { team: 'any' } });
const group = (name: string, { technical, emotional, n }: { technical: number; emotional: number; n: number }) => ({ name, n, technical: score(technical, n), emotional: score(emotional, n), customer: aShare(n / 2, n) });
const answer: QuadrantAnswer = {
  threshold: 62.5,
  groups: [group('North', { technical: 86, emotional: 40, n: 60 }), group('South', { technical: 80, emotional: 61, n: 40 }), group('West', { technical: 50, emotional: 50, n: 8 })],
  counts: { rightAndWarm: 20, correctButCold: 60, kindButWrong: 5, neither: 15, uncertain: 8, unscored: 3 },
  reliability: { technical: { units: 40, alpha: 0.82, gate: 'reliable' }, emotional: { units: 4, alpha: null, gate: 'unknown' } },
};
const groups = quadrantGroups(answer, String, writing);
const table = quadrantTable(groups, 'Team', writing);

describe('two dimensions', () => {
  test('points, table and description show the same numbers', () => {
    const drawn = seriesData(quadrantOption(groups, answer.threshold, { words: quadrantWords(answer, writing), canvas }), 'groups');
    expect(drawn.map(nameOf)).toEqual(['North', 'South']);
    for (const item of drawn) expect(numbersOf(item).map((value) => Number(value).toFixed(1))).toEqual([cellOf(table, nameOf(item), 'technical'), cellOf(table, nameOf(item), 'emotional')]);
    expect(quadrantDescription(groups, 'Finding.', writing)).toContain('North: technical 86.0, emotional 40.0 (n = 60).');
  });

  test('a quadrant is named only when no interval crosses a line', () => {
    expect(groups.map(({ quadrant }) => quadrant)).toEqual(['correctButCold', null, null]);
    expect(cellOf(table, 'South', 'quadrant')).toBe('Too near a line to tell');
    expect(cellOf(table, 'West', 'quadrant')).toBe('Too few to draw');
  });

  test('each quadrant says how many interactions fall into it, and the finding names the largest', () => {
    expect(quadrantWords(answer, writing).corners.correctButCold).toBe('Right but cold\n60 interactions');
    expect(quadrantFinding(answer, writing)).toBe('Of 108 rated interactions, 60 were right but cold');
  });

  test('how far raters agree stands under it, and so does what is in no quadrant', () => {
    expect(quadrantRemarks(answer, writing)).toEqual([
      'Technical: raters agree (Krippendorff’s alpha 0.82, 40 scored twice).', 'Emotional: too few were scored twice to say how far raters agree (n = 4).',
      '8 interactions lie too near a line to be counted in a quadrant.', '3 interactions have only one of the two scores and are in no quadrant.',
    ]);
  });

  test('nothing rated on both dimensions, and too few of it, are said', () => {
    expect(quadrantFinding({ ...answer, counts: { rightAndWarm: 0, correctButCold: 0, kindButWrong: 0, neither: 0, uncertain: 0, unscored: 9 } }, writing)).toBe('No evaluation carries a technical and an emotional score yet');
    expect(quadrantFinding({ ...answer, counts: { rightAndWarm: 12, correctButCold: 0, kindButWrong: 0, neither: 0, uncertain: 0, unscored: 0 } }, writing)).toBe('Only 12 interactions carry both scores: too few to place anyone');
  });
});

describe('labels of points', () => {
  test('the first stands above; one that would cover it moves', () => {
    expect(labelPlaces([{ x: 100, y: 100, label: 'North' }])).toEqual(['top']);
    expect(labelPlaces([{ x: 100, y: 100, label: 'Harbour' }, { x: 108, y: 102, label: 'North' }, { x: 300, y: 100, label: 'Mill' }])).toEqual(['top', 'bottom', 'top']);
  });

  test('with no free side left it stays above, where the table still tells it apart', () => {
    const crowd = Array.from({ length: 6 }, (_, at) => ({ x: 100 + at, y: 100, label: 'A long label' }));
    expect(labelPlaces(crowd).at(-1)).toBe('top');
  });
});
