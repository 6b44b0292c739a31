import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useListening } from '../session/listening.ts';
import { useEditing } from './editing.ts';

/** The words of one turn, to be put right: Enter keeps them, Escape leaves them as they were, leaving the field keeps them. */
export function TurnEditor({ text, onCorrect }: { text: string; onCorrect: (text: string) => void }) {
  const { t } = useTranslation('listen');
  const [words, setWords] = useState(text);
  const field = useRef<HTMLTextAreaElement>(null);
  const isOver = useRef(false);
  useEffect(() => {
    field.current?.focus();
    field.current?.setSelectionRange(text.length, text.length);
  }, [text]);
  const end = (keeps: boolean): void => {
    if (isOver.current) return;
    isOver.current = true;
    useEditing.getState().edit(null);
    if (keeps && words.trim() !== '' && words.trim() !== text) onCorrect(words.trim());
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    // Arrows, Home and the rest move in the words, not in the grid.
    event.stopPropagation();
    if (event.key !== 'Escape' && !(event.key === 'Enter' && !event.shiftKey && !event.nativeEvent.isComposing)) return;
    event.preventDefault();
    end(event.key === 'Enter');
    useListening.getState().focusCursor();
  };
  return (
    <textarea
      ref={field} className="text-input turn-editor" dir="auto" aria-label={t('transcript.edit')} rows={Math.max(2, Math.ceil(words.length / 70))} maxLength={100_000}
      value={words} onChange={(event) => setWords(event.target.value)} onKeyDown={onKeyDown} onBlur={() => end(true)}
    />
  );
}
