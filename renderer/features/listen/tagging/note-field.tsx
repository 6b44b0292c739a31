import { useCommandHandlers } from '#renderer/app/commands/handlers.ts';
import { keysOf } from '#renderer/app/commands/keys-of.ts';
import { Button } from '#renderer/ui/button.tsx';
import { durationText } from '#renderer/ui/figure-text.ts';
import { TextField } from '#renderer/ui/text-field.tsx';
import { useRef, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useMarking } from './marking.ts';
import { saveNote } from './note-acts.ts';
import { useFieldFocus } from './use-field-focus.ts';
import { useHand } from './use-hand.ts';

/** A note with its moment filled in. Escape goes back and keeps the words for later. */
export function NoteField() {
  const { t } = useTranslation('listen');
  const hand = useHand();
  const note = useMarking((state) => state.note);
  const noteWishes = useMarking((state) => state.noteWishes);
  const { writeNote, closeNote } = useMarking.getState();
  const form = useRef<HTMLFormElement>(null);
  useFieldFocus(form, noteWishes);
  useCommandHandlers({ 'listen.finish': { run: () => saveNote(hand), label: () => t('command.saveNote') } });
  if (!note) return null;
  const startMs = note.place.startMs;
  const saveKeys = keysOf('listen.finish');
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    closeNote(false);
  };
  return (
    <form
      ref={form}
      className="note-field"
      onKeyDownCapture={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault();
        saveNote(hand);
      }}
    >
      <div className="grow">
        <TextField
          label={startMs === null ? t('tagging.noteHere') : t('tagging.note', { time: durationText(startMs) })}
          rows={2} maxLength={10_000} value={note.text} onChange={writeNote}
        />
      </div>
      <Button variant="primary" type="submit" isDisabled={note.text.trim() === ''} {...saveKeys}>{t('tagging.saveNote')}</Button>
      <Button variant="quiet" onPress={() => closeNote(false)}>{t('tagging.cancelNote')}</Button>
    </form>
  );
}
