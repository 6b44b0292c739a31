import { client, orpc, queryClient } from '#renderer/app/connection.ts';
import { failureOf } from '#renderer/engine/failure.ts';
import { failureText } from '#renderer/ui/failure-text.ts';
import { useToasts } from '#renderer/stores/toasts.ts';
import type { TFunction } from 'i18next';
import { versionsIn } from '#renderer/engine/use-seen.ts';
import { seenOf } from '#shared/commands/edit.ts';
import { answerParts } from '#shared/commands/evaluations.ts';
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

export const noteOf = (note: string): string | null => (note.trim() === '' ? null : note);

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
  const { key, answers, note, seen, wasShown, set } = useScorecard.getState();
  if (key !== cardKey(which)) return;
  try {
    const draft = await client.evaluations.save({ ...which, answers: [...answers], note: noteOf(note), heard: [...heardLog(which.interactionId).spans], isBlind: !wasShown, seen });
    set({ seen: seenOf(answerParts, draft), answers: takenIn({ stored: draft.answers, sent: answers, now: useScorecard.getState().answers }) });
    queryClient.setQueryData(orpc.evaluations.open.queryKey({ input: which }), (before) => before && { ...before, draft, finished: null });
  } catch (error) {
    notSaved(t, error);
    if (failureOf(error).code === 'CHANGED_MEANWHILE') await showStored(which, error);
  }
  if (!isWanted) set({ isSaving: false });
}

/** What is on disk after a save: where another window answered meanwhile, that; where this one went on, its own. */
function takenIn({ stored, sent, now }: { stored: readonly DraftAnswer[]; sent: readonly DraftAnswer[]; now: readonly DraftAnswer[] }): DraftAnswer[] {
  const of = (answers: readonly DraftAnswer[], question: string) => answers.find((answer) => answer.question === question);
  const questions = new Set([...now, ...stored].map(({ question }) => question));
  return [...questions].flatMap((question) => (JSON.stringify(of(now, question)) === JSON.stringify(of(sent, question)) ? of(stored, question) : of(now, question)) ?? []);
}

/** After a refusal the card shows what is there now. A note stays as it was written: saved again, it is written over the other one knowingly. */
async function showStored(which: Which, error: unknown): Promise<void> {
  const { draft } = await queryClient.fetchQuery({ ...orpc.evaluations.open.queryOptions({ input: which }), staleTime: 0 });
  const { key, seen, set } = useScorecard.getState();
  if (key === cardKey(which)) set({ answers: draft?.answers ?? [], seen: { ...seenOf(answerParts, draft), note: { ...seen, ...versionsIn(error) }['note'] ?? '' } });
}

/** Says that something was not saved, and why. */
export function notSaved(t: Card['t'], error: unknown): void {
  useToasts.getState().show({ tone: 'danger', text: t('notSaved', { reason: failureText(t, failureOf(error)) }) });
}
