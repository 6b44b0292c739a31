import { Check, ChevronDown } from 'lucide-react';
import { Button, Label, ListBox, ListBoxItem, Popover, Select as AriaSelect, SelectValue } from 'react-aria-components';
import './field.css';
import './menu.css';

export type SelectOption<T extends string> = { value: T; label: string; hint?: string | undefined };

type SelectProps<T extends string> = {
  label: string;
  /** Shows the label only to assistive technology, where the place says it already. */
  isLabelHidden?: boolean;
  options: readonly SelectOption<T>[];
  value: T | null;
  onChange: (value: T) => void;
  placeholder?: string;
  isDisabled?: boolean;
};

/** One of a few: a button that opens a list; letters jump to an option. */
export function Select<T extends string>({ label, isLabelHidden = false, options, value, onChange, placeholder, isDisabled = false }: SelectProps<T>) {
  return (
    <AriaSelect
      className="field"
      value={value}
      onChange={(key) => {
        const option = options.find((candidate) => candidate.value === key);
        if (option) onChange(option.value);
      }}
      isDisabled={isDisabled}
      {...(placeholder === undefined ? {} : { placeholder })}
      {...(isLabelHidden ? { 'aria-label': label } : {})}
    >
      {isLabelHidden ? null : <Label className="field-label">{label}</Label>}
      <Button className="select-button">
        <SelectValue className="select-value">{({ selectedText, defaultChildren }) => (selectedText === '' ? defaultChildren : selectedText ?? defaultChildren)}</SelectValue>
        <ChevronDown aria-hidden size={14} />
      </Button>
      <Popover className="popover" offset={4} data-overlay="">
        <ListBox className="menu" items={options.map((option) => ({ ...option, id: option.value }))}>
          {(option) => (
            <ListBoxItem id={option.id} textValue={option.label} className="menu-item">
              {({ isSelected }) => (
                <>
                  <span className="menu-check">{isSelected ? <Check aria-hidden size={14} /> : null}</span>
                  <span className="menu-label">{option.label}</span>
                  {option.hint === undefined ? null : <span className="menu-hint">{option.hint}</span>}
                </>
              )}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}
