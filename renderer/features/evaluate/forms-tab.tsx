import { client, orpc } from '#renderer/app/connection.ts';
import { failureOf } from '#renderer/engine/failure.ts';
import { failureText } from '#renderer/ui/failure-text.ts';
import { useToasts } from '#renderer/stores/toasts.ts';
import { Button } from '#renderer/ui/button.tsx';
import { ErrorState } from '#renderer/ui/error-state.tsx';
import { dateText } from '#renderer/ui/figure-text.ts';
import { Delayed, Skeleton } from '#renderer/ui/skeleton.tsx';
import { useWriting } from '#renderer/ui/use-writing.ts';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { seenOf } from '#shared/commands/edit.ts';
import { formParts } from '#shared/commands/evaluations.ts';
import { defaultForm } from '#shared/form/default-form.ts';
import type { FormDefinition, FormVersion } from '#shared/model/form.ts';
import { FormBuilder } from './form-builder.tsx';
import { Agreement } from './agreement.tsx';

/** The forms there are, each with its versions, and the builder of the one that is being changed. */
export function FormsTab() {
  const { t } = useTranslation('evaluate');
  const { data, error, refetch } = useQuery(orpc.evaluations.forms.queryOptions());
  const [openId, setOpenId] = useState<string | null>(null);
  const draft = data?.find((form) => form.formId === openId && form.state === 'draft');
  const edit = (formId: string | null, definition: FormDefinition): void => {
    client.evaluations.saveForm({ formId, definition, seen: seenOf(formParts, null) }).then((saved) => setOpenId(saved.formId)).catch((failure: unknown) => {
      useToasts.getState().show({ tone: 'danger', text: failureText(t, failureOf(failure)) });
    });
  };
  if (error) return <ErrorState failure={failureOf(error)} onRetry={() => void refetch()} />;
  if (!data) return <Delayed><Skeleton lines={4} label={t('loading')} /></Delayed>;
  if (draft) return <FormBuilder stored={draft} published={data.find((form) => form.formId === draft.formId && form.state === 'published')} onClose={() => setOpenId(null)} />;
  const ids = [...new Set(data.map(({ formId }) => formId))];
  return (
    <div className="forms">
      <h2>{t('tabs.forms')}</h2>
      <ul className="queue-list">
        {ids.map((formId) => <li key={formId}><FormCard versions={data.filter((form) => form.formId === formId)} onEdit={(definition) => edit(formId, definition)} onOpen={() => setOpenId(formId)} /></li>)}
      </ul>
      <div><Button onPress={() => edit(null, { ...defaultForm, name: t('forms.newName') })}>{t('forms.new')}</Button></div>
      <Agreement />
    </div>
  );
}

function FormCard({ versions, onEdit, onOpen }: { versions: readonly FormVersion[]; onEdit: (definition: FormDefinition) => void; onOpen: () => void }) {
  const { t } = useTranslation('evaluate');
  const { locale } = useWriting();
  const [newest] = versions;
  const draft = versions.find(({ state }) => state === 'draft');
  if (!newest) return null;
  const { name, sections } = newest.definition;
  const retire = (): void => void client.evaluations.retireForm({ formId: newest.formId, isRetired: !newest.isRetired });
  return (
    <article className="queue-card" aria-label={name}>
      <h3><bdi>{name}</bdi>{newest.isRetired ? ` · ${t('forms.retired')}` : ''}</h3>
      <p className="text-2">{t('forms.size', { count: sections.flatMap(({ questions }) => questions).length, sections: sections.length })}</p>
      <ul className="form-versions">
        {versions.map((form) => (
          <li key={form.id} className="tabular">
            {t('forms.version', { version: form.version, state: t(`forms.${form.state}`) })}{form.savedAt === '' ? '' : ` · ${dateText(form.savedAt, locale)}`} · {t('forms.uses', { count: form.uses })}
          </li>
        ))}
      </ul>
      <div className="row row-wrap">
        <Button variant="primary" aria-label={t(draft ? 'forms.goOnOf' : 'forms.editOf', { name })} onPress={() => (draft ? onOpen() : onEdit(newest.definition))}>{t(draft ? 'forms.goOn' : 'forms.edit')}</Button>
        <Button variant="quiet" aria-label={t(newest.isRetired ? 'forms.useOf' : 'forms.retireOf', { name })} onPress={retire}>{t(newest.isRetired ? 'forms.use' : 'forms.retire')}</Button>
      </div>
    </article>
  );
}
