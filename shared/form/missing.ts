import type { DraftAnswer } from '../model/evaluation.ts';
import type { FormDefinition } from '../model/form.ts';
import { scoreForm } from './score-form.ts';

/** What still has to be given before an evaluation can be finished. */
export type Missing = { readonly question: string; readonly what: 'answer' | 'evidence' };

/** Everything that is missing, in the order of the form. */
export function missingIn(form: FormDefinition, answers: readonly DraftAnswer[]): Missing[] {
  const given = new Map(answers.map((answer) => [answer.question, answer]));
  const { questions } = scoreForm(form, new Map(answers.map(({ question, option }) => [question, option])));
  const asked = new Map(questions.map(({ key, state }) => [key, state]));
  return form.sections.flatMap((section) => section.questions).flatMap((question): Missing[] => {
    if (asked.get(question.key) === 'open') return [{ question: question.key, what: 'answer' }];
    const { option = null, evidence = null } = given.get(question.key) ?? {};
    const isProven = evidence !== null || option === null || question.options[option]?.needsEvidence !== true;
    return asked.get(question.key) === 'scored' && !isProven ? [{ question: question.key, what: 'evidence' }] : [];
  });
}
