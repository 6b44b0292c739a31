import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addQuestion, addSection, changeQuestion, moveQuestion, removeQuestion, removeSection, scaleOptions, scales, weighBy, weighQuestion, weighSection,
} from '#renderer/features/evaluate/form-edits.ts';
import { defaultForm } from '#shared/form/default-form.ts';
import { formProblems } from '#shared/form/form-problems.ts';
import { FormDefinition } from '#shared/model/form.ts';

const word = (key: string) => key;
const keysOf = (form: FormDefinition) => form.sections.flatMap(({ questions }) => questions.map(({ key }) => key));
const questionOf = (form: FormDefinition, key: string) => form.sections.flatMap(({ questions }) => questions).find((question) => question.key === key);

/** What a person can do to a form; each as a function of a number that picks where. */
const acts: readonly ((form: FormDefinition, pick: number) => FormDefinition)[] = [
  (form, pick) => addQuestion(form, form.sections[pick % form.sections.length]?.id ?? '', { text: 'Asked', options: scaleOptions(scales[pick % scales.length] ?? 'yesNo', word) }),
  (form, pick) => (keysOf(form).length > 2 ? removeQuestion(form, keysOf(form)[pick % keysOf(form).length] ?? '') : form),
  (form) => addSection(form, 'More'),
  (form, pick) => {
    const { id, questions } = form.sections[pick % form.sections.length] ?? { id: '', questions: [] };
    return questions.length < keysOf(form).length ? removeSection(form, id) : form;
  },
  (form, pick) => weighQuestion(form, keysOf(form)[pick % keysOf(form).length] ?? '', (pick * 37) % 1001).form,
  (form, pick) => weighSection(form, form.sections[pick % form.sections.length]?.id ?? '', 1 + ((pick * 53) % 900)).form,
  (form, pick) => changeQuestion(form, keysOf(form)[pick % keysOf(form).length] ?? '', { isWeightLocked: pick % 2 === 0 }),
  (form, pick) => moveQuestion(form, keysOf(form)[pick % keysOf(form).length] ?? '', pick % 2 === 0 ? 1 : -1),
  (form, pick) => weighBy(form, (['question', 'section', 'points'] as const)[pick % 3] ?? 'question'),
];

describe('editing a form', () => {
  it('keeps it sound whatever is done to it: weights add up, keys stay apart, conditions hold', () => {
    fc.assert(fc.property(fc.array(fc.tuple(fc.nat(acts.length - 1), fc.nat(200)), { maxLength: 25 }), (steps) => {
      const form = steps.reduce((before, [act, pick]) => acts[act]?.(before, pick) ?? before, defaultForm);
      expect(formProblems(form)).toEqual([]);
      expect(FormDefinition.parse(form)).toEqual(form);
    }), { numRuns: 300 });
  });

  it('says which weights moved, and takes a bonus out of them', () => {
    const { form, moved } = weighQuestion(defaultForm, 'T1', 550);
    expect(questionOf(form, 'T1')?.weight).toBe(550);
    expect(moved).toEqual(['T2', 'T3', 'T4', 'T5', 'E1', 'E2', 'E3', 'E4', 'E5']);
    const bonus = changeQuestion({ ...form, allowsBonus: true }, 'E5', { bonusPoints: 5 });
    expect(questionOf(bonus, 'E5')?.weight).toBe(0);
    expect(formProblems(bonus)).toEqual([]);
  });

  it('drops the conditions that hung on a question that goes', () => {
    const form = changeQuestion(defaultForm, 'E2', { condition: { question: 'E1', options: [0] } });
    expect(questionOf(removeQuestion(form, 'E1'), 'E2')?.condition).toBeNull();
  });
});
