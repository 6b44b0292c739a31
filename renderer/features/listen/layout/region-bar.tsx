import { useKeyboardSettings } from '#renderer/stores/keyboard-settings.ts';
import type { ReactNode } from 'react';

/** The header of a region: its name and its keys. It is coloured while focus is inside, so that one sees which keys act. */
export function RegionBar({ title, hint, children }: { title: string; hint: string; children?: ReactNode }) {
  const areSingleKeysOn = useKeyboardSettings((state) => state.areSingleKeysOn);
  return (
    <header className="listen-region-bar">
      <h2>{title}</h2>
      {areSingleKeysOn ? <span className="listen-region-hint">{hint}</span> : null}
      <span className="grow" />
      {children}
    </header>
  );
}
