import type { ReactNode } from 'react';
import { Switch as AriaSwitch } from 'react-aria-components';
import './toggle.css';

/** On or off, with effect at once. */
export function Switch({ isSelected, onChange, isDisabled = false, children }: { isSelected: boolean; onChange: (isOn: boolean) => void; isDisabled?: boolean; children: ReactNode }) {
  return (
    <AriaSwitch className="switch" isSelected={isSelected} onChange={onChange} isDisabled={isDisabled}>
      <span className="switch-track" aria-hidden><span className="switch-thumb" /></span>
      <span className="switch-label">{children}</span>
    </AriaSwitch>
  );
}
