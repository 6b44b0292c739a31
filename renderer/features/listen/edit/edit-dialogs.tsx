import { useCursorTurn } from './use-edit-commands.ts';
import { useEditing } from './editing.ts';
import { SpeakerDialog } from './speaker-dialog.tsx';
import { TimesDialog } from './times-dialog.tsx';

/** The dialog about the turn in focus, if one is open. */
export function EditDialogs() {
  const dialog = useEditing((state) => state.dialog);
  const turn = useCursorTurn()();
  const close = (): void => useEditing.getState().open(null);
  if (dialog === null || turn === null) return null;
  return dialog === 'speaker' ? <SpeakerDialog turn={turn} onClose={close} /> : <TimesDialog turn={turn} onClose={close} />;
}
