import { useCommandHandlers, type CommandHandler } from '#renderer/app/commands/handlers.ts';
import { failureOf } from '#renderer/engine/failure.ts';
import { ErrorState } from '#renderer/ui/error-state.tsx';
import { Delayed, Skeleton } from '#renderer/ui/skeleton.tsx';
import { useTranslation } from 'react-i18next';
import type { EvaluationKind } from '#shared/model/evaluation.ts';
import { RegionBar } from '../layout/region-bar.tsx';
import { useListenSession } from '../session/listen-session.ts';
import type { Card } from './card.ts';
import { FinishedCard } from './finished-card.tsx';
import { OpenCard } from './open-card.tsx';
import { answer, attachEvidence, finish, step, stepOption } from './score-acts.ts';
import { useScorecard } from './scorecard.ts';
import { useCard } from './use-card.ts';
import './score.css';

/** The scorecard of the open interaction: being filled in, or finished. */
export function ScorePanel({ kind }: { kind: EvaluationKind }) {
  const { t } = useTranslation('listen');
  const { card, error } = useCard(kind);
  // Before the card is there too: whoever asks early gets the focus when it comes.
  useCommandHandlers({ 'score.focus': () => useScorecard.getState().focus(useScorecard.getState().current) });
  const { inHand } = card ?? {};
  const isFinished = (inHand?.finished ?? null) !== null;
  return (
    <section className="listen-region score" aria-label={t('score.title')} data-region="" data-scope="scorecard">
      <RegionBar title={t(kind === 'self' ? 'score.selfTitle' : 'score.title')} hint={isFinished ? '' : t('score.hint')}>
        {inHand?.queue && inHand.position !== null ? <span className="tabular caption">{t('score.position', { position: inHand.position, total: inHand.queue.total })}</span> : null}
      </RegionBar>
      {error ? <ErrorState failure={failureOf(error)} /> : null}
      {card === null && !error ? <Delayed><Skeleton lines={6} label={t('score.loading')} /></Delayed> : null}
      {card === null ? null : isFinished ? <FinishedCard card={card} /> : <Filling card={card} />}
    </section>
  );
}

function Filling({ card }: { card: Card }) {
  const session = useListenSession();
  const options: Record<string, CommandHandler> = {};
  for (let place = 1; place <= 9; place += 1) options[`score.option${place}`] = () => answer(card, place - 1);
  useCommandHandlers({
    ...options,
    'score.notApplicable': () => answer(card, null),
    'score.evidence': () => attachEvidence(card, session),
    'score.next': () => step(card, 1),
    'score.previous': () => step(card, -1),
    'score.right': () => stepOption(1),
    'score.left': () => stepOption(-1),
    'listen.finish': { run: () => void finish(card, session), label: () => card.t(card.which.queueId === null ? 'score.finish' : 'score.finishAndNext') },
  });
  return <OpenCard card={card} />;
}
