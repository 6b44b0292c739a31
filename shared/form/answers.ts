import type { FormDefinition, FormQuestion } from '../model/form.ts';
import type { Chosen } from './score-form.ts';

/** An answer as it is stored: the points given of the most that there were, or null for "not applicable". */
export type StoredAnswer = { readonly item: string; readonly value: number | null; readonly valueMax: number };

/** The most points that a question gives. */
export function mostPoints(question: FormQuestion): number {
  return Math.max(...question.options.map(({ points }) => points));
}

/** The option of a question that stands for a stored answer: the one of the same share of the most. Undefined when there is none. */
export function optionOf(question: FormQuestion, { value, valueMax }: StoredAnswer): number | null | undefined {
  if (value === null) return question.allowsNotApplicable ? null : undefined;
  const most = mostPoints(question);
  const found = question.options.findIndex(({ points }) => Math.abs(points / most - value / valueMax) < 1e-6);
  return found < 0 ? undefined : found;
}

/** Answers of an earlier evaluation as this form would read them, with the answers that it has no place for. */
export function chosenFrom(form: FormDefinition, answers: readonly StoredAnswer[]): { chosen: Chosen; unread: string[] } {
  const questions = new Map(form.sections.flatMap((section) => section.questions.map((question) => [question.key.toLowerCase(), question] as const)));
  const chosen = new Map<string, number | null>();
  const unread: string[] = [];
  for (const answer of answers) {
    const question = questions.get(answer.item.toLowerCase());
    const option = question && optionOf(question, answer);
    if (question && option !== undefined) chosen.set(question.key, option);
    else unread.push(answer.item);
  }
  return { chosen, unread };
}
