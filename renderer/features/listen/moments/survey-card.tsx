import { act } from '#renderer/app/act.ts';
import { client } from '#renderer/app/connection.ts';
import { answerText } from '#renderer/ui/answer-text.ts';
import { Button } from '#renderer/ui/button.tsx';
import { dateText } from '#renderer/ui/figure-text.ts';
import { useWriting } from '#renderer/ui/use-writing.ts';
import { useTranslation } from 'react-i18next';
import { seenOf } from '#shared/commands/edit.ts';
import { linkParts } from '#shared/commands/surveys.ts';
import type { SurveyResponse } from '#shared/model/survey.ts';

/** What the customer answered, in the customer's words first; cut loose where it is about another interaction. */
export function SurveyCard({ survey }: { survey: SurveyResponse }) {
  const { t } = useTranslation('listen');
  const writing = useWriting();
  const cut = () => void act(t, client.surveys.link({ responseId: survey.id, interactionId: null, seen: seenOf(linkParts, survey) }), t('details.cutDone', { number: survey.externalId }));
  return (
    <article className="details-card">
      {survey.comment === null ? null : <blockquote dir="auto">{t('moments.quoted', { words: survey.comment })}</blockquote>}
      <dl className="facts">
        {survey.answers.map((answer) => (
          <div key={answer.item}>
            <dt>{answer.label === '' ? answer.item : answer.label}</dt>
            <dd className="tabular" dir="auto">{answerText(answer, writing)}</dd>
          </div>
        ))}
      </dl>
      {survey.answeredAt === null ? null : <p className="caption">{dateText(survey.answeredAt, writing.locale)}</p>}
      {survey.linkReason === null ? null : <p className="caption">{t('details.linked', { reason: survey.linkReason })}</p>}
      <div className="row"><Button size="small" aria-label={t('details.cutOf', { number: survey.externalId })} onPress={cut}>{t('details.cut')}</Button></div>
    </article>
  );
}
