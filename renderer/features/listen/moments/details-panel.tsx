import { runCommand } from '#renderer/app/commands/handlers.ts';
import { Button } from '#renderer/ui/button.tsx';
import { dateTimeText, durationText, sizeText } from '#renderer/ui/figure-text.ts';
import { useWriting } from '#renderer/ui/use-writing.ts';
import { Eye } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useListenSession } from '../session/listen-session.ts';
import { EvaluationCard } from './evaluation-card.tsx';
import { SurveyCard } from './survey-card.tsx';

/** What is known of the interaction: evaluations, what the customer said (on request), and its facts. */
export function DetailsPanel() {
  const { t } = useTranslation('listen');
  const { whole } = useListenSession();
  return (
    <div className="details">
      <Section title={t('details.evaluations')}>
        {whole.evaluations.length === 0 ? <p className="text-2">{t(whole.hidden.evaluations ? 'details.evaluationsHidden' : 'details.noEvaluations')}</p> : whole.evaluations.map((evaluation) => <EvaluationCard key={evaluation.id} evaluation={evaluation} />)}
      </Section>
      <Section title={t('details.surveys')}><Surveys /></Section>
      <Section title={t('details.about')}><Facts /></Section>
    </div>
  );
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="details-section">
      <h3>{title}</h3>
      {children}
    </section>
  );
}

function Surveys() {
  const { t } = useTranslation('listen');
  const { whole } = useListenSession();
  if (whole.hidden.customer) {
    return (
      <div className="stack">
        <p className="text-2">{t('details.surveyHidden')}</p>
        <div><Button size="small" icon={Eye} onPress={() => runCommand('listen.showCustomer')}>{t('header.show')}</Button></div>
      </div>
    );
  }
  if (whole.surveys.length === 0) return <p className="text-2">{t('details.noSurveys')}</p>;
  return whole.surveys.map((survey) => <SurveyCard key={survey.id} survey={survey} />);
}

function Facts() {
  const { t } = useTranslation('listen');
  const { locale } = useWriting();
  const { whole: { interaction, media } } = useListenSession();
  const time = (ms: number | null): string | null => (ms === null ? null : durationText(ms));
  const facts: readonly (readonly [string, string | null])[] = [
    [t('details.channel'), t(`header.channel.${interaction.channel}`)],
    [t('details.direction'), interaction.direction === null ? null : t(`details.${interaction.direction}`)],
    [t('details.queue'), interaction.queue], [t('details.team'), interaction.team], [t('details.reason'), interaction.reason],
    [t('details.product'), interaction.product], [t('details.language'), interaction.language],
    [t('details.talk'), time(interaction.talkMs)], [t('details.hold'), time(interaction.holdMs)], [t('details.acw'), time(interaction.acwMs)],
    [t('details.transfers'), interaction.transfers === null ? null : String(interaction.transfers)],
    [t('details.format'), interaction.format],
    ...Object.entries(interaction.fields),
    ...media.map(({ name, format, size }) => [t('details.recordings'), t('details.recording', { name, format, size: sizeText(size, locale) })] as const),
  ];
  return (
    <dl className="facts">
      {facts.map(([name, value], i) => (value === null || value === '' ? null : <div key={`${name} ${i}`}><dt>{name}</dt><dd dir="auto">{value}</dd></div>))}
      {interaction.startedAt === null ? null : <div><dt>{t('details.date')}</dt><dd>{dateTimeText(interaction.startedAt, locale)}</dd></div>}
    </dl>
  );
}
