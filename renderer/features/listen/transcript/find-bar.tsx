import { useKeysOf } from '#renderer/app/commands/keys-of.ts';
import { IconButton } from '#renderer/ui/icon-button.tsx';
import { SearchField } from '#renderer/ui/search-field.tsx';
import { ChevronDown, ChevronUp, Search, X } from 'lucide-react';
import { useEffect, useRef, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useListening } from '../session/listening.ts';
import { useFinding } from './finding.ts';
import type { Find } from './use-find.ts';

/** The find field of the transcript: Enter for the next match, Shift+Enter for the one before, Escape to the row found. */
export function FindBar({ find }: { find: Find }) {
  const { t } = useTranslation('listen');
  const isOpen = useFinding((state) => state.isOpen);
  const keys = useKeysOf('edit.find');
  if (!isOpen) return <IconButton size="small" icon={Search} label={t('find.label')} onPress={() => useFinding.getState().open()} {...keys} />;
  return <OpenFindBar find={find} />;
}

function OpenFindBar({ find }: { find: Find }) {
  const { t } = useTranslation('listen');
  const { words, index, wishes } = useFinding();
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    input.current?.focus();
    input.current?.select();
  }, [wishes]);
  const close = (): void => {
    useFinding.getState().close();
    useListening.getState().focusCursor();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') close();
    else if (event.key === 'Enter') find.step(event.shiftKey ? -1 : 1);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const count = find.matches.length;
  return (
    <div className="find-bar" role="search" aria-label={t('find.label')}>
      <div onKeyDownCapture={onKeyDown}>
        <SearchField label={t('find.label')} placeholder={t('find.placeholder')} clearLabel={t('find.clear')} value={words} onChange={find.type} ref={input} />
      </div>
      <span className="find-count tabular" role="status">
        {words.trim() === '' ? '' : count === 0 ? t('find.none') : t('find.count', { index: index + 1, total: count })}
      </span>
      <IconButton size="small" icon={ChevronUp} label={t('find.previous')} isDisabled={count === 0} onPress={() => find.step(-1)} {...useKeysOf('edit.findPrevious')} />
      <IconButton size="small" icon={ChevronDown} label={t('find.next')} isDisabled={count === 0} onPress={() => find.step(1)} {...useKeysOf('edit.findNext')} />
      <IconButton size="small" icon={X} label={t('find.close')} onPress={close} />
    </div>
  );
}
