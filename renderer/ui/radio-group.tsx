import { Label, Radio, RadioGroup as AriaRadioGroup } from 'react-aria-components';
import './field.css';
import './toggle.css';

type RadioGroupProps<T extends string> = {
  label: string;
  isLabelHidden?: boolean;
  options: readonly { value: T; label: string }[];
  value: T;
  onChange: (value: T) => void;
};

/** One of two to four, all in view: a row of joined buttons. */
export function RadioGroup<T extends string>({ label, isLabelHidden = false, options, value, onChange }: RadioGroupProps<T>) {
  return (
    <AriaRadioGroup
      className="field"
      orientation="horizontal"
      value={value}
      onChange={(next) => {
        const option = options.find((candidate) => candidate.value === next);
        if (option) onChange(option.value);
      }}
      {...(isLabelHidden ? { 'aria-label': label } : {})}
    >
      {isLabelHidden ? null : <Label className="field-label">{label}</Label>}
      <div className="segments">
        {options.map((option) => <Radio key={option.value} value={option.value} className="segment">{option.label}</Radio>)}
      </div>
    </AriaRadioGroup>
  );
}
