import { useKeyboardSettings } from '#renderer/stores/keyboard-settings.ts';
import { currentHost } from './current-host.ts';
import { commandInForce } from './in-force.ts';
import { ariaKey, bindingsOf, keyLabel } from './key-labels.ts';

/** What a button shows and says of its key; spread it: `<Button {...useKeysOf('edit.undo')}>`. */
export type ShownKeys = { keys?: string; 'aria-keyshortcuts'?: string };

/** The keys of a command as they work here and now, for a tooltip and for `aria-keyshortcuts`; empty when it has none. */
export function keysOf(commandId: string): ShownKeys {
  const bindings = bindingsOf(commandInForce(commandId), currentHost(), useKeyboardSettings.getState().areSingleKeysOn);
  const first = bindings[0];
  if (first === undefined) return {};
  return { keys: keyLabel(first), 'aria-keyshortcuts': bindings.map((binding) => ariaKey(binding)).join(' ') };
}

/** `keysOf` that follows the settings of the keyboard. */
export function useKeysOf(commandId: string): ShownKeys {
  useKeyboardSettings();
  return keysOf(commandId);
}
