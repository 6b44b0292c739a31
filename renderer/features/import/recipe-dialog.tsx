import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Form } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { orpc } from '#renderer/app/connection.ts';
import { failureOf } from '#renderer/engine/failure.ts';
import { useToasts } from '#renderer/stores/toasts.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { ErrorState } from '#renderer/ui/error-state.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { versionsIn } from '#renderer/engine/use-seen.ts';
import { seenOf } from '#shared/commands/edit.ts';
import { recipeParts } from '#shared/commands/imports.ts';
import type { SavedMapping } from '#shared/model/saved-mapping.ts';

const formId = 'save-recipe';

/** Keeps how a table, or JSON of some shape, is read under a name; a file of the same form is offered it again. */
export function RecipeDialog({ mapping, onClose }: { mapping: SavedMapping; onClose: () => void }) {
  const { t } = useTranslation('import');
  const [name, setName] = useState('');
  const known = useQuery(orpc.imports.recipes.queryOptions());
  const save = useMutation(orpc.imports.saveRecipe.mutationOptions({
    onSuccess: () => {
      useToasts.getState().show({ text: t('recipe.saved', { name }), tone: 'ok' });
      onClose();
    },
  }));
  return (
    <Dialog
      title={t('recipe.title')}
      closeLabel={t('recipe.cancel')}
      isOpen
      onClose={onClose}
      actions={(
        <>
          <Button onPress={onClose}>{t('recipe.cancel')}</Button>
          <Button variant="primary" type="submit" form={formId} isDisabled={name.trim() === '' || save.isPending}>{t('recipe.saveNow')}</Button>
        </>
      )}
    >
      {save.error ? <ErrorState layout="bar" failure={failureOf(save.error)} /> : null}
      <Form
        id={formId}
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim() !== '') save.mutate({ name: name.trim(), mapping, seen: { ...seenOf(recipeParts, known.data?.find((recipe) => recipe.name === name.trim()) ?? null), ...versionsIn(save.error) } });
        }}
      >
        <TextField label={t('recipe.name')} help={t('recipe.help')} value={name} onChange={setName} maxLength={100} takesFocus />
      </Form>
    </Dialog>
  );
}
