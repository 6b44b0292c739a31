import { orpc } from '#renderer/app/connection.ts';
import { useScreenParams } from '#renderer/stores/navigation.ts';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { seenOf, versionOfPart } from '#shared/commands/edit.ts';
import { answerParts } from '#shared/commands/evaluations.ts';
import type { EvaluationKind } from '#shared/model/evaluation.ts';
import { useListenSession } from '../session/listen-session.ts';
import { cardKey, nextMissing, noteOf, questionsOf, type Card, type Which } from './card.ts';
import { useScorecard } from './scorecard.ts';

/** The evaluation that is open beside the interaction; `card` is null until the engine has answered. */
export function useCard(kind: EvaluationKind): { card: Card | null; error: unknown } {
  const { t } = useTranslation('listen');
  const { auditQueueId } = useScreenParams('listen');
  const { whole } = useListenSession();
  const interactionId = whole.interaction.id;
  const queueId = kind === 'self' ? null : auditQueueId ?? null;
  const which = useMemo<Which>(() => ({ interactionId, queueId, kind }), [interactionId, queueId, kind]);
  const { data, error } = useQuery(orpc.evaluations.open.queryOptions({ input: which }));
  const card = useMemo(() => (data ? { which, inHand: data, form: data.form.definition, t } : null), [which, data, t]);
  useTakenDraft(card);
  useSeenCustomer(whole.hidden.customer, card);
  return { card, error };
}

/** What is stored comes onto the card, unless something is still on its way there; so undo shows at once. */
function useTakenDraft(card: Card | null): void {
  useEffect(() => {
    if (!card) return;
    const { key, isSaving, note, seen: before, begin, set } = useScorecard.getState();
    const { draft } = card.inHand;
    const seen = seenOf(answerParts, draft);
    const stored = { answers: draft?.answers ?? [], note: draft?.note ?? '', seen };
    if (key !== cardKey(card.which)) begin(cardKey(card.which), { ...stored, current: nextMissing(card.form, stored.answers, null) ?? questionsOf(card.form)[0]?.key ?? null });
    // A note that is being written stays, and so does what its author saw when they began.
    else if (!isSaving) set(before['note'] === versionOfPart(noteOf(note)) ? stored : { answers: stored.answers, seen: { ...seen, note: before['note'] ?? '' } });
  }, [card]);
}

/** What the customer said was on the screen before the evaluation was finished: it is blind no more. */
function useSeenCustomer(isHidden: boolean, card: Card | null): void {
  const isOpen = card !== null && card.inHand.finished === null;
  useEffect(() => {
    if (isOpen && !isHidden) useScorecard.getState().set({ wasShown: true });
  }, [isOpen, isHidden]);
}
