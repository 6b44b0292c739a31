import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';

type ConfirmDialogProps = { title: string; act: string; onConfirm: () => void; onClose: () => void; isReady?: boolean; children: ReactNode };

/** Asks once, in words that say what cannot be undone. The safe way out comes first. */
export function ConfirmDialog({ title, act, onConfirm, onClose, isReady = true, children }: ConfirmDialogProps) {
  const { t } = useTranslation('privacy');
  return (
    <Dialog
      title={title}
      closeLabel={t('close')}
      role="alertdialog"
      isOpen
      onClose={onClose}
      actions={(
        <>
          <Button onPress={onClose}>{t('keep')}</Button>
          <Button variant="danger" isDisabled={!isReady} onPress={onConfirm}>{act}</Button>
        </>
      )}
    >
      <div className="stack">{children}</div>
    </Dialog>
  );
}
