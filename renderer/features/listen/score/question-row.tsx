import { useKeysOf } from '#renderer/app/commands/keys-of.ts';
import { Button } from '#renderer/ui/button.tsx';
import { durationText } from '#renderer/ui/figure-text.ts';
import { IconButton } from '#renderer/ui/icon-button.tsx';
import { Flag, X } from 'lucide-react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { DraftAnswer } from '#shared/model/evaluation.ts';
import type { FormOption, FormQuestion } from '#shared/model/form.ts';
import { goToMoment } from '../session/go-to.ts';
import { useListenSession } from '../session/listen-session.ts';
import type { Card } from './card.ts';
import { GateMark } from './gate-mark.tsx';
import { answer as give, attachEvidence, removeEvidence } from './score-acts.ts';
import { useScorecard } from './scorecard.ts';

type RowProps = { card: Card; question: FormQuestion; answer: DraftAnswer | undefined; missing: 'answer' | 'evidence' | undefined };

/** One question: its options by digit, the moment that proves the answer, and what the options mean while it is the current one. */
export function QuestionRow({ card, question, answer, missing }: RowProps) {
  const { t } = useTranslation('listen');
  const id = useId();
  const isCurrent = useScorecard((state) => state.current === question.key);
  const position = answer?.option ?? null;
  const chosen = position === null ? undefined : question.options[position];
  return (
    <div className="score-question" data-question={question.key} data-current={isCurrent ? '' : undefined} onFocusCapture={() => useScorecard.getState().set({ current: question.key })}>
      <p id={`${id}-text`} className="score-text">{question.text}</p>
      <GateMark item={question.key} />
      <div className="score-line">
        <Options card={card} question={question} answer={answer} labelId={`${id}-text`} guideId={`${id}-guide`} />
        <EvidencePart card={card} question={question} answer={answer} isMissing={missing === 'evidence'} />
      </div>
      <p id={`${id}-guide`} className="score-guide" hidden={!isCurrent && chosen === undefined}>
        {chosen ? t('score.chosen', { label: chosen.label, guide: chosen.guide }) : answer?.option === null ? t('score.notApplicable') : question.guide}
        {chosen && chosen.consequence !== 'none' ? <span className="score-consequence"><Flag aria-hidden size={12} /> {t(`score.consequence.${chosen.consequence}`)}</span> : null}
      </p>
    </div>
  );
}

type OptionsProps = { card: Card; question: FormQuestion; answer: DraftAnswer | undefined; labelId: string; guideId: string };

function Options({ card, question, answer, labelId, guideId }: OptionsProps) {
  const { t } = useTranslation('listen');
  const isCurrent = useScorecard((state) => state.current === question.key);
  const given = answer?.option;
  const tabIndex = (option: number | null, isFirst: boolean): number => (isCurrent && (given === undefined ? isFirst : given === option) ? 0 : -1);
  const radio = (option: number | null, shown: string, label: string): React.ReactNode => (
    <button
      key={shown} type="button" role="radio" className="score-option" aria-checked={given === option} tabIndex={tabIndex(option, option === 0)}
      aria-label={label} title={label} data-na={option === null ? '' : undefined} onClick={() => give(card, option, question.key)}
    >
      {shown}
    </button>
  );
  return (
    <div role="radiogroup" aria-labelledby={labelId} aria-describedby={guideId} className="score-options">
      {question.options.map((option, index) => radio(index, String(index + 1), optionLabel(option, index, t)))}
      {question.allowsNotApplicable ? radio(null, t('score.notApplicableShort'), t('score.notApplicable')) : null}
    </div>
  );
}

function optionLabel(option: FormOption, index: number, t: Card['t']): string {
  return t('score.option', { place: index + 1, label: option.label });
}

function EvidencePart({ card, question, answer, isMissing }: Omit<RowProps, 'missing'> & { isMissing: boolean }) {
  const { t } = useTranslation('listen');
  const session = useListenSession();
  const keys = useKeysOf('score.evidence');
  const isCurrent = useScorecard((state) => state.current === question.key);
  const evidence = answer?.evidence ?? null;
  if (evidence) {
    const place = evidence.ms === null ? t('score.turn', { turn: (evidence.turnSeq ?? 0) + 1 }) : durationText(evidence.ms);
    return (
      <span className="score-evidence">
        <Button size="small" variant="quiet" aria-label={t('score.goToEvidence', { place, question: question.text })} onPress={() => goToMoment(session, { startMs: evidence.ms, turnSeq: evidence.turnSeq })}>{place}</Button>
        <IconButton size="small" icon={X} label={t('score.removeEvidence', { question: question.text })} onPress={() => removeEvidence(card, question.key)} />
      </span>
    );
  }
  if (!isCurrent && !isMissing) return null;
  const attach = (): void => {
    useScorecard.getState().set({ current: question.key });
    attachEvidence(card, session);
  };
  return (
    <span className="score-evidence" data-missing={isMissing ? '' : undefined}>
      <Button size="small" variant="quiet" {...(isCurrent ? keys : {})} onPress={attach}>{t(isMissing ? 'score.needsMoment' : 'score.moment')}<span className="visually-hidden"> {t('score.proof', { question: question.text })}</span></Button>
    </span>
  );
}
