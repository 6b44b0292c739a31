import { client } from '#renderer/app/connection.ts';
import { failureOf } from '#renderer/engine/failure.ts';
import { failureText } from '#renderer/ui/failure-text.ts';
import { announce } from '#renderer/stores/announcements.ts';
import { useToasts } from '#renderer/stores/toasts.ts';
import { Button } from '#renderer/ui/button.tsx';
import { NumberField } from '#renderer/ui/number-field.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { Switch } from '#renderer/ui/switch.tsx';
import { useTranslation } from 'react-i18next';
import { seenOf } from '#shared/commands/edit.ts';
import { formParts } from '#shared/commands/evaluations.ts';
import { formProblems } from '#shared/form/form-problems.ts';
import type { FormVersion } from '#shared/model/form.ts';
import { DryRunPanel } from './dry-run-panel.tsx';
import { addSection, weighBy } from './form-edits.ts';
import { SectionEditor } from './section-editor.tsx';
import { TextEdit } from './text-edit.tsx';
import { useFormDraft } from './use-form-draft.ts';

/** A draft of a form: what it asks, what counts how much, and what publishing it would change. Every change is saved and can be undone. */
export function FormBuilder({ stored, published, onClose }: { stored: FormVersion; published: FormVersion | undefined; onClose: () => void }) {
  const { t } = useTranslation('evaluate');
  const draft = useFormDraft(stored);
  const { form, change } = draft;
  const problems = formProblems(form);
  const failed = (error: unknown): void => {
    useToasts.getState().show({ tone: 'danger', text: failureText(t, failureOf(error)) });
  };
  const publish = (): void => {
    client.evaluations.publishForm({ id: stored.id, seen: seenOf(formParts, stored) }).then(() => {
      announce(t('builder.published', { version: stored.version }));
      onClose();
    }).catch(failed);
  };
  const discard = (): void => void client.evaluations.removeForm({ id: stored.id, seen: seenOf(formParts, stored) }).then(onClose).catch(failed);
  return (
    <div className="builder">
      <header className="row row-wrap">
        <h2 className="grow">{t('builder.title', { name: form.name, version: stored.version })}</h2>
        <Button variant="quiet" onPress={onClose}>{t('builder.close')}</Button>
        <Button onPress={discard}>{t('builder.discard')}</Button>
        <Button variant="primary" isDisabled={problems.length > 0} onPress={publish}>{t('builder.publish', { version: stored.version })}</Button>
      </header>
      {problems.length === 0 ? null : (
        <ul className="builder-problems" aria-label={t('builder.problems')}>{problems.map(({ code, at }) => <li key={`${code} ${at}`}>{t(`problem.${code}`, { at })}</li>)}</ul>
      )}
      <div className="builder-whole">
        <TextEdit label={t('builder.name')} value={form.name} maxLength={120} isNeeded onDone={(name) => change({ ...form, name })} />
        <Select label={t('builder.weighting')} options={(['question', 'section', 'points'] as const).map((value) => ({ value, label: t(`weighting.${value}`) }))} value={form.weighting} onChange={(weighting) => change(weighBy(form, weighting))} />
        <Switch isSelected={form.passMark !== null} onChange={(isOn) => change({ ...form, passMark: isOn ? 80 : null })}>{t('builder.hasPassMark')}</Switch>
        {form.passMark === null ? null : <NumberField label={t('builder.passMark')} min={0} max={100} step={0.5} value={form.passMark} onChange={(passMark) => change({ ...form, passMark })} />}
        <Switch isSelected={form.criticalAnswersToFail !== null} onChange={(isOn) => change({ ...form, criticalAnswersToFail: isOn ? 1 : null })}>{t('builder.criticalFails')}</Switch>
        {form.criticalAnswersToFail === null ? null : <NumberField label={t('builder.criticalCount')} min={1} max={100} value={form.criticalAnswersToFail} onChange={(count) => change({ ...form, criticalAnswersToFail: Math.round(count) })} />}
        <Switch isSelected={form.allowsBonus} onChange={(allowsBonus) => change({ ...form, allowsBonus })}>{t('builder.allowsBonus')}</Switch>
      </div>
      <p className="text-2">{t(`weighting.about.${form.weighting}`)}</p>
      {form.sections.map((section) => <SectionEditor key={section.id} draft={draft} section={section} />)}
      <div><Button onPress={() => change(addSection(form, t('builder.newSection')))}>{t('builder.addSection')}</Button></div>
      <DryRunPanel id={stored.id} hasBefore={published !== undefined} />
    </div>
  );
}
