import { client, orpc, queryClient } from '#renderer/app/connection.ts';
import { failureOf } from '#renderer/engine/failure.ts';
import { useToasts } from '#renderer/stores/toasts.ts';
import type { TFunction } from 'i18next';
import type { EvaluationInHand } from '#shared/contract/evaluations.ts';
import { missingIn } from '#shared/form/missing.ts';
import { scoreForm, type FormScore } from '#shared/form/score-form.ts';
import type { DraftAnswer, EvaluationKind } from '#shared/model/evaluation.ts';
import type { FormDefinition, FormQuestion } from '#shared/model/form.ts';
import { heardLog } from './heard.ts';
import { useScorecard } from './scorecard.ts';

export type Which = { readonly interactionId: string; readonly queueId: string | null; readonly kind: EvaluationKind };

/** What the acts of scoring work with. */
export type Card = { readonly which: Which; readonly inHand: EvaluationInHand; readonly form: FormDefinition; readonly t: TFunction<'listen'> };

export const cardKey = ({ interactionId, queueId, kind }: Which): string => `${kind} ${queueId ?? ''} ${interactionId}`;

export const questionsOf = (form: FormDefinition): FormQuestion[] => form.sections.flatMap((section) => section.questions);

export function scoreOf(form: FormDefinition, answers: readonly DraftAnswer[]): FormScore {
  return scoreForm(form, new Map(answers.map(({ question, option }) => [question, option])));
}

/** The questions that are asked as things stand. */
export function askedQuestions(form: FormDefinition, answers: readonly DraftAnswer[]): FormQuestion[] {
  const states = new Map(scoreOf(form, answers).questions.map(({ key, state }) => [key, state]));
  return questionsOf(form).filter(({ key }) => states.get(key) !== 'notAsked');
}

/** The first question at or after `from` that still wants something, going round; null when nothing is missing. */
export function nextMissing(form: FormDefinition, answers: readonly DraftAnswer[], from: string | null): string | null {
  const missing = new Set(missingIn(form, answers).map(({ question }) => question));
  const keys = questionsOf(form).map(({ key }) => key);
  const at = Math.max(0, keys.indexOf(from ?? ''));
  return [...keys.slice(at), ...keys.slice(0, at)].find((key) => missing.has(key)) ?? null;
}

let saving: Promise<void> = Promise.resolve();
let isWanted = false;

/** Saves the answers as they are when it is their turn; what is pressed meanwhile goes along in one. */
export function saveCard(card: Card): Promise<void> {
  useScorecard.getState().set({ isSaving: true });
  if (isWanted) return saving;
  isWanted = true;
  saving = saving.then(() => {
    isWanted = false;
    return save(card);
  });
  return saving;
}

async function save({ which, t }: Card): Promise<void> {
  const { key, answers, note, wasShown, set } = useScorecard.getState();
  if (key !== cardKey(which)) return;
  try {
    const draft = await client.evaluations.save({ ...which, answers: [...answers], note: note.trim() === '' ? null : note, heard: [...heardLog(which.interactionId).spans], isBlind: !wasShown });
    queryClient.setQueryData(orpc.evaluations.open.queryKey({ input: which }), (before) => before && { ...before, draft, finished: null });
  } catch (error) {
    notSaved(t, error);
  }
  if (!isWanted) set({ isSaving: false });
}

/** Says that something was not saved, and why. */
export function notSaved(t: Card['t'], error: unknown): void {
  const { code, message } = failureOf(error);
  useToasts.getState().show({ tone: 'danger', text: t('notSaved', { reason: message ?? t(`errors:byCode.${code}.what`) }) });
}
