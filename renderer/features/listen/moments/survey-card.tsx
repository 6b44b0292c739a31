import { act } from '#renderer/app/act.ts';
import { client } from '#renderer/app/connection.ts';
import { Button } from '#renderer/ui/button.tsx';
import { dateText, decimalText } from '#renderer/ui/figure-text.ts';
import { useWriting } from '#renderer/ui/use-writing.ts';
import { useTranslation } from 'react-i18next';
import type { SurveyResponse } from '#shared/model/survey.ts';

/** What the customer answered, in the customer's words first; cut loose where it is about another interaction. */
export function SurveyCard({ survey }: { survey: SurveyResponse }) {
  const { t } = useTranslation('listen');
  const { locale } = useWriting();
  const cut = () => void act(t, client.surveys.link({ responseId: survey.id, interactionId: null }), t('details.cutDone', { number: survey.externalId }));
  return (
    <article className="details-card">
      {survey.comment === null ? null : <blockquote dir="auto">{t('moments.quoted', { words: survey.comment })}</blockquote>}
      <dl className="facts">
        {survey.answers.map((answer) => (
          <div key={answer.item}>
            <dt>{answer.label === '' ? answer.item : answer.label}</dt>
            <dd className="tabular" dir="auto">{answerText(answer, { locale, t })}</dd>
          </div>
        ))}
      </dl>
      {survey.answeredAt === null ? null : <p className="caption">{dateText(survey.answeredAt, locale)}</p>}
      {survey.linkReason === null ? null : <p className="caption">{t('details.linked', { reason: survey.linkReason })}</p>}
      <div className="row"><Button size="small" aria-label={t('details.cutOf', { number: survey.externalId })} onPress={cut}>{t('details.cut')}</Button></div>
    </article>
  );
}

type Words = { locale: string; t: ReturnType<typeof useTranslation<'listen'>>['t'] };

function answerText({ value, text, scaleMax }: SurveyResponse['answers'][number], { locale, t }: Words): string {
  if (value === null) return text ?? t('details.noValue');
  const number = decimalText(value, locale);
  return scaleMax === null ? number : t('details.scale', { value: number, max: decimalText(scaleMax, locale) });
}
