import { useState, type KeyboardEvent } from 'react';
import { Input, Label, Text, TextField } from 'react-aria-components';
import './field.css';

type NumberFieldProps = { label: string; value: number; onChange: (value: number) => void; min: number; max: number; step?: number; help?: string };

/**
 * A number with its limits; typed, or changed with the arrow keys. What is out of bounds or no number is not taken, and
 * goes when the field is left. (React Aria's own field empties a region by `innerHTML`, which the page's policy forbids.)
 */
export function NumberField({ label, value, onChange, min, max, step = 1, help }: NumberFieldProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const take = (text: string): void => {
    setTyped(text);
    const number = Number(text.replace(',', '.'));
    if (text.trim() !== '' && number >= min && number <= max) onChange(number);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const by = event.key === 'ArrowUp' ? step : event.key === 'ArrowDown' ? -step : 0;
    if (by === 0 || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    setTyped(null);
    onChange(Math.min(max, Math.max(min, value + by)));
  };
  return (
    <TextField className="field" value={typed ?? String(value)} onChange={take} onBlur={() => setTyped(null)}>
      <Label className="field-label">{label}</Label>
      <Input className="text-input tabular" inputMode="decimal" onKeyDown={onKeyDown} />
      {help === undefined ? null : <Text slot="description" className="field-help">{help}</Text>}
    </TextField>
  );
}
