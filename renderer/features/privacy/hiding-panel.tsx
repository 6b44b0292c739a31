import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { client } from '#renderer/app/connection.ts';
import { failureOf } from '#renderer/engine/failure.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Checkbox } from '#renderer/ui/checkbox.tsx';
import { ErrorState } from '#renderer/ui/error-state.tsx';
import { countText } from '#renderer/ui/figure-text.ts';
import { RadioGroup } from '#renderer/ui/radio-group.tsx';
import { useWriting } from '#renderer/ui/use-writing.ts';
import { entityTypes, type EntityType, type PrivacyPolicy } from '#shared/model/privacy.ts';
import { ConfirmDialog } from './confirm-dialog.tsx';
import { JobView } from './job-view.tsx';
import { ReviewList, type ScanRow } from './review-list.tsx';
import { useJob } from './use-job.ts';
import { usePolicyChange } from './use-policy-change.ts';

type Scan = { interactions: number; turns: number; suggested: Record<string, number>; hidden: number; rows: ScanRow[] };

/** What is hidden, and the way from a suggestion to a decision. */
export function HidingPanel({ policy, isViewer }: { policy: PrivacyPolicy; isViewer: boolean }) {
  const { t } = useTranslation('privacy');
  return (
    <div className="stack">
      <p className="text-2 privacy-words">{t('hiding.honest')}</p>
      {isViewer ? null : <PolicyCard policy={policy} />}
      {isViewer ? null : <ScanCard />}
    </div>
  );
}

function PolicyCard({ policy }: { policy: PrivacyPolicy }) {
  const { t } = useTranslation('privacy');
  const save = usePolicyChange(policy);
  const toggle = (type: EntityType, isOn: boolean): void => save.mutate(({ types }) => ({ types: entityTypes.filter((each) => (each === type ? isOn : types.includes(each))) }));
  return (
    <section className="card stack" aria-labelledby="privacy-policy">
      <h2 id="privacy-policy">{t('hiding.policy')}</h2>
      {save.error ? <ErrorState layout="bar" failure={failureOf(save.error)} /> : null}
      <fieldset className="privacy-types">
        <legend className="field-label">{t('hiding.types')}</legend>
        {entityTypes.map((type) => (
          <Checkbox key={type} isSelected={policy.types.includes(type)} onChange={(isOn) => toggle(type, isOn)}>{t(`types.${type}`)}</Checkbox>
        ))}
      </fieldset>
      <RadioGroup<PrivacyPolicy['show']>
        label={t('hiding.show')}
        value={policy.show}
        onChange={(show) => save.mutate(() => ({ show }))}
        options={[{ value: 'redacted', label: t('hiding.redacted') }, { value: 'original', label: t('hiding.original') }]}
      />
      <p className="text-2 privacy-words">{t('hiding.showHelp')}</p>
      <RadioGroup<PrivacyPolicy['sound']>
        label={t('hiding.sound')}
        value={policy.sound}
        onChange={(sound) => save.mutate(() => ({ sound }))}
        options={[{ value: 'silence', label: t('hiding.silence') }, { value: 'tone', label: t('hiding.tone') }]}
      />
    </section>
  );
}

function ScanCard() {
  const { t } = useTranslation('privacy');
  const { locale } = useWriting();
  const scan = useJob<Scan>();
  const apply = useJob<{ applied: number; interactions: number }>();
  const final = useJob<unknown>();
  const [isAsking, setAsking] = useState(false);
  const look = () => scan.start((signal) => client.privacy.scan({ limit: 200 }, { signal }));
  const found = scan.state.phase === 'done' ? scan.state.result : null;
  const open = Object.values(found?.suggested ?? {}).reduce((sum, count) => sum + count, 0);
  const applyAll = async () => {
    await apply.start((signal) => client.privacy.applyAll({ interactionIds: null }, { signal }));
    await look();
  };
  const makeFinal = async () => {
    setAsking(false);
    await final.start((signal) => client.privacy.makeFinal(undefined, { signal }));
    await look();
  };
  return (
    <section className="card stack" aria-labelledby="privacy-scan">
      <h2 id="privacy-scan">{t('hiding.review')}</h2>
      <div className="row">
        <Button variant="primary" onPress={() => void look()} isDisabled={scan.state.phase === 'running'}>{t('hiding.look')}</Button>
        {open > 0 ? <Button onPress={() => void applyAll()} isDisabled={apply.state.phase === 'running'}>{t('hiding.applyAll', { n: countText(open, locale), count: open })}</Button> : null}
        {(found?.hidden ?? 0) > 0 ? <Button variant="danger" onPress={() => setAsking(true)}>{t('hiding.makeFinal')}</Button> : null}
      </div>
      <JobView label={t('hiding.looking')} state={scan.state} onCancel={scan.cancel} />
      <JobView label={t('hiding.applying')} state={apply.state} onCancel={apply.cancel} />
      <JobView label={t('hiding.removing')} state={final.state} />
      {found === null ? null : (
        <>
          <p role="status">{t('hiding.found', { open: countText(open, locale), hidden: countText(found.hidden, locale), interactions: countText(found.interactions, locale), turns: countText(found.turns, locale), count: open })}</p>
          <ReviewList rows={found.rows} />
        </>
      )}
      {isAsking ? (
        <ConfirmDialog title={t('hiding.finalTitle')} act={t('hiding.makeFinal')} onConfirm={() => void makeFinal()} onClose={() => setAsking(false)}>
          <p>{t('hiding.finalText', { count: found?.hidden ?? 0, n: countText(found?.hidden ?? 0, locale) })}</p>
        </ConfirmDialog>
      ) : null}
    </section>
  );
}
