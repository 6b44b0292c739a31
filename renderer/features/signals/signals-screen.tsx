import { useQuery } from '@tanstack/react-query';
import { AudioWaveform, Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { runCommand, useCommandHandlers } from '#renderer/app/commands/handlers.ts';
import { orpc } from '#renderer/app/connection.ts';
import { failureOf } from '#renderer/engine/failure.ts';
import { Button } from '#renderer/ui/button.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { ErrorState } from '#renderer/ui/error-state.tsx';
import { countText, dateText } from '#renderer/ui/figure-text.ts';
import { RadioGroup } from '#renderer/ui/radio-group.tsx';
import { Screen } from '#renderer/ui/screen.tsx';
import { Delayed, Skeleton } from '#renderer/ui/skeleton.tsx';
import { useWriting } from '#renderer/ui/use-writing.ts';
import type { Signal, SignalReport } from '#shared/model/signal.ts';
import { RuleDialog } from './rule-dialog.tsx';
import { RuleList } from './rule-list.tsx';
import { SignalCard } from './signal-card.tsx';
import './signals.css';

const views = ['open', 'watched', 'dismissed'] as const;
type View = (typeof views)[number];
const isIn = (signal: Signal, view: View): boolean => (view === 'open' ? signal.state === 'open' : view === 'watched' ? signal.state === 'watched' || signal.state === 'cause' : signal.state === 'dismissed');

/** What is starting? */
export function SignalsScreen() {
  const { t } = useTranslation('signals');
  const { data, error, refetch } = useQuery(orpc.signals.list.queryOptions());
  const [isAdding, setAdding] = useState(false);
  useCommandHandlers({ 'signals.addRule': () => setAdding(true) });
  return (
    <Screen title={t('title')} summary={data === undefined ? undefined : <Tested report={data} />} actions={<Button icon={Plus} onPress={() => setAdding(true)}>{t('command.addRule')}</Button>}>
      {error ? <ErrorState failure={failureOf(error)} onRetry={() => void refetch()} /> : null}
      {data === undefined && !error ? <Delayed><Skeleton label={t('loading')} lines={8} /></Delayed> : null}
      {data === undefined ? null : <Listed report={data} />}
      {isAdding ? <RuleDialog onClose={() => setAdding(false)} /> : null}
    </Screen>
  );
}

function Tested({ report }: { report: SignalReport }) {
  const { t } = useTranslation('signals');
  const { locale } = useWriting();
  const { weeks, tested } = report;
  const n = (value: number): string => countText(value, locale);
  if (weeks.from === null || weeks.to === null) return null;
  return <span className="tabular">{t('tested', { from: dateText(weeks.from, locale), to: dateText(weeks.to, locale), codes: n(tested.codes), rules: n(tested.rules), words: n(tested.words) })}</span>;
}

function Listed({ report }: { report: SignalReport }) {
  const { t } = useTranslation('signals');
  const { locale } = useWriting();
  const [view, setView] = useState<View>('open');
  const count = (of: View): string => countText(report.signals.filter((signal) => isIn(signal, of)).length, locale);
  const shown = report.signals.filter((signal) => isIn(signal, view));
  return (
    <div className="signals">
      <RadioGroup label={t('view.label')} isLabelHidden options={views.map((value) => ({ value, label: t(`view.${value}`, { n: count(value) }) }))} value={view} onChange={setView} />
      {report.weeks.to !== null && report.codedLastWeek < 50 ? <p className="text-2">{t('tooFewCoded', { count: report.codedLastWeek, n: countText(report.codedLastWeek, locale) })}</p> : null}
      {shown.length > 0 ? <ul className="signal-list" aria-label={t('list')}>{shown.map((signal) => <li key={signal.subject}><SignalCard signal={signal} /></li>)}</ul> : <Nothing report={report} view={view} />}
      <RuleList />
      <details className="signal-help">
        <summary>{t('help.title')}</summary>
        <p className="text-2">{t('help.test')}</p>
        <p className="text-2">{t('help.drift')}</p>
        <p className="text-2">{t('help.falseAlarms')}</p>
        <p className="text-2">{t('help.season')}</p>
      </details>
    </div>
  );
}

function Nothing({ report, view }: { report: SignalReport; view: View }) {
  const { t } = useTranslation('signals');
  if (report.weeks.to === null) {
    return <EmptyState icon={AudioWaveform} title={t('empty.none.title')} action={<Button variant="primary" onPress={() => runCommand('import.start')}>{t('empty.import')}</Button>}><p>{t('empty.none.text')}</p></EmptyState>;
  }
  const which = view !== 'open' ? 'view' : report.tested.codes + report.tested.rules + report.tested.words === 0 ? 'thin' : 'quiet';
  return <EmptyState icon={AudioWaveform} title={t(`empty.${which}.title`)}><p>{t(`empty.${which}.text`)}</p></EmptyState>;
}
