import { X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '#renderer/ui/button.tsx';
import { durationText, decimalText } from '#renderer/ui/figure-text.ts';
import { IconButton } from '#renderer/ui/icon-button.tsx';
import { Delayed, Skeleton } from '#renderer/ui/skeleton.tsx';
import { useWriting } from '#renderer/ui/use-writing.ts';
import type { Opportunity } from '#shared/model/empathy.ts';
import { goToTurn } from '../session/go-to.ts';
import { useListenSession } from '../session/listen-session.ts';
import { useHand } from '../tagging/use-hand.ts';
import { judgeTurn, removeJudgement } from './cue-acts.ts';
import type { Cue } from './cues.ts';
import { useCues, useIsCueListStopped } from './use-cues.ts';

/** Every cue of the interaction, offered or judged. What is offered counts nowhere until somebody judged it. */
export function CuesPanel() {
  const { t } = useTranslation('listen');
  const cues = useCues();
  const isStopped = useIsCueListStopped();
  if (cues === null) return <Delayed><Skeleton label={t('empathy.looking')} /></Delayed>;
  if (cues.length === 0) return <p className="listen-none">{t(isStopped ? 'empathy.stopped' : 'empathy.none')}</p>;
  return (
    <>
      <p className="caption cues-help">{t(isStopped ? 'empathy.stopped' : 'empathy.help')}</p>
      <ul className="note-list" aria-label={t('empathy.list')}>{cues.map((cue) => <CueItem key={cue.turn.seq} cue={cue} />)}</ul>
    </>
  );
}

function CueItem({ cue: { turn, offer, judgements } }: { cue: Cue }) {
  const { t } = useTranslation('listen');
  const session = useListenSession();
  const time = turn.startMs === null ? t('empathy.turn', { number: turn.seq + 1 }) : durationText(turn.startMs);
  return (
    <li className="note">
      <div className="row">
        <Button size="small" variant="quiet" aria-label={t('moments.go', { time })} onPress={() => goToTurn(session, turn)}>{time}</Button>
        <span className="grow caption">{offer === null ? t('empathy.found') : t('empathy.offered', { kind: t(`empathy.kind.${offer.kind}`), words: offer.words })}</span>
        <Button size="small" aria-label={t('empathy.judgeAt', { time })} onPress={() => judgeTurn(session, turn.seq)}>{t('empathy.judgeShort')}</Button>
      </div>
      <p className="note-text" dir="auto">{turn.text}</p>
      {judgements.map((judgement) => <Judged key={judgement.id} judgement={judgement} time={time} />)}
    </li>
  );
}

function Judged({ judgement, time }: { judgement: Opportunity; time: string }) {
  const { t } = useTranslation('listen');
  const hand = useHand();
  const words = useJudgementWords()(judgement);
  return (
    <div className="row">
      <span className="grow cue-judged" data-outcome={judgement.outcome}>{words}<span className="caption"> {t('empathy.by', { name: judgement.createdBy })}</span>{judgement.note === null ? null : <span className="caption" dir="auto"> {judgement.note}</span>}</span>
      <IconButton size="small" icon={X} label={t('empathy.removeAt', { time })} onPress={() => removeJudgement(hand, judgement)} />
    </div>
  );
}

/** A judgement in one line: outcome, delay of the answer, whether the customer softened. */
export function useJudgementWords(): (judgement: Pick<Opportunity, 'outcome' | 'softened' | 'responseDelayMs'>) => string {
  const { t } = useTranslation('listen');
  const { locale } = useWriting();
  return ({ outcome, softened, responseDelayMs }) => [
    t(`empathy.outcome.${outcome}`),
    responseDelayMs === null ? null : t('empathy.delay', { seconds: decimalText(responseDelayMs / 1000, locale) }),
    softened === null ? null : t(softened ? 'empathy.wasSofter' : 'empathy.wasNotSofter'),
  ].filter((part) => part !== null).join(' · ');
}
