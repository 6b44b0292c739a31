import { Search, X } from 'lucide-react';
import type { Ref } from 'react';
import { Button, Input, SearchField as AriaSearchField } from 'react-aria-components';
import './field.css';

type SearchFieldProps = {
  label: string;
  placeholder?: string;
  clearLabel: string;
  value: string;
  onChange: (value: string) => void;
  onSubmit?: (value: string) => void;
  /** The down arrow, which has nothing to do in a field of one line: on to what was found. */
  onDown?: () => void;
  keys?: string | undefined;
  'aria-keyshortcuts'?: string | undefined;
  ref?: Ref<HTMLInputElement>;
};

/** A field for words to look for; Escape empties it. */
export function SearchField({ label, placeholder, clearLabel, value, onChange, onSubmit, onDown, keys, 'aria-keyshortcuts': shortcut, ref }: SearchFieldProps) {
  const onKeyDown = (event: { key: string; preventDefault: () => void }): void => {
    if (event.key !== 'ArrowDown' || onDown === undefined) return;
    event.preventDefault();
    onDown();
  };
  return (
    <AriaSearchField className="search-field" aria-label={label} value={value} onChange={onChange} onKeyDown={onKeyDown} {...(onSubmit ? { onSubmit } : {})}>
      <Search aria-hidden size={16} />
      <Input
        className="search-input"
        {...(placeholder === undefined ? {} : { placeholder })}
        {...(ref === undefined ? {} : { ref })}
        render={(dom) => <input {...dom} aria-keyshortcuts={shortcut} />}
      />
      {value === '' ? (keys === undefined ? null : <kbd aria-hidden>{keys}</kbd>) : (
        <Button className="search-clear" aria-label={clearLabel}><X aria-hidden size={14} /></Button>
      )}
    </AriaSearchField>
  );
}
