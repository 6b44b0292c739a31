import { useEffect, useRef, type Ref } from 'react';
import { FieldError, Input, Label, Text, TextArea, TextField as AriaTextField } from 'react-aria-components';
import './field.css';

type TextFieldProps = {
  label: string;
  isLabelHidden?: boolean;
  value: string;
  onChange: (value: string) => void;
  help?: string;
  /** A sentence while the value cannot be used. */
  problem?: string | null;
  rows?: number;
  maxLength?: number;
  /** Places focus here on arrival, in a dialog that asks only this. */
  takesFocus?: boolean;
  type?: 'text' | 'date' | 'password';
  ref?: Ref<HTMLInputElement>;
};

/** One line of text, or several with `rows`. */
export function TextField({ label, isLabelHidden = false, value, onChange, help, problem = null, rows, maxLength, takesFocus = false, type = 'text', ref }: TextFieldProps) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (takesFocus) box.current?.querySelector('input')?.focus();
  }, [takesFocus]);
  return (
    <AriaTextField
      ref={box}
      className="field"
      type={type}
      value={value}
      onChange={onChange}
      isInvalid={problem !== null}
      // The form decides what it sends; the browser's own check would hold back a second try after a refused one.
      validationBehavior="aria"
      {...(maxLength === undefined ? {} : { maxLength })}
      {...(isLabelHidden ? { 'aria-label': label } : {})}
    >
      {isLabelHidden ? null : <Label className="field-label">{label}</Label>}
      {rows === undefined ? <Input className="text-input" {...(ref === undefined ? {} : { ref })} /> : <TextArea className="text-input" rows={rows} />}
      {help === undefined ? null : <Text slot="description" className="field-help">{help}</Text>}
      <FieldError className="field-problem">{problem}</FieldError>
    </AriaTextField>
  );
}
