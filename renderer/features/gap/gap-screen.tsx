import { ListMusic, SlidersHorizontal } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommandHandlers } from '#renderer/app/commands/handlers.ts';
import { evidenceOf, openEvidence } from '#renderer/charts/open-evidence.ts';
import { failureOf } from '#renderer/engine/failure.ts';
import { announce } from '#renderer/stores/announcements.ts';
import { Button } from '#renderer/ui/button.tsx';
import { ErrorState } from '#renderer/ui/error-state.tsx';
import { Screen } from '#renderer/ui/screen.tsx';
import { Delayed, Skeleton } from '#renderer/ui/skeleton.tsx';
import { useWriting } from '#renderer/ui/use-writing.ts';
import type { SegmentField } from '#shared/model/interaction-filter.ts';
import { BeliefPanel } from './belief-panel.tsx';
import { BlindSpotSquare } from './blind-spot-square.tsx';
import { findingText, stateOf } from './finding-text.ts';
import { useGapQuestion, type GapQuestion } from './gap-question.ts';
import './gap.css';
import { GoodDialog } from './good-dialog.tsx';
import { Headline } from './headline.tsx';
import { LinkingStrip } from './linking-strip.tsx';
import { NothingToCompare } from './nothing-to-compare.tsx';
import { OverTimeChart } from './over-time-chart.tsx';
import { QuadrantSection } from './quadrant-chart.tsx';
import { QuestionBar } from './question-bar.tsx';
import { ResponseStrip } from './response-strip.tsx';
import { SegmentChart } from './segment-chart.tsx';
import { useGap, type GapAnswers } from './use-gap.ts';

/** Where do we believe that we are better than our customers say? */
export function GapScreen() {
  const { t } = useTranslation('gap');
  const { question, change } = useGapQuestion();
  const { answers, error, isStale, retry } = useGap(question);
  const [isDefining, setDefining] = useState(false);
  const [isAsking, setAsking] = useState(false);
  const { definition } = question;
  useCommandHandlers({
    'gap.sameCalls': { isEnabled: () => definition === 'matched' || definition === 'scorecard', run: () => change({ definition: definition === 'matched' ? 'scorecard' : 'matched' }) },
    'gap.definitions': () => setDefining(true),
    'gap.whoAnswered': () => setAsking(!isAsking),
  });
  const evidence = answers === null ? null : evidenceOf(answers.report.gap);
  const actions = (
    <>
      <Button icon={SlidersHorizontal} onPress={() => setDefining(true)}>{t('command.definitions')}</Button>
      <Button variant="primary" icon={ListMusic} isDisabled={evidence === null || answers?.report.gap.n === 0} onPress={() => evidence && openEvidence(evidence)}>{t('charts:showInteractions')}</Button>
    </>
  );
  return (
    <Screen title={t('title')} actions={actions}>
      {error ? <ErrorState failure={failureOf(error)} onRetry={retry} /> : null}
      {answers === null && !error ? <Delayed><Skeleton label={t('loading')} lines={10} /></Delayed> : null}
      {answers === null ? null : <Answered answers={answers} question={question} change={change} isStale={isStale} isAsking={isAsking} onAsk={() => setAsking(!isAsking)} onDefine={() => setDefining(true)} />}
      {isDefining ? <GoodDialog onClose={() => setDefining(false)} /> : null}
    </Screen>
  );
}

type AnsweredProps = { answers: GapAnswers; question: GapQuestion; change: (part: Partial<GapQuestion>) => void; isStale: boolean; isAsking: boolean; onAsk: () => void; onDefine: () => void };

function Answered({ answers, question, change, isStale, isAsking, onAsk, onDefine }: AnsweredProps) {
  const { report, belief, nonResponse, overTime } = answers;
  const writing = useWriting();
  // While another question is on its way the answer before stands here, with its own parts.
  const by = (report.by ?? question.by) as SegmentField;
  const finding = findingText(report, writing);
  useEffect(() => {
    if (!isStale) announce(finding);
  }, [finding, isStale]);
  const state = stateOf(report);
  const isEmpty = state !== null && state !== 'few';
  return (
    <div className="gap" aria-busy={isStale} data-stale={isStale ? '' : undefined}>
      <QuestionBar question={question} topBox={report.topBox} change={change} />
      <LinkingStrip />
      {isEmpty ? <NothingToCompare report={report} state={state} question={question} change={change} /> : <Headline report={report} by={by} onDefine={onDefine} />}
      {isEmpty ? null : <ResponseStrip nonResponse={nonResponse} asked={question} isOpen={isAsking} onToggle={onAsk} />}
      {isEmpty || report.definition === 'belief' ? null : <SegmentChart key={by} report={report} by={by} asked={question} />}
      {state === 'empty' ? null : (
        <div className="gap-columns">
          {report.table === null || isEmpty ? null : <BlindSpotSquare report={{ ...report, table: report.table }} asked={question} />}
          {isEmpty || overTime.months.length === 0 || report.table === null ? null : <OverTimeChart overTime={overTime} report={report} asked={question} />}
          {report.definition === 'belief' ? null : <QuadrantSection report={report} filter={question.filter} />}
        </div>
      )}
      <BeliefPanel belief={belief} asked={question} />
    </div>
  );
}
