import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { client, orpc } from '#renderer/app/connection.ts';
import { failureOf } from '#renderer/engine/failure.ts';
import { failureText } from '#renderer/ui/failure-text.ts';
import { announce } from '#renderer/stores/announcements.ts';
import { useToasts } from '#renderer/stores/toasts.ts';
import { Button } from '#renderer/ui/button.tsx';
import { ErrorState } from '#renderer/ui/error-state.tsx';
import { dateText } from '#renderer/ui/figure-text.ts';
import { Delayed, Skeleton } from '#renderer/ui/skeleton.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { useWriting } from '#renderer/ui/use-writing.ts';
import { seenOf } from '#shared/commands/edit.ts';
import { feeParts } from '#shared/commands/fees.ts';
import type { FeeBasis, FeeBeliefs, FeeScenarioSaved } from '#shared/model/fee.ts';

type FeeScenariosProps = { beliefs: FeeBeliefs | null; basis: FeeBasis | null; onOpen: (scenario: FeeScenarioSaved) => void };

/** Scenarios that were kept, and the way to keep this one. */
export function FeeScenarios({ beliefs, basis, onOpen }: FeeScenariosProps) {
  const { t } = useTranslation('causes');
  const writing = useWriting();
  const saved = useQuery(orpc.causes.fees.queryOptions());
  const [name, setName] = useState('');
  const act = async (work: () => Promise<unknown>, said: string): Promise<void> => {
    try {
      await work();
      announce(said);
    } catch (error) {
      useToasts.getState().show({ text: failureText(t, failureOf(error)), tone: 'danger' });
    }
  };
  return (
    <section className="stack" aria-labelledby="fee-scenarios">
      <h2 id="fee-scenarios">{t('fee.scenarios')}</h2>
      {beliefs === null ? null : (
        <div className="causes-bar">
          <TextField label={t('fee.scenarioName')} value={name} onChange={setName} maxLength={100} />
          <Button isDisabled={name.trim() === ''} onPress={() => void act(() => client.causes.saveFee({ name: name.trim(), beliefs, basis, seen: seenOf(feeParts, saved.data?.find((scenario) => scenario.name === name.trim()) ?? null) }), t('fee.saved', { name: name.trim() }))}>{t('fee.save')}</Button>
        </div>
      )}
      {saved.error ? <ErrorState layout="bar" failure={failureOf(saved.error)} onRetry={() => void saved.refetch()} /> : null}
      {saved.data === undefined ? (saved.error ? null : <Delayed><Skeleton label={t('fee.loadingScenarios')} /></Delayed>) : saved.data.length === 0 ? <p className="text-2">{t('fee.noScenarios')}</p> : (
        <ul className="fee-scenarios">
          {saved.data.map((scenario) => (
            <li key={scenario.id}>
              <span>{scenario.name}</span> <span className="caption">{t('fee.savedAt', { at: dateText(scenario.savedAt, writing.locale), by: scenario.savedBy })}</span>
              <Button size="small" aria-label={t('fee.openOf', { name: scenario.name })} onPress={() => onOpen(scenario)}>{t('fee.open')}</Button>
              <Button size="small" variant="quiet" aria-label={t('fee.removeOf', { name: scenario.name })} onPress={() => void act(() => client.causes.removeFee({ id: scenario.id, seen: seenOf(feeParts, scenario) }), t('fee.removed', { name: scenario.name }))}>{t('fee.remove')}</Button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
