import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { runCommand } from '#renderer/app/commands/handlers.ts';
import { orpc } from '#renderer/app/connection.ts';
import { failureOf } from '#renderer/engine/failure.ts';
import { Button } from '#renderer/ui/button.tsx';
import { ErrorState } from '#renderer/ui/error-state.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { Skeleton } from '#renderer/ui/skeleton.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import type { PrivacyPolicy } from '#shared/model/privacy.ts';
import { usePolicyChange } from './use-policy-change.ts';

const shortest = 8;

/** A passphrase for the project: set, changed, taken away; and in words what it does not reach. */
export function EncryptionPanel({ policy, isViewer }: { policy: PrivacyPolicy; isViewer: boolean }) {
  const { t } = useTranslation('privacy');
  const { data, error } = useQuery(orpc.privacy.encryption.queryOptions());
  if (error) return <ErrorState layout="bar" failure={failureOf(error)} />;
  if (data === undefined) return <Skeleton label={t('frame:loading')} />;
  return (
    <div className="stack">
      <p className="privacy-words">{data.isEncrypted ? t('lock.isOn') : t('lock.isOff')}</p>
      <div className="text-2 privacy-words">
        <p>{t('lock.stillReadable')}</p>
        <ul>
          <li>{t('lock.recordings', { count: data.linkedRecordings + data.copiedRecordings })}</li>
          <li>{t('lock.exports')}</li>
          <li>{t('lock.copies')}</li>
        </ul>
      </div>
      {data.isEncrypted ? <IdleCard policy={policy} isViewer={isViewer} /> : null}
      {isViewer ? null : <PassphraseForm isEncrypted={data.isEncrypted} />}
    </div>
  );
}

const lockChoices = ['5', '10', '15', '30', '60', 'never'] as const;

/** After how long without use the project locks, and a way to do it now. */
function IdleCard({ policy, isViewer }: { policy: PrivacyPolicy; isViewer: boolean }) {
  const { t } = useTranslation('privacy');
  const save = usePolicyChange(policy);
  const { lockMinutes } = policy;
  return (
    <section className="card stack" aria-labelledby="privacy-idle">
      <h2 id="privacy-idle">{t('lock.idle')}</h2>
      <p className="text-2 privacy-words">{t('lock.idleHelp')}</p>
      {save.error ? <ErrorState layout="bar" failure={failureOf(save.error)} /> : null}
      <Select<(typeof lockChoices)[number]>
        label={t('lock.after')}
        isDisabled={isViewer}
        value={lockMinutes === null ? 'never' : lockChoices.find((choice) => choice === String(lockMinutes)) ?? null}
        placeholder={t('lock.minutes', { count: lockMinutes ?? 0 })}
        onChange={(choice) => save.mutate(() => ({ lockMinutes: choice === 'never' ? null : Number(choice) }))}
        options={lockChoices.map((choice) => ({ value: choice, label: choice === 'never' ? t('lock.never') : t('lock.minutes', { count: Number(choice) }) }))}
      />
      <div className="row"><Button onPress={() => runCommand('project.lock')}>{t('lock.now')}</Button></div>
    </section>
  );
}

function PassphraseForm({ isEncrypted }: { isEncrypted: boolean }) {
  const { t } = useTranslation('privacy');
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const [again, setAgain] = useState('');
  const forget = () => {
    setCurrent('');
    setNext('');
    setAgain('');
  };
  const set = useMutation(orpc.privacy.setPassphrase.mutationOptions({ onSuccess: forget }));
  const remove = useMutation(orpc.privacy.removePassphrase.mutationOptions({ onSuccess: forget }));
  const problem = set.error ?? remove.error;
  const isBusy = set.isPending || remove.isPending;
  const isReady = next.length >= shortest && next === again && (!isEncrypted || current !== '');
  return (
    <form
      className="card stack"
      aria-label={t('lock.form')}
      onSubmit={(event) => {
        event.preventDefault();
        if (isReady) set.mutate({ current: isEncrypted ? current : null, next });
      }}
    >
      {problem ? <ErrorState layout="bar" failure={failureOf(problem)} /> : null}
      {isEncrypted ? <TextField label={t('lock.current')} type="password" value={current} onChange={setCurrent} /> : null}
      <TextField label={t('lock.next')} type="password" value={next} onChange={setNext} help={t('lock.nextHelp')} />
      <TextField label={t('lock.again')} type="password" value={again} onChange={setAgain} problem={again !== '' && again !== next ? t('lock.differ') : null} />
      <div className="row">
        <Button type="submit" variant="primary" isDisabled={!isReady || isBusy}>{isEncrypted ? t('lock.change') : t('lock.encrypt')}</Button>
        {isEncrypted ? <Button variant="danger" isDisabled={current === '' || isBusy} onPress={() => remove.mutate({ current })}>{t('lock.remove')}</Button> : null}
      </div>
      <p className="text-2">{t('lock.backups')}</p>
      {set.data === undefined ? null : (
        <div role="status" className="stack">
          <p>{t('lock.recoveryKey')}</p>
          <p className="privacy-hash"><strong>{set.data.recoveryKey}</strong></p>
        </div>
      )}
    </form>
  );
}
