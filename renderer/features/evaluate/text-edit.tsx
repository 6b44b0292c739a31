import { TextField } from '#renderer/ui/text-field.tsx';
import { useState } from 'react';

type TextEditProps = { label: string; value: string; onDone: (value: string) => void; rows?: number; maxLength: number; isNeeded?: boolean };

/** A text that is kept when it is left, as one change. */
export function TextEdit({ label, value, onDone, rows, maxLength, isNeeded = false }: TextEditProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const leave = (): void => {
    const text = typed?.trim() ?? value;
    if (text !== value && !(isNeeded && text === '')) onDone(text);
    setTyped(null);
  };
  return <div className="text-edit" onBlur={leave}><TextField label={label} value={typed ?? value} onChange={setTyped} maxLength={maxLength} {...(rows === undefined ? {} : { rows })} /></div>;
}
