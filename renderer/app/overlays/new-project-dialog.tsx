import { useState } from 'react';
import { Form } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { createProject } from '#renderer/app/project-acts.ts';
import { useNavigation } from '#renderer/stores/navigation.ts';
import { useOverlays } from '#renderer/stores/overlays.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Checkbox } from '#renderer/ui/checkbox.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';

const formId = 'new-project';

/** Asks for a name, and whether to begin with Earshot's codebook. */
export function NewProjectDialog() {
  const { t } = useTranslation('frame');
  const close = useOverlays((state) => state.close);
  const [name, setName] = useState('');
  const [hasCodebook, setHasCodebook] = useState(true);
  const create = (): void => {
    if (name.trim() === '') return;
    close();
    void createProject(name.trim(), hasCodebook ? 'codebook' : 'nothing', t('opening.newProject')).then((isOpen) => {
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
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          create();
        }}
      >
        <TextField label={t('newProject.name')} help={t('newProject.help')} value={name} onChange={setName} maxLength={100} takesFocus />
        <Checkbox isSelected={hasCodebook} onChange={setHasCodebook}>{t('newProject.codebook')}</Checkbox>
        <p className="text-2">{t('newProject.codebookHelp')}</p>
      </Form>
    </Dialog>
  );
}
