import { answerText } from '#renderer/ui/answer-text.ts';
import { Button } from '#renderer/ui/button.tsx';
import { dateText, decimalText, durationText } from '#renderer/ui/figure-text.ts';
import { useWriting } from '#renderer/ui/use-writing.ts';
import { useTranslation } from 'react-i18next';
import type { Evaluation } from '#shared/model/evaluation.ts';
import { goToMoment } from '../session/go-to.ts';
import { GateMark } from '../score/gate-mark.tsx';
import { useListenSession } from '../session/listen-session.ts';

/** One evaluation: scores, then answers with the moments that prove them. */
export function EvaluationCard({ evaluation }: { evaluation: Evaluation }) {
  const { t } = useTranslation('listen');
  const { locale } = useWriting();
  const score = (value: number | null): string => (value === null ? t('figure:notKnown') : t('header.score', { score: decimalText(value, locale) }));
  return (
    <article className="details-card">
      <h4>{evaluation.form ?? t('details.noForm')}</h4>
      <p className="caption">
        {[
          evaluation.evaluator === null ? null : t('details.evaluator', { name: evaluation.evaluator }),
          evaluation.evaluatedAt === null ? null : dateText(evaluation.evaluatedAt, locale),
          t(`details.purpose.${evaluation.purpose}`),
        ].filter((part) => part !== null).map((part) => <span key={part}>{part}</span>)}
      </p>
      <dl className="facts">
        <div><dt>{t('details.score')}</dt><dd className="tabular">{score(evaluation.score)}</dd></div>
        {evaluation.technical === null ? null : <div><dt>{t('details.technical')}</dt><dd className="tabular">{score(evaluation.technical)}</dd></div>}
        {evaluation.emotional === null ? null : <div><dt>{t('details.emotional')}</dt><dd className="tabular">{score(evaluation.emotional)}</dd></div>}
        {evaluation.passed === null ? null : <div><dt>{t('details.outcome')}</dt><dd>{t(evaluation.passed ? 'details.passed' : 'details.failed')}</dd></div>}
      </dl>
      {evaluation.answers.length === 0 ? null : <ul className="answers">{evaluation.answers.map((answer) => <AnswerLine key={answer.item} answer={answer} />)}</ul>}
      {evaluation.note === null ? null : <p dir="auto">{evaluation.note}</p>}
    </article>
  );
}

function AnswerLine({ answer }: { answer: Evaluation['answers'][number] }) {
  const { t } = useTranslation('listen');
  const writing = useWriting();
  const session = useListenSession();
  const value = answerText({ value: answer.value, text: null, scaleMin: null, scaleMax: answer.valueMax }, writing);
  const evidenceMs = answer.evidenceMs;
  return (
    <li className="row">
      <span className="grow">{answer.item} <GateMark item={answer.item} /></span>
      {evidenceMs === null ? null : (
        <Button size="small" variant="quiet" aria-label={t('moments.go', { time: durationText(evidenceMs) })} onPress={() => goToMoment(session, { startMs: evidenceMs, turnSeq: null })}>{durationText(evidenceMs)}</Button>
      )}
      <span className="tabular">{value}</span>
    </li>
  );
}
