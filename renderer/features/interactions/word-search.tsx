import { useEffect, useEffectEvent, useState, type Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { useKeysOf } from '#renderer/app/commands/keys-of.ts';
import { SearchField } from '#renderer/ui/search-field.tsx';

const typingPauseMs = 250;

type WordSearchProps = { asked: string; onAsk: (words: string) => void; onDown: () => void; ref: Ref<HTMLInputElement> };

/** Words to find; asked after a pause in typing, or at once with Enter. The down arrow goes on to the list. */
export function WordSearch({ asked, onAsk, onDown, ref }: WordSearchProps) {
  const { t } = useTranslation('interactions');
  const keys = useKeysOf('edit.find');
  // What is being typed belongs to what was asked when typing began; another question (a chip removed, back) replaces it.
  const [typing, setTyping] = useState({ since: asked, words: asked });
  const words = typing.since === asked ? typing.words : asked;
  const ask = useEffectEvent(() => {
    setTyping({ since: words.trim(), words });
    onAsk(words.trim());
  });
  useEffect(() => {
    if (words.trim() === asked) return undefined;
    const timer = setTimeout(ask, typingPauseMs);
    return () => clearTimeout(timer);
  }, [words, asked]);
  return (
    <div className="word-search">
      <SearchField
        ref={ref}
        label={t('search.label')}
        placeholder={t('search.placeholder')}
        clearLabel={t('search.clear')}
        value={words}
        onChange={(next) => setTyping({ since: asked, words: next })}
        onDown={onDown}
        onSubmit={(next) => {
          setTyping({ since: next.trim(), words: next });
          onAsk(next.trim());
        }}
        {...keys}
      />
    </div>
  );
}
