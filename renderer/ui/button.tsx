import type { LucideIcon } from 'lucide-react';
import type { ReactNode, Ref } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components';
import './button.css';

export type ButtonProps = Omit<AriaButtonProps, 'className' | 'style' | 'children' | 'render'> & {
  /** `primary` once per screen; `link` opens what it names, in a row of a table. */
  variant?: 'primary' | 'secondary' | 'quiet' | 'danger' | 'link';
  size?: 'regular' | 'small';
  icon?: LucideIcon;
  /** The key that does the same, as people know it; shown on the button. */
  keys?: string | undefined;
  'aria-keyshortcuts'?: string | undefined;
  children: ReactNode;
  ref?: Ref<HTMLButtonElement>;
};

/** A button with words. `keys` and `aria-keyshortcuts` come from `keysOf(commandId)`. */
export function Button({ variant = 'secondary', size = 'regular', icon: Icon, keys, 'aria-keyshortcuts': shortcut, children, ...props }: ButtonProps) {
  return (
    <AriaButton
      {...props}
      className="button"
      data-variant={variant}
      data-size={size}
      render={(dom) => <button {...dom} aria-keyshortcuts={shortcut} />}
    >
      {Icon ? <Icon aria-hidden size={16} strokeWidth={2} /> : null}
      <span className="button-label">{children}</span>
      {keys === undefined ? null : <kbd aria-hidden>{keys}</kbd>}
    </AriaButton>
  );
}
