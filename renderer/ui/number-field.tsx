import { FieldError, Group, Input, Label, NumberField as AriaNumberField, Text } from 'react-aria-components';
import './field.css';

type NumberFieldProps = { label: string; value: number; onChange: (value: number) => void; min: number; max: number; step?: number; help?: string };

/** A number with its limits; typed in the way of the locale, or changed with the arrow keys. */
export function NumberField({ label, value, onChange, min, max, step = 1, help }: NumberFieldProps) {
  return (
    <AriaNumberField className="field" value={value} minValue={min} maxValue={max} step={step} onChange={(next) => !Number.isNaN(next) && onChange(next)}>
      <Label className="field-label">{label}</Label>
      <Group><Input className="text-input tabular" /></Group>
      {help === undefined ? null : <Text slot="description" className="field-help">{help}</Text>}
      <FieldError className="field-problem" />
    </AriaNumberField>
  );
}
