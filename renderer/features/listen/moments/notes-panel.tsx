import { dateTimeText, durationText } from '#renderer/ui/figure-text.ts';
import { Button } from '#renderer/ui/button.tsx';
import { IconButton } from '#renderer/ui/icon-button.tsx';
import { useWriting } from '#renderer/ui/use-writing.ts';
import { X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Note } from '#shared/model/moment.ts';
import { goToMoment } from '../session/go-to.ts';
import { useListenSession } from '../session/listen-session.ts';
import { markName } from '../tagging/focused-mark.ts';
import { removeNote } from '../tagging/note-acts.ts';
import { useHand } from '../tagging/use-hand.ts';
import { notesInOrder } from './moment-list.ts';

/** Notes by their moments. */
export function NotesPanel() {
  const { t } = useTranslation('listen');
  const { whole } = useListenSession();
  if (whole.notes.length === 0) return <p className="listen-none">{t('moments.noNotes')}</p>;
  return <ul className="note-list" aria-label={t('moments.notesList')}>{notesInOrder(whole.notes).map((note) => <NoteItem key={note.id} note={note} />)}</ul>;
}

function NoteItem({ note }: { note: Note }) {
  const { t } = useTranslation('listen');
  const { locale } = useWriting();
  const session = useListenSession();
  const hand = useHand();
  const time = note.atMs === null ? null : durationText(note.atMs);
  return (
    <li className="note" data-mark={markName({ kind: 'note', id: note.id })}>
      <div className="row">
        {time === null ? <span className="text-2">{t('moments.whole')}</span> : (
          <Button size="small" variant="quiet" aria-label={t('moments.go', { time })} onPress={() => goToMoment(session, { startMs: note.atMs, turnSeq: note.turnSeq })}>{time}</Button>
        )}
        <span className="grow caption">{t('moments.by', { name: note.createdBy, date: dateTimeText(note.createdAt, locale) })}</span>
        <IconButton size="small" icon={X} label={t('moments.removeNote')} onPress={() => removeNote(hand, note.id)} />
      </div>
      <p className="note-text" dir="auto">{note.text}</p>
    </li>
  );
}
