import { Check, Minus } from 'lucide-react';
import type { ReactNode } from 'react';
import { Checkbox as AriaCheckbox } from 'react-aria-components';
import './toggle.css';

type CheckboxProps = {
  isSelected: boolean;
  isIndeterminate?: boolean;
  onChange: (isSelected: boolean) => void;
  isDisabled?: boolean;
  /** Words beside the box. */
  children?: ReactNode;
  /** The name where the place says it already. */
  label?: string;
};

/** A box that is on, off, or in between for a group. */
export function Checkbox({ isSelected, isIndeterminate = false, onChange, isDisabled = false, children, label }: CheckboxProps) {
  return (
    <AriaCheckbox
      className="checkbox"
      isSelected={isSelected}
      isIndeterminate={isIndeterminate}
      isDisabled={isDisabled}
      onChange={onChange}
      {...(label === undefined ? {} : { 'aria-label': label })}
    >
      <span className="checkbox-box" aria-hidden>
        {isIndeterminate ? <Minus size={12} strokeWidth={3} /> : isSelected ? <Check size={12} strokeWidth={3} /> : null}
      </span>
      {children === undefined ? null : <span className="checkbox-label">{children}</span>}
    </AriaCheckbox>
  );
}
