import { client } from '#renderer/app/connection.ts';
import { runCommand } from '#renderer/app/commands/handlers.ts';
import { useKeysOf } from '#renderer/app/commands/keys-of.ts';
import { announce } from '#renderer/stores/announcements.ts';
import { Button } from '#renderer/ui/button.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { missingIn } from '#shared/form/missing.ts';
import { cardKey, notSaved, saveCard, scoreOf, type Card } from './card.ts';
import { QuestionRow } from './question-row.tsx';
import { moveOn } from './score-acts.ts';
import { useScorecard } from './scorecard.ts';
import { Totals } from './totals.tsx';
import { Working } from './working.tsx';

/** A scorecard that is being filled in. */
export function OpenCard({ card }: { card: Card }) {
  const { t } = useTranslation('listen');
  const { answers, note, set } = useScorecard();
  const finishKeys = useKeysOf('listen.finish');
  const score = useMemo(() => scoreOf(card.form, answers), [card.form, answers]);
  const missing = useMemo(() => new Map(missingIn(card.form, answers).map(({ question, what }) => [question, what])), [card.form, answers]);
  const box = useFocusOnWish(cardKey(card.which));
  const states = new Map(score.questions.map((each) => [each.key, each.state]));
  return (
    <div className="score-scroll" ref={box}>
      <Totals card={card} score={score} />
      {card.form.sections.map((section) => {
        const asked = section.questions.filter(({ key }) => states.get(key) !== 'notAsked');
        return asked.length === 0 ? null : (
          <section key={section.id} className="score-section" aria-label={section.title}>
            <h3 data-dimension={section.dimension ?? undefined}>{section.title}</h3>
            {asked.map((question) => (
              <QuestionRow key={question.key} card={card} question={question} answer={answers.find((each) => each.question === question.key)} missing={missing.get(question.key)} />
            ))}
          </section>
        );
      })}
      <div className="score-foot" onBlur={() => saveNote(card)}>
        <TextField label={t('score.comment')} rows={2} maxLength={10_000} value={note} onChange={(text) => set({ note: text })} />
      </div>
      <Working card={card} score={score} />
      <div className="score-foot row row-wrap">
        <Button variant="primary" {...finishKeys} onPress={() => runCommand('listen.finish')}>{t(card.which.queueId === null ? 'score.finish' : 'score.finishAndNext')}</Button>
        <span className="caption" role="status">{missing.size === 0 ? t('score.complete') : t('score.missing', { count: missing.size })}</span>
      </div>
      <p className="score-foot caption">{t('score.hiddenUntil')}</p>
      {card.which.queueId === null || card.inHand.draft !== null ? null : <Replace card={card} queueId={card.which.queueId} />}
    </div>
  );
}

/** What cannot be heard or read makes room for another of the same part of the frame; both are kept and counted. */
function Replace({ card, queueId }: { card: Card; queueId: string }) {
  const { t } = useTranslation('listen');
  const [because, setBecause] = useState('');
  const replace = (): void => {
    client.evaluations.replace({ queueId, interactionId: card.which.interactionId, because: because.trim() }).then((queue) => {
      announce(t('score.said.replaced'));
      moveOn(queue, card.which.interactionId);
    }).catch((error: unknown) => notSaved(t, error));
  };
  return (
    <div className="score-foot stack">
      <TextField label={t('score.cannot')} value={because} onChange={setBecause} maxLength={500} />
      <div><Button size="small" isDisabled={because.trim() === ''} onPress={replace}>{t('score.replace')}</Button></div>
    </div>
  );
}

function saveNote(card: Card): void {
  const { note } = useScorecard.getState();
  if ((card.inHand.draft?.note ?? '') !== note) void saveCard(card);
}

/** Puts the focus on the current question's chosen option, else its first, whenever somebody wishes so, were it before the card was there. */
function useFocusOnWish(key: string) {
  const box = useRef<HTMLDivElement>(null);
  const { isFocusWanted, key: begun, current, set } = useScorecard();
  useEffect(() => {
    if (!isFocusWanted || begun !== key) return;
    set({ isFocusWanted: false });
    const group = box.current?.querySelector(`[data-question="${CSS.escape(current ?? '')}"]`);
    const radio = group?.querySelector<HTMLElement>('[role="radio"][aria-checked="true"]') ?? group?.querySelector<HTMLElement>('[role="radio"]');
    radio?.focus({ preventScroll: true });
    group?.scrollIntoView({ block: 'nearest' });
  }, [isFocusWanted, begun, key, current, set]);
  return box;
}
