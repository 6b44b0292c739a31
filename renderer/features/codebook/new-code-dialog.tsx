import { useState } from 'react';
import { Form } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { client } from '#renderer/app/connection.ts';
import { failureOf } from '#renderer/engine/failure.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { ErrorState } from '#renderer/ui/error-state.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import type { Code, CodeKind } from '#shared/model/code.ts';
import { branchesOf, indented } from './code-branches.ts';

const formId = 'new-code';
const atTop = 'top';

/** The first of two fields that a code cannot do without; the rest is asked beside the tree. */
export function NewCodeDialog({ codes, beside, onClose, onMade }: { codes: readonly Code[]; beside: Code | null; onClose: () => void; onMade: (id: string) => void }) {
  const { t } = useTranslation('codebook');
  const [name, setName] = useState('');
  const [key, setKey] = useState('');
  const [kind, setKind] = useState<CodeKind>(beside?.kind ?? 'cause');
  const [parentId, setParentId] = useState<string>(beside?.parentId ?? atTop);
  const [failure, setFailure] = useState<unknown>(null);
  const isReady = name.trim() !== '' && key.trim() !== '';
  const make = (): void => {
    if (!isReady) return;
    client.codebook.add({
      key: key.trim(), name: name.trim(), kind, parentId: parentId === atTop ? null : parentId, dimension: kind === 'behaviour' ? beside?.dimension ?? null : null,
      owner: kind === 'cause' ? beside?.owner ?? null : null, controllableBy: null, preventable: null, definition: '', examples: [], colour: beside?.colour ?? 0, quickSlot: null,
    }).then((code) => onMade(code.id)).catch(setFailure);
  };
  return (
    <Dialog
      title={t('new.title')} closeLabel={t('cancel')} isOpen onClose={onClose}
      actions={<><Button onPress={onClose}>{t('cancel')}</Button><Button variant="primary" type="submit" form={formId} isDisabled={!isReady}>{t('new.make')}</Button></>}
    >
      <Form
        id={formId} className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          make();
        }}
      >
        {failure === null ? null : <ErrorState layout="bar" failure={failureOf(failure)} />}
        <TextField label={t('field.name')} value={name} onChange={setName} maxLength={120} takesFocus />
        <TextField label={t('field.key')} help={t('form.keyHelp')} value={key} onChange={setKey} maxLength={40} />
        <Select label={t('field.kind')} value={kind} onChange={setKind} options={(['cause', 'behaviour', 'event'] as const).map((value) => ({ value, label: t(`kind.${value}`) }))} />
        <Select
          label={t('field.parent')} value={parentId} onChange={setParentId}
          options={[{ value: atTop, label: t('form.atTop') }, ...indented(branchesOf(codes)).map(({ code, label }) => ({ value: code.id, label }))]}
        />
      </Form>
    </Dialog>
  );
}
