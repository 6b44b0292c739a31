import { FileDown, GraduationCap, Printer } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { runCommand, useCommandHandlers } from '#renderer/app/commands/handlers.ts';
import { useKeysOf } from '#renderer/app/commands/keys-of.ts';
import { failureOf } from '#renderer/engine/failure.ts';
import { useNavigation, useScreenParams } from '#renderer/stores/navigation.ts';
import { Button } from '#renderer/ui/button.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { ErrorState } from '#renderer/ui/error-state.tsx';
import { Screen } from '#renderer/ui/screen.tsx';
import { Delayed, Skeleton } from '#renderer/ui/skeleton.tsx';
import { Tabs } from '#renderer/ui/tabs.tsx';
import type { CoachedPerson } from '#shared/model/coaching.ts';
import './coaching.css';
import { useChosenDays } from './chosen-days.ts';
import { EmpathySection } from './empathy-section.tsx';
import { FactsPanel } from './facts-panel.tsx';
import { PersonBar } from './person-bar.tsx';
import { saveSheet } from './save-sheet.ts';
import { PersonSheet } from './person-sheet.tsx';
import { TrainingRoom } from './training-room.tsx';
import { usePeople, usePerson } from './use-coaching.ts';

/** Paper is white: the sheet is printed in the light theme, whatever the screen shows. */
function printSheet(): void {
  const { dataset } = document.documentElement;
  const theme = dataset['theme'];
  dataset['theme'] = 'light';
  window.addEventListener('afterprint', () => {
    if (theme === undefined) delete dataset['theme'];
    else dataset['theme'] = theme;
  }, { once: true });
  window.print();
}

/** What one thing should this person practise next, and did it help? */
export function CoachingScreen() {
  const { t } = useTranslation('coaching');
  const people = usePeople();
  const params = useScreenParams('coaching');
  const [isMaking, setMaking] = useState(false);
  const makeKeys = useKeysOf('coaching.makeSession');
  const person = people.data?.find(({ agentId }) => agentId === params.agentId) ?? people.data?.find(({ reviewed }) => reviewed > 0) ?? people.data?.[0];
  const canMake = person !== undefined;
  const days = useChosenDays();
  const [isWriting, setWriting] = useState(false);
  const write = async (): Promise<void> => {
    if (person === undefined) return;
    setWriting(true);
    await saveSheet(t, { agentId: person.agentId, from: days.from, to: days.to });
    setWriting(false);
  };
  useCommandHandlers({
    'coaching.makeSession': { isEnabled: () => canMake, run: () => setMaking(true) },
    'coaching.exportSheet': { isEnabled: () => canMake && !isWriting, run: () => void write() },
    'coaching.print': { isEnabled: () => canMake, run: printSheet },
  });
  return (
    <Screen
      title={t('title')}
      actions={person === undefined || params.tab === 'training' ? undefined : (
        <>
          <Button icon={FileDown} isDisabled={isWriting} onPress={() => runCommand('coaching.exportSheet')}>{t(isWriting ? 'sheet.writing' : 'command.exportSheet')}</Button>
          <Button icon={Printer} onPress={() => runCommand('coaching.print')}>{t('command.print')}</Button>
          <Button variant="primary" icon={GraduationCap} {...makeKeys} onPress={() => setMaking(true)}>{t('command.makeSession')}</Button>
        </>
      )}
    >
      {people.error ? <ErrorState failure={failureOf(people.error)} onRetry={() => void people.refetch()} /> : null}
      {people.isPending ? <Delayed><Skeleton label={t('loading')} lines={8} /></Delayed> : null}
      {people.data?.length === 0 ? (
        <EmptyState icon={GraduationCap} title={t('empty.title')} action={<Button variant="primary" onPress={() => runCommand('import.start')}>{t('empty.import')}</Button>}><p>{t('empty.text')}</p></EmptyState>
      ) : null}
      {people.data && person ? <Parts people={people.data} person={person} isMaking={isMaking} onMade={() => setMaking(false)} /> : null}
    </Screen>
  );
}

/** The sheet of a person, or the room where classes are made. */
function Parts(props: CoachedProps) {
  const { t } = useTranslation('coaching');
  const params = useScreenParams('coaching');
  const days = useChosenDays();
  return (
    <Tabs
      label={t('tab.label')}
      selected={params.tab ?? 'person'}
      onSelect={(tab) => useNavigation.getState().replace('coaching', { ...params, tab })}
      tabs={[{ id: 'person', label: t('tab.person'), content: <Coached {...props} /> }, { id: 'training', label: t('tab.training'), content: <TrainingRoom people={props.people} days={days} /> }]}
    />
  );
}

type CoachedProps = { people: readonly CoachedPerson[]; person: CoachedPerson; isMaking: boolean; onMade: () => void };

function Coached({ people, person, isMaking, onMade }: CoachedProps) {
  const { t } = useTranslation('coaching');
  const { from, to } = useChosenDays();
  const { data, error, isPlaceholderData, refetch } = usePerson({ agentId: person.agentId, from, to });
  return (
    <div className="coaching" aria-busy={isPlaceholderData} data-stale={isPlaceholderData ? '' : undefined}>
      <PersonBar people={people} person={person} days={{ from, to }} />
      {error ? <ErrorState failure={failureOf(error)} onRetry={() => void refetch()} /> : null}
      {data === undefined && !error ? <Delayed><Skeleton label={t('loading')} lines={8} /></Delayed> : null}
      {data === undefined ? null : <PersonSheet key={data.person.agentId} report={data} isMaking={isMaking} onMade={onMade} />}
      {data === undefined ? null : <EmpathySection agentId={person.agentId} days={{ from, to }} />}
      {data === undefined || data.missing > 0 ? null : <FactsPanel agentId={person.agentId} days={{ from, to }} />}
    </div>
  );
}
