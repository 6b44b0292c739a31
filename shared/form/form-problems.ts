import type { FormDefinition, FormQuestion } from '../model/form.ts';
import { wholeWeight } from './weights.ts';

/** Why a form cannot be published. `at` is the key of the question or the id of the section; null is the form. */
export type FormProblem = {
  readonly code: 'NO_QUESTION' | 'TOO_MANY_QUESTIONS' | 'DUPLICATE_KEY' | 'WEIGHTS' | 'NO_SPREAD' | 'CONDITION' | 'BONUS_REFUSED';
  readonly at: string | null;
};

const maxQuestions = 100;

/** Everything that stands in the way of publishing a form; empty when nothing does. */
export function formProblems(form: FormDefinition): FormProblem[] {
  const questions = form.sections.flatMap((section) => section.questions);
  const counted = questions.filter(({ bonusPoints }) => bonusPoints === null);
  const problems: FormProblem[] = [];
  if (counted.length === 0) problems.push({ code: 'NO_QUESTION', at: null });
  if (questions.length > maxQuestions) problems.push({ code: 'TOO_MANY_QUESTIONS', at: null });
  for (const at of repeated([...questions.map(({ key }) => key), ...form.sections.map(({ id }) => `section ${id}`)])) problems.push({ code: 'DUPLICATE_KEY', at });
  if (counted.length > 0 && !doWeightsAddUp(form, counted)) problems.push({ code: 'WEIGHTS', at: null });
  questions.forEach((question, index) => problems.push(...questionProblems(form, question, questions.slice(0, index))));
  return problems;
}

function repeated(keys: readonly string[]): string[] {
  return [...new Set(keys.filter((key, index) => keys.indexOf(key) !== index))];
}

function doWeightsAddUp(form: FormDefinition, counted: readonly FormQuestion[]): boolean {
  const sectionWeight = form.sections.reduce((sum, { weight }) => sum + weight, 0);
  if (form.weighting === 'question') return counted.reduce((sum, { weight }) => sum + weight, 0) === wholeWeight;
  return form.weighting === 'section' ? sectionWeight === wholeWeight : sectionWeight > 0;
}

function questionProblems(form: FormDefinition, question: FormQuestion, earlier: readonly FormQuestion[]): FormProblem[] {
  const problems: FormProblem[] = [];
  if (new Set(question.options.map(({ points }) => points)).size < 2) problems.push({ code: 'NO_SPREAD', at: question.key });
  if (question.bonusPoints !== null && !form.allowsBonus) problems.push({ code: 'BONUS_REFUSED', at: question.key });
  const { condition } = question;
  const parent = condition === null ? null : earlier.find(({ key }) => key === condition.question);
  if (condition !== null && (!parent || condition.options.some((option) => option >= parent.options.length))) problems.push({ code: 'CONDITION', at: question.key });
  return problems;
}
