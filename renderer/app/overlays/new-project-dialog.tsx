import { useState } from 'react';
import { Form } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { createProject } from '#renderer/app/project-acts.ts';
import { useNavigation } from '#renderer/stores/navigation.ts';
import { useOverlays } from '#renderer/stores/overlays.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';

const formId = 'new-project';

/** Asks only for a name. */
export function NewProjectDialog() {
  const { t } = useTranslation('frame');
  const close = useOverlays((state) => state.close);
  const [name, setName] = useState('');
  const create = (): void => {
    if (name.trim() === '') return;
    close();
    void createProject(name.trim(), false, t('opening.newProject')).then((isOpen) => {
      if (isOpen) useNavigation.getState().go('home');
    });
  };
  return (
    <Dialog
      title={t('newProject.title')}
      closeLabel={t('newProject.cancel')}
      isOpen
      onClose={close}
      actions={(
        <>
          <Button onPress={close}>{t('newProject.cancel')}</Button>
          <Button variant="primary" type="submit" form={formId} isDisabled={name.trim() === ''}>{t('newProject.create')}</Button>
        </>
      )}
    >
      <Form
        id={formId}
        onSubmit={(event) => {
          event.preventDefault();
          create();
        }}
      >
        <TextField label={t('newProject.name')} help={t('newProject.help')} value={name} onChange={setName} maxLength={100} takesFocus />
      </Form>
    </Dialog>
  );
}
