import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import './dialog.css';
import { IconButton } from './icon-button.tsx';

type DialogProps = {
  title: string;
  closeLabel: string;
  isOpen: boolean;
  onClose: () => void;
  size?: 'regular' | 'wide';
  /** `alertdialog` when the person has to decide before anything goes on. */
  role?: 'dialog' | 'alertdialog';
  /** Nothing inside takes focus, so the text itself can be scrolled by key. */
  isReading?: boolean;
  children: ReactNode;
  /** Buttons at the foot, the primary one last. */
  actions?: ReactNode;
};

/** A modal dialog: keeps focus, gives it back, closes with Escape. */
export function Dialog({ title, closeLabel, isOpen, onClose, size = 'regular', role = 'dialog', isReading = false, children, actions }: DialogProps) {
  return (
    <ModalOverlay
      className="dialog-scrim"
      isOpen={isOpen}
      isDismissable={role === 'dialog'}
      onOpenChange={(isNowOpen) => {
        if (!isNowOpen) onClose();
      }}
      data-overlay=""
    >
      <Modal className="dialog-frame" data-size={size}>
        <AriaDialog className="dialog" role={role}>
          <header className="dialog-header">
            <Heading slot="title" level={2}>{title}</Heading>
            <IconButton label={closeLabel} icon={X} onPress={onClose} />
          </header>
          <div className="dialog-body" {...(isReading ? { role: 'region', 'aria-label': title, tabIndex: 0 } : {})}>{children}</div>
          {actions === undefined ? null : <footer className="dialog-actions">{actions}</footer>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
