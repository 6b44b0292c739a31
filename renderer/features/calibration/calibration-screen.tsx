import { useQuery } from '@tanstack/react-query';
import { Ear, FileInput, Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { runCommand, useCommandHandlers } from '#renderer/app/commands/handlers.ts';
import { orpc } from '#renderer/app/connection.ts';
import { failureOf } from '#renderer/engine/failure.ts';
import { useNavigation, useScreenParams } from '#renderer/stores/navigation.ts';
import { Button } from '#renderer/ui/button.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { ErrorState } from '#renderer/ui/error-state.tsx';
import { dateText } from '#renderer/ui/figure-text.ts';
import { Screen } from '#renderer/ui/screen.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { Delayed, Skeleton } from '#renderer/ui/skeleton.tsx';
import { useWriting } from '#renderer/ui/use-writing.ts';
import type { PacketReport } from '#shared/model/calibration.ts';
import './calibration.css';
import { CodingSection } from './coding-section.tsx';
import { GuideSection } from './guide-section.tsx';
import { NewRoundDialog } from './new-round-dialog.tsx';
import { PacketNotice } from './packet-notice.tsx';
import { RoundView } from './round-view.tsx';
import { takeInFile } from './packet-files.ts';

/** Do we score the same call the same way? */
export function CalibrationScreen() {
  const { t } = useTranslation('calibration');
  const { locale } = useWriting();
  const { data: rounds, error, refetch } = useQuery(orpc.calibration.rounds.queryOptions());
  const { roundId } = useScreenParams('calibration');
  const [isStarting, setStarting] = useState(false);
  const [report, setReport] = useState<{ report: PacketReport; fileId: string } | null>(null);
  const round = rounds?.find(({ id }) => id === roundId) ?? rounds?.[0];
  const show = (id: string): void => useNavigation.getState().replace('calibration', { roundId: id });
  const addFile = async (): Promise<void> => {
    const taken = await takeInFile(t);
    if (taken === null) return;
    setReport(taken);
    show(taken.report.roundId);
  };
  useCommandHandlers({ 'calibration.start': () => setStarting(true), 'calibration.addFile': () => void addFile() });
  const start = <Button variant="primary" icon={Plus} onPress={() => setStarting(true)}>{t('command.start')}</Button>;
  return (
    <Screen title={t('title')} actions={<><Button icon={FileInput} onPress={() => runCommand('calibration.addFile')}>{t('command.addFile')}</Button>{start}</>}>
      {error ? <ErrorState failure={failureOf(error)} onRetry={() => void refetch()} /> : null}
      {rounds === undefined && !error ? <Delayed><Skeleton label={t('loading')} lines={8} /></Delayed> : null}
      <div className="calibration">
        {report === null ? null : <PacketNotice {...report} onChange={setReport} />}
        {rounds?.length === 0 ? <EmptyState icon={Ear} title={t('empty.title')}><p>{t('empty.text')}</p></EmptyState> : null}
        {rounds && round ? (
          <>
            <Select label={t('round')} options={rounds.map(({ id, name, openedAt, createdAt }) => ({ value: id, label: name, hint: t(openedAt === null ? 'hint.blind' : 'hint.open', { date: dateText(createdAt, locale) }) }))} value={round.id} onChange={show} />
            <RoundView key={round.id} round={round} />
            <GuideSection />
          </>
        ) : null}
        {rounds === undefined ? null : <CodingSection />}
      </div>
      {isStarting ? <NewRoundDialog onClose={() => setStarting(false)} onStarted={show} /> : null}
    </Screen>
  );
}
