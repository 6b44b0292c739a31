import type { LucideIcon } from 'lucide-react';
import type { Ref } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components';
import './button.css';
import { Tooltip } from './tooltip.tsx';

export type IconButtonProps = Omit<AriaButtonProps, 'className' | 'style' | 'children' | 'render' | 'aria-label'> & {
  /** The name; also the tooltip. */
  label: string;
  icon: LucideIcon;
  keys?: string | undefined;
  'aria-keyshortcuts'?: string | undefined;
  variant?: 'quiet' | 'secondary' | 'primary';
  /** 24 px inside rows, 32 px in toolbars. */
  size?: 'small' | 'regular';
  /** For buttons that stay on: says so to assistive technology. */
  isPressed?: boolean;
  ref?: Ref<HTMLButtonElement>;
};

/** A button with an icon only; its name and key show in a tooltip. */
export function IconButton({ label, icon: Icon, keys, 'aria-keyshortcuts': shortcut, variant = 'quiet', size = 'regular', isPressed, ...props }: IconButtonProps) {
  return (
    <Tooltip text={label} keys={keys}>
      <AriaButton
        {...props}
        aria-label={label}
        className="button icon-button"
        data-variant={variant}
        data-size={size}
        data-on={isPressed === true ? '' : undefined}
        render={(dom) => <button {...dom} aria-keyshortcuts={shortcut} aria-pressed={isPressed} />}
      >
        <Icon aria-hidden size={size === 'small' ? 14 : 16} strokeWidth={2} />
      </AriaButton>
    </Tooltip>
  );
}
