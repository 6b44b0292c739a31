import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultForm } from '#shared/form/default-form.ts';
import { chosenFrom } from '#shared/form/answers.ts';
import { formProblems } from '#shared/form/form-problems.ts';
import { scoreForm } from '#shared/form/score-form.ts';
import { FormDefinition } from '#shared/model/form.ts';
import { mean } from '#shared/stats/descriptive.ts';
import { aForm, anOption, aQuestion, aSection } from './a-form.ts';

const chosen = (answers: Record<string, number | null>) => new Map(Object.entries(answers));
const [none, half, full] = [0, 1, 2];

describe('vendor vectors (peers.md, A2)', () => {
  const contactLens = aForm([aSection('s', [400, 200, 200, 200].map((weight, index) => aQuestion(`q${index + 1}`, { weight })))]);

  it('Contact Lens: 40/20/20/20 with 10/5/5/0 of 10 is 60 %', () => {
    expect(scoreForm(contactLens, chosen({ q1: full, q2: half, q3: half, q4: none })).score).toBeCloseTo(60, 12);
  });

  it('Contact Lens: the fourth not applicable, weights become 50/25/25, is 75 %', () => {
    const { score, questions } = scoreForm(contactLens, chosen({ q1: full, q2: half, q3: half, q4: null }));
    expect(score).toBeCloseTo(75, 12);
    expect(questions.map(({ weight }) => weight)).toEqual([50, 25, 25, 0]);
    expect(questions[3]).toMatchObject({ state: 'notApplicable', share: null, contribution: 0 });
  });

  it('Genesys: two 1-point questions of weight 40 (1 and 0), one of weight 20 (1) is 60 %', () => {
    const point = { options: [anOption(0), anOption(1)] };
    const form = aForm([aSection('g1', [aQuestion('a', point), aQuestion('b', point)], { weight: 40 }), aSection('g2', [aQuestion('c', point)], { weight: 20 })], { weighting: 'points' });
    expect(scoreForm(form, chosen({ a: 1, b: 0, c: 1 })).score).toBeCloseTo(60, 12);
    // A group that does not apply is 0 of 0.
    expect(scoreForm(form, chosen({ a: 1, b: 0, c: null })).score).toBeCloseTo(50, 12);
  });

  it('Zendesk: scales of 3, 4 and 5 points count 0/50/100, 0/33.3/66.6/100 and 0/25/50/75/100', () => {
    const shares = (size: number) => {
      const options = Array.from({ length: size }, (_, index) => anOption(index + 1));
      const form = aForm([aSection('s', [aQuestion('q', { options, weight: 1000 })])]);
      return options.map((_, index) => scoreForm(form, chosen({ q: index })).score);
    };
    expect(shares(3)).toEqual([0, 50, 100]);
    expect(shares(4)).toEqual([0, expect.closeTo(33.333, 3), expect.closeTo(66.667, 3), 100]);
    expect(shares(5)).toEqual([0, 25, 50, 75, 100]);
  });

  it('Zendesk: reviews of 100, 9.91, 63.96, 90.99 and 0 have the mean 52.97', () => {
    const options = [0, 9.91, 63.96, 90.99, 100].map((points) => anOption(points));
    const form = aForm([aSection('s', [aQuestion('q', { options, weight: 1000 })])]);
    const reviews = [4, 1, 2, 3, 0].map((option) => scoreForm(form, chosen({ q: option })).score ?? Number.NaN);
    expect(mean(reviews)).toBeCloseTo(52.97, 2);
  });

  it('Verint: 10/10, 5/10 and Null are 75 % of a base of 50, 37.5', () => {
    const form = aForm([
      aSection('base', [aQuestion('a'), aQuestion('b'), aQuestion('c')], { weight: 500 }), aSection('rest', [aQuestion('d')], { weight: 500 }),
    ], { weighting: 'section' });
    const { sections, score } = scoreForm(form, chosen({ a: full, b: half, c: null, d: none }));
    expect(sections[0]).toEqual({ id: 'base', score: 75, weight: 50, contribution: 37.5 });
    expect(score).toBe(37.5);
  });
});

describe('what no vendor spells out', () => {
  const fatal = { options: [anOption(0, { consequence: 'fatal' }), anOption(10)] };

  it('gives "not applicable" and no number where nothing applies: section and form', () => {
    const form = aForm([aSection('a', [aQuestion('x')], { weight: 500 }), aSection('b', [aQuestion('y')], { weight: 500 })], { weighting: 'section', passMark: 80 });
    expect(scoreForm(form, chosen({ x: null, y: null }))).toMatchObject({ score: null, passed: null, reasons: [], sections: [{ score: null }, { score: null }] });
    expect(scoreForm(form, chosen({ x: null, y: full }))).toMatchObject({ score: 100, passed: true, sections: [{ score: null, weight: 0 }, { score: 100, weight: 100 }] });
  });

  it('does not fail on a fatal question that does not apply', () => {
    const form = aForm([aSection('s', [aQuestion('f', { ...fatal, weight: 500 }), aQuestion('q', { weight: 500 })])], { passMark: 80 });
    expect(scoreForm(form, chosen({ f: null, q: full }))).toMatchObject({ score: 100, passed: true, reasons: [] });
  });

  it('fails on a fatal answer with the reason beside a score that is not zeroed', () => {
    const form = aForm([aSection('s', [aQuestion('f', { ...fatal, weight: 100 }), aQuestion('q', { weight: 900 })])], { passMark: 80 });
    expect(scoreForm(form, chosen({ f: 0, q: full }))).toMatchObject({ score: 90, passed: false, reasons: [{ kind: 'fatal', question: 'f' }] });
    expect(scoreForm(form, chosen({ f: 1, q: none }))).toMatchObject({ score: 10, passed: false, reasons: [{ kind: 'passMark', question: null }] });
  });

  it('counts critical answers apart by whose they are, and fails on as many as the form says', () => {
    const critical = { options: [anOption(0, { consequence: 'critical' }), anOption(10)], weight: 500 };
    const sections = [aSection('s', [aQuestion('a', { ...critical, accuracy: 'customer' }), aQuestion('b', { ...critical, accuracy: 'compliance' })])];
    const both = chosen({ a: 0, b: 0 });
    expect(scoreForm(aForm(sections), both)).toMatchObject({
      passed: null, reasons: [], accuracies: { customer: { asked: 1, errors: 1 }, business: { asked: 0, errors: 0 }, compliance: { asked: 1, errors: 1 } },
    });
    const two = aForm(sections, { criticalAnswersToFail: 2 });
    expect(scoreForm(two, both)).toMatchObject({ passed: false, reasons: [{ kind: 'critical', question: 'a' }, { kind: 'critical', question: 'b' }] });
    expect(scoreForm(two, chosen({ a: 0, b: 1 }))).toMatchObject({ passed: null, reasons: [] });
  });

  it('adds a bonus beside the score before it, and never beyond 100', () => {
    const bonus = aQuestion('extra', { options: [anOption(0), anOption(1)], bonusPoints: 8 });
    const form = aForm([aSection('s', [aQuestion('q', { weight: 1000 }), bonus])], { allowsBonus: true });
    expect(scoreForm(form, chosen({ q: half, extra: 1 }))).toMatchObject({ scoreBeforeBonus: 50, bonus: 8, score: 58 });
    expect(scoreForm(form, chosen({ q: full, extra: 1 })).score).toBe(100);
    expect(formProblems({ ...form, allowsBonus: false })).toEqual([{ code: 'BONUS_REFUSED', at: 'extra' }]);
  });
});

describe('conditions', () => {
  const form = aForm([aSection('s', [
    aQuestion('a', { weight: 400 }), aQuestion('b', { weight: 300, condition: { question: 'a', options: [0] } }), aQuestion('c', { weight: 300, condition: { question: 'b', options: [2] } }),
  ])]);

  it('ask a question only after the answer that calls for it, along the chain', () => {
    const states = (answers: Record<string, number | null>) => scoreForm(form, chosen(answers)).questions.map(({ state }) => state);
    expect(states({ a: full })).toEqual(['scored', 'notAsked', 'notAsked']);
    expect(states({ a: none, b: full })).toEqual(['scored', 'scored', 'open']);
    // An answer given before the question went away counts no more.
    expect(scoreForm(form, chosen({ a: full, b: none, c: none }))).toMatchObject({ score: 100, open: [] });
  });

  it('that name a later question or an option that is not there are refused', () => {
    const wrong = (condition: { question: string; options: number[] }) => formProblems(aForm([aSection('s', [aQuestion('a', { weight: 500, condition }), aQuestion('b', { weight: 500 })])]));
    expect(wrong({ question: 'b', options: [0] })).toEqual([{ code: 'CONDITION', at: 'a' }]);
    expect(formProblems(aForm([aSection('s', [aQuestion('a', { weight: 500 }), aQuestion('b', { weight: 500, condition: { question: 'a', options: [7] } })])]))).toEqual([{ code: 'CONDITION', at: 'b' }]);
  });
});

describe('the default form', () => {
  it('is a sound form of five technical and five emotional items', () => {
    expect(FormDefinition.parse(defaultForm)).toEqual(defaultForm);
    expect(formProblems(defaultForm)).toEqual([]);
    expect(defaultForm.sections.map(({ questions }) => questions.map(({ key }) => key))).toEqual([['T1', 'T2', 'T3', 'T4', 'T5'], ['E1', 'E2', 'E3', 'E4', 'E5']]);
  });

  it('scores a dimension from four of five items, as the metric specification says', () => {
    const answers = { T1: 4, T2: 3, T3: 3, T4: null, T5: 2, E1: 1, E2: 2, E3: null, E4: null, E5: 1 };
    expect(scoreForm(defaultForm, chosen(answers))).toMatchObject({ technical: 75, emotional: null, open: [] });
    expect(scoreForm(defaultForm, chosen({ ...answers, E3: 0 })).emotional).toBeCloseTo(25, 12);
  });

  it('reads imported answers of its items, whatever their scale', () => {
    const { chosen: read, unread } = chosenFrom(defaultForm, [
      { item: 't1', value: 4, valueMax: 4 }, { item: 'T2', value: 2, valueMax: 8 }, { item: 'E1', value: null, valueMax: 4 }, { item: 'E2', value: 1, valueMax: 3 }, { item: 'greeting', value: 1, valueMax: 1 },
    ]);
    expect([...read]).toEqual([['T1', 4], ['T2', 1], ['E1', null]]);
    expect(unread).toEqual(['E2', 'greeting']);
  });
});

const answer = fc.option(fc.integer({ min: 0, max: 2 }), { nil: null });
const weighting = fc.constantFrom('question', 'section', 'points') as fc.Arbitrary<FormDefinition['weighting']>;

/** A random form of up to 4 sections of up to 4 questions, with answers. */
const anyForm = fc.record({
  weighting, sections: fc.array(fc.record({ weight: fc.integer({ min: 1, max: 400 }), questions: fc.array(fc.record({ weight: fc.integer({ min: 1, max: 400 }), answer }), { minLength: 1, maxLength: 4 }) }), { minLength: 1, maxLength: 4 }),
}).map((given) => {
  const sections = given.sections.map(({ weight, questions }, s) => aSection(`s${s}`, questions.map((question, q) => aQuestion(`s${s}q${q}`, { weight: question.weight })), { weight }));
  const answers = new Map(given.sections.flatMap(({ questions }, s) => questions.map((question, q) => [`s${s}q${q}`, question.answer] as const)));
  return { form: aForm(sections, { weighting: given.weighting }), answers };
});

describe('properties', () => {
  it('effective weights add up to 100 and contributions to the score', () => {
    fc.assert(fc.property(anyForm, ({ form, answers }) => {
      const { score, questions, sections } = scoreForm(form, answers);
      if (score === null) return questions.every(({ weight, state }) => weight === 0 && state !== 'scored');
      const total = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);
      expect(total(questions.map(({ weight }) => weight))).toBeCloseTo(100, 9);
      expect(total(questions.map(({ contribution }) => contribution))).toBeCloseTo(score, 9);
      expect(total(sections.map(({ contribution }) => contribution))).toBeCloseTo(score, 9);
      return score >= -1e-9 && score <= 100 + 1e-9;
    }));
  });

  it('a better answer never lowers the score; not applicable keeps it between the others', () => {
    fc.assert(fc.property(anyForm, ({ form, answers }) => {
      const [first] = answers.keys();
      if (first === undefined) return true;
      const withFirst = (option: number | null) => scoreForm(form, new Map([...answers, [first, option]])).score;
      const [worst, middle, best, without] = [withFirst(0), withFirst(1), withFirst(2), withFirst(null)];
      const isOrdered = (a: number | null, b: number | null) => a === null || b === null || a <= b + 1e-9;
      // Between sections the weight of what does not apply stays inside its own section first.
      return isOrdered(worst, middle) && isOrdered(middle, best) && isOrdered(worst, without) && isOrdered(without, best);
    }));
  });
});
