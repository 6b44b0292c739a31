import type { finishEvaluation } from '#shared/commands/evaluations.ts';
import { EarshotError } from '#shared/errors.ts';
import { mostPoints } from '#shared/form/answers.ts';
import { missingIn } from '#shared/form/missing.ts';
import { scoreForm } from '#shared/form/score-form.ts';
import type { AuditQueue } from '#shared/model/audit-queue.ts';
import type { EvaluationDraft } from '#shared/model/evaluation.ts';
import type { FormDefinition } from '#shared/model/form.ts';

type Finish = (typeof finishEvaluation)['payload']['_output'];

/**
 * What finishing writes: the scores of the form as it is answered. Only answers to questions that are asked are kept.
 * @throws EarshotError REFUSED while something required is missing
 */
export function finished(draft: EvaluationDraft, form: FormDefinition, at: { evaluatedAt: string; queue: AuditQueue | undefined }): Finish {
  const [missing] = missingIn(form, draft.answers);
  if (missing) {
    const text = form.sections.flatMap((section) => section.questions).find(({ key }) => key === missing.question)?.text ?? missing.question;
    throw new EarshotError('REFUSED', missing.what === 'answer' ? `“${text}” is not answered yet.` : `“${text}” needs the moment that proves the answer.`);
  }
  const score = scoreForm(form, new Map(draft.answers.map(({ question, option }) => [question, option])));
  const questions = new Map(form.sections.flatMap((section) => section.questions.map((question) => [question.key, question] as const)));
  const answers = score.questions.filter(({ state }) => state !== 'notAsked').flatMap(({ key, state }) => {
    const question = questions.get(key);
    const option = draft.answers.find((answer) => answer.question === key)?.option ?? null;
    if (!question) return [];
    return [{ question: key, value: state === 'scored' && option !== null ? question.options[option]?.points ?? null : null, valueMax: mostPoints(question) }];
  });
  return {
    draft, evaluatedAt: at.evaluatedAt, purpose: purposeOf(draft, at.queue), form: form.name, answers, failReasons: [...score.reasons],
    score: score.score, passed: score.passed, technical: score.technical, emotional: score.emotional,
  };
}

/** Only what chance chose may count in a rate: an interaction that somebody picked is targeted, whoever picked it. */
function purposeOf({ kind }: EvaluationDraft, queue: AuditQueue | undefined): Finish['purpose'] {
  if (kind === 'self') return 'self';
  return queue === undefined || queue.method === 'targeted' ? 'targeted' : 'random';
}
