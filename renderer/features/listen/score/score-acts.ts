import { client } from '#renderer/app/connection.ts';
import { announce } from '#renderer/stores/announcements.ts';
import { useNavigation } from '#renderer/stores/navigation.ts';
import { durationText } from '#renderer/ui/figure-text.ts';
import { missingIn } from '#shared/form/missing.ts';
import type { AuditQueue } from '#shared/model/audit-queue.ts';
import type { Evidence } from '#shared/model/evaluation.ts';
import { currentPlace, pressedMs } from '../session/current-place.ts';
import type { ListenSession } from '../session/listen-session.ts';
import { useListening } from '../session/listening.ts';
import { focusedMark } from '../tagging/focused-mark.ts';
import { askedQuestions, nextMissing, notSaved, questionsOf, saveCard, type Card } from './card.ts';
import { heardLog } from './heard.ts';
import { useScorecard, withAnswer } from './scorecard.ts';

/** Answers the current question by the place of the option, from 0; null is "not applicable". Then on to what is missing next. */
export function answer(card: Card, option: number | null, asked?: string): void {
  const { current, answers, set, focus } = useScorecard.getState();
  const question = questionsOf(card.form).find(({ key }) => key === (asked ?? current));
  if (!question || (option === null ? !question.allowsNotApplicable : question.options[option] === undefined)) return announce(card.t('score.said.noOption'));
  const next = withAnswer(answers, { question: question.key, option });
  set({ answers: next });
  void saveCard(card);
  const label = option === null ? card.t('score.notApplicable') : question.options[option]?.label ?? '';
  announce(card.t('score.said.answered', { question: question.text, answer: label }));
  // A question that still wants its moment keeps the focus, so that E proves the answer just given.
  const isProven = missingIn(card.form, next).every((missing) => missing.question !== question.key);
  focus(isProven ? nextMissing(card.form, next, question.key) ?? question.key : question.key);
}

/** The moment that is meant now: the tag in focus, else the moment heard, else the turn in focus. */
function evidenceHere(session: ListenSession): Evidence | null {
  const mark = focusedMark();
  const tag = mark?.kind === 'tag' ? session.whole.tags.find(({ id }) => id === mark.id) : undefined;
  if (tag) return { ms: tag.startMs, turnSeq: tag.turnSeq, tagId: tag.id };
  const place = currentPlace(session);
  const ms = session.player.hasSound ? pressedMs(session) : place?.startMs ?? null;
  return place === null && ms === null ? null : { ms: ms === null ? null : Math.round(ms), turnSeq: place?.turnSeq ?? null, tagId: null };
}

/** Attaches the moment to the current question, from the scorecard or from the player. */
export function attachEvidence(card: Card, session: ListenSession): void {
  const { current, answers, set, focus } = useScorecard.getState();
  const given = answers.find(({ question }) => question === current);
  if (current === null || given === undefined) return announce(card.t('score.said.answerFirst'));
  const evidence = evidenceHere(session);
  if (evidence === null) return announce(card.t('said.noPlace'));
  const next = withAnswer(answers, { question: current, evidence });
  set({ answers: next });
  void saveCard(card);
  announce(evidence.ms === null ? card.t('score.said.evidenceHere') : card.t('score.said.evidence', { time: durationText(evidence.ms) }));
  const following = nextMissing(card.form, next, current);
  // From the player or the transcript the focus stays there; only what the keys act on moves.
  if (document.activeElement?.closest('[data-scope="scorecard"]')) focus(following ?? current);
  else set({ current: following ?? current });
}

export function removeEvidence(card: Card, question: string): void {
  const { answers, set } = useScorecard.getState();
  set({ answers: withAnswer(answers, { question, evidence: null }) });
  void saveCard(card);
}

/** To the question before or after. */
export function step(card: Card, by: 1 | -1): void {
  const { current, answers, focus } = useScorecard.getState();
  const keys = askedQuestions(card.form, answers).map(({ key }) => key);
  const at = keys.indexOf(current ?? '') + by;
  focus(keys[Math.min(keys.length - 1, Math.max(0, at))] ?? null);
}

/** Moves the focus among the options of the current question, without choosing one. */
export function stepOption(by: 1 | -1): void {
  const group = document.activeElement?.closest('[role="radiogroup"]');
  const radios = [...(group?.querySelectorAll<HTMLElement>('[role="radio"]') ?? [])];
  const at = radios.findIndex((radio) => radio === document.activeElement);
  radios[(at + by + radios.length) % radios.length]?.focus();
}

/** Goes to what is still missing and says it. @returns whether something is */
function isHeldUp({ form, t, inHand }: Card): boolean {
  const { answers, focus } = useScorecard.getState();
  if (inHand.draft === null && answers.length === 0) {
    focus(questionsOf(form)[0]?.key ?? null);
    announce(t('score.said.nothingYet'));
    return true;
  }
  const [missing] = missingIn(form, answers);
  if (!missing) return false;
  focus(missing.question);
  const question = questionsOf(form).find(({ key }) => key === missing.question)?.text ?? missing.question;
  announce(t(missing.what === 'answer' ? 'score.said.missingAnswer' : 'score.said.missingEvidence', { question }));
  return true;
}

/** Finishes the evaluation and opens the next call of the queue. What is missing gets the focus, and nothing is lost. */
export async function finish(card: Card, session: ListenSession): Promise<void> {
  if (isHeldUp(card)) return;
  const { which, t } = card;
  await saveCard(card);
  try {
    const { queue } = await client.evaluations.finish({ ...which, heard: [...heardLog(which.interactionId).spans], isBlind: !useScorecard.getState().wasShown, seen: useScorecard.getState().seen });
    announce(finishedText(t, queue));
    moveOn(queue, session.askedId);
  } catch (error) {
    notSaved(t, error);
  }
}

/** Opens the next interaction of the queue; where there is none, shows what the customer said of this one. */
export function moveOn(queue: AuditQueue | null, askedId: string): void {
  const next = queue?.nextInteractionId ?? null;
  if (next === null) return useListening.getState().reveal(askedId);
  const { place, replace } = useNavigation.getState();
  const { atMs: _at, turnSeq: _turn, ...kept } = place.screen === 'listen' ? place.params : {};
  replace('listen', { ...kept, interactionId: next });
  useListening.getState().focusCursor();
}

function finishedText(t: Card['t'], queue: AuditQueue | null): string {
  if (queue === null) return t('score.said.finished');
  const { finished, total } = queue;
  return queue.nextInteractionId === null ? t('score.said.queueDone', { finished, total }) : t('score.said.finishedNext', { finished, total });
}
