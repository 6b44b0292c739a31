import { dateText, decimalText } from '#renderer/ui/figure-text.ts';
import { useWriting } from '#renderer/ui/use-writing.ts';
import { useTranslation } from 'react-i18next';
import type { SurveyResponse } from '#shared/model/survey.ts';

/** What the customer answered, in the customer's words first. */
export function SurveyCard({ survey }: { survey: SurveyResponse }) {
  const { t } = useTranslation('listen');
  const { locale } = useWriting();
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
    </article>
  );
}

type Words = { locale: string; t: ReturnType<typeof useTranslation<'listen'>>['t'] };

function answerText({ value, text, scaleMax }: SurveyResponse['answers'][number], { locale, t }: Words): string {
  if (value === null) return text ?? t('details.noValue');
  const number = decimalText(value, locale);
  return scaleMax === null ? number : t('details.scale', { value: number, max: decimalText(scaleMax, locale) });
}
