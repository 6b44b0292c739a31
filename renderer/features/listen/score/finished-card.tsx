import { client } from '#renderer/app/connection.ts';
import { useNavigation, useScreenParams } from '#renderer/stores/navigation.ts';
import { Button } from '#renderer/ui/button.tsx';
import { decimalText } from '#renderer/ui/figure-text.ts';
import { useWriting } from '#renderer/ui/use-writing.ts';
import { useTranslation } from 'react-i18next';
import { chosenFrom } from '#shared/form/answers.ts';
import { scoreForm } from '#shared/form/score-form.ts';
import { EvaluationCard } from '../moments/evaluation-card.tsx';
import { useListenSession } from '../session/listen-session.ts';
import { notSaved, type Card } from './card.ts';
import { Failed } from './totals.tsx';
import { Working } from './working.tsx';

/** A finished evaluation beside what the customer said, with the ways on. */
export function FinishedCard({ card }: { card: Card }) {
  const { t } = useTranslation('listen');
  const { queue, finished, form } = card.inHand;
  if (!finished) return null;
  const score = scoreForm(form.definition, chosenFrom(form.definition, finished.answers).chosen);
  const reopen = (): void => {
    client.evaluations.reopen({ id: finished.id }).catch((error: unknown) => notSaved(t, error));
  };
  return (
    <div className="score-scroll">
      {queue && queue.nextInteractionId === null ? <QueueDone finished={queue.finished} /> : null}
      <div className="score-foot stack"><h3>{t('score.finishedTitle')}</h3><EvaluationCard evaluation={finished} /></div>
      {finished.passed === false ? <div className="score-foot"><Failed card={card} score={score} /></div> : null}
      <CustomerSaid />
      <Working card={card} score={score} />
      <div className="score-foot row row-wrap">
        {queue?.nextInteractionId ? <NextButton next={queue.nextInteractionId} /> : null}
        <Button size="small" onPress={reopen}>{t('score.reopen')}</Button>
      </div>
    </div>
  );
}

function NextButton({ next }: { next: string }) {
  const { t } = useTranslation('listen');
  const params = useScreenParams('listen');
  return <Button size="small" variant="primary" onPress={() => useNavigation.getState().replace('listen', { ...params, interactionId: next })}>{t('score.openNext')}</Button>;
}

function QueueDone({ finished }: { finished: number }) {
  const { t } = useTranslation('listen');
  return (
    <div className="score-foot stack">
      <strong>{t('score.queueDone', { count: finished })}</strong>
      <div><Button size="small" variant="primary" onPress={() => useNavigation.getState().go('gap')}>{t('score.seeGap')}</Button></div>
    </div>
  );
}

function CustomerSaid() {
  const { t } = useTranslation('listen');
  const { locale } = useWriting();
  const { whole } = useListenSession();
  if (whole.hidden.customer) return null;
  const { customerScore } = whole.interaction;
  return <p className="score-foot">{customerScore === null ? t('score.customerNothing') : t('score.customerSaid', { score: decimalText(customerScore, locale) })}</p>;
}
