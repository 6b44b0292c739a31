import { describe, expect, it } from 'vitest';
import { readAnswer } from '#engine/importers/tables/values/answers.ts';
import { detectScale, type ScaleRange } from '#engine/importers/tables/values/detect-scale.ts';
import { isFault } from '#engine/importers/tables/values/reading.ts';

const count = (values: readonly string[]): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
};
const found = (values: readonly string[], prior: ScaleRange | null): unknown => {
  const scale = detectScale(count(values), prior)?.scale;
  return scale ? [scale.min, scale.max, scale.direction] : null;
};
const csat = { min: 1, max: 5 };
const read = (text: string, scale: Parameters<typeof readAnswer>[1]): unknown => {
  const reading = readAnswer(text, scale);
  return isFault(reading) ? reading.code : reading;
};

describe('detectScale', () => {
  it.each([
    ['a usual CSAT', ['1', '4', '5', '5', ''], csat, [1, 5, 'up']],
    ['one answer off a CSAT of twenty', [...Array.from({ length: 20 }, () => '4'), '9'], csat, [1, 5, 'up']],
    ['a CSAT asked from 1 to 10', ['8', '9', '10', '7', '2'], csat, [1, 10, 'up']],
    ['an NPS without its low end', ['7', '8', '9'], { min: 0, max: 10 }, [0, 10, 'up']],
    ['a CES', ['5', '7', '6'], { min: 1, max: 7 }, [1, 7, 'up']],
    ['numbers with labels', ['5 - Very satisfied', '1 - Very dissatisfied', '4'], csat, [1, 5, 'up']],
    ['school marks', ['1 - sehr zufrieden', '5 - sehr unzufrieden', '2 (zufrieden)'], csat, [1, 5, 'down']],
    ['labels after numbers', ['Extremely likely - 10', 'Not at all likely - 0'], { min: 0, max: 10 }, [0, 10, 'up']],
    ['four of five', ['4/5', '2/5'], null, [1, 5, 'up']],
    ['stars', ['★★★★☆', '★☆☆☆☆'], null, [1, 5, 'up']],
    ['words of agreement', ['Strongly agree', 'Disagree', 'Neither agree nor disagree'], null, [1, 5, 'up']],
    ['seven words of satisfaction', ['Very dissatisfied', 'Dissatisfied', 'Somewhat dissatisfied', 'Very satisfied'], null, [1, 7, 'up']],
    ['German words', ['Sehr zufrieden', 'eher unzufrieden', 'teils/teils', 'keine Angabe'], csat, [1, 5, 'up']],
    ['yes and no', ['yes', 'No', 'ja'], null, [0, 1, 'up']],
    ['ones and noughts of a yes-no question', ['1', '0', '1'], { min: 0, max: 1 }, [0, 1, 'up']],
    ['free text', ['the agent was kind', 'too slow', 'fine'], null, null],
    ['amounts', ['1', '250', '3000'], null, null],
  ] as const)('knows %s', (...[, values, prior, expected]) => {
    expect(found(values, prior)).toEqual(expected);
  });
});

describe('readAnswer', () => {
  const fromOne = { min: 1, max: 5, direction: 'up' } as const;

  it('reads points however they are written', () => {
    expect(['4', '4,0', '4 - satisfied', 'satisfied (4)', '4/5', '★★★★'].map((text) => read(text, fromOne))).toEqual([4, 4, 4, 4, 4, 4]);
  });

  it('never clips: what is off the scale is a problem', () => {
    expect(['0', '6', '9', '-1', '4/10'].map((text) => read(text, fromOne))).toEqual(['OFF_SCALE', 'OFF_SCALE', 'OFF_SCALE', 'OFF_SCALE', 'OFF_SCALE']);
  });

  it('reads words by the labels of the scale and refuses others', () => {
    const words = detectScale(count(['Very satisfied', 'Satisfied', 'Dissatisfied']), csat)?.scale ?? fromOne;
    expect([read('very satisfied', words), read('Neutral', words), read('marvellous', words)]).toEqual([5, 3, 'ANSWER_NOT_ON_SCALE']);
  });

  it('reads yes and no only on a scale of 0 and 1', () => {
    expect([read('yes', { min: 0, max: 1, direction: 'up' }), read('no', { min: 0, max: 1, direction: 'up' }), read('yes', fromOne)]).toEqual([1, 0, 'ANSWER_NOT_ON_SCALE']);
  });
});
