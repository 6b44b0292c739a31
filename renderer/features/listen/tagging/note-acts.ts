import { client } from '#renderer/app/connection.ts';
import { announce } from '#renderer/stores/announcements.ts';
import { currentPlace } from '../session/current-place.ts';
import { useListening } from '../session/listening.ts';
import type { Hand } from './hand.ts';
import { useMarking } from './marking.ts';

/** Opens the note field with the moment filled in. A note that is half written stays as it is. */
export function openNote({ session, t }: Hand): void {
  const interactionId = session.whole.interaction.id;
  const { note, openNote: open } = useMarking.getState();
  if (note?.interactionId === interactionId && note.text !== '') return open(note);
  const place = currentPlace(session);
  if (place) open({ interactionId, place, text: '' });
  else announce(t('said.noPlace'));
}

/** Saves the note that is being written; the field closes when it is on disk. */
export function saveNote({ t, patch, failed }: Hand): void {
  const { note, closeNote } = useMarking.getState();
  const text = note?.text.trim() ?? '';
  if (!note || text === '') return;
  client.tags.addNote({ interactionId: note.interactionId, atMs: note.place.startMs, turnSeq: note.place.turnSeq, text })
    .then((saved) => {
      patch((open) => (open.interaction.id === saved.interactionId ? { ...open, notes: [...open.notes.filter(({ id }) => id !== saved.id), saved] } : open));
      closeNote(true);
      announce(t('said.noteSaved'));
    })
    .catch(failed);
}

/** Takes a note away. */
export function removeNote({ t, patch, failed }: Hand, id: string): void {
  client.tags.removeNote({ id })
    .then(() => {
      patch((open) => ({ ...open, notes: open.notes.filter((note) => note.id !== id) }));
      useListening.getState().focusCursor();
      announce(t('said.noteRemoved'));
    })
    .catch(failed);
}
