import type { Command, Host } from './command.ts';
import { partsOf } from './key-match.ts';

const macSymbols: Readonly<Record<string, string>> = { Mod: '⌘', Shift: '⇧', Alt: '⌥', Ctrl: '⌃' };
const keyNames: Readonly<Record<string, string>> = {
  ArrowLeft: '←', ArrowRight: '→', ArrowUp: '↑', ArrowDown: '↓', Plus: '+', PageUp: 'PgUp', PageDown: 'PgDn', Delete: 'Del',
};

/** Is this a Mac keyboard? */
export function isMac(): boolean {
  return typeof navigator !== 'undefined' && /Mac|iPod|iPhone|iPad/.test(navigator.platform);
}

/** A key as people know it: `Ctrl+Shift+J`, on a Mac `⇧⌘J`. */
export function keyLabel(binding: string, onMac = isMac()): string {
  const { modifiers, key } = partsOf(binding);
  const name = keyNames[key] ?? key;
  if (onMac) return ['Ctrl', 'Alt', 'Shift', 'Mod'].filter((m) => modifiers.includes(m)).map((m) => macSymbols[m]).join('') + name;
  return [...modifiers.map((m) => (m === 'Mod' ? 'Ctrl' : m)), name].join('+');
}

/** A key as `aria-keyshortcuts` wants it: `Control+Shift+J`. */
export function ariaKey(binding: string, onMac = isMac()): string {
  const { modifiers, key } = partsOf(binding);
  const names = modifiers.map((m) => (m === 'Mod' ? (onMac ? 'Meta' : 'Control') : m === 'Ctrl' ? 'Control' : m));
  return [...names, key].join('+');
}

/**
 * Every key of a command that works in this host, the one to show first: on a screen of its own the single key, for a
 * command of the whole window the chord, which works wherever focus is.
 */
export function bindingsOf(command: Command, host: Host, areSingleKeysOn: boolean): string[] {
  const singles = areSingleKeysOn ? (command.single?.keys ?? []) : [];
  return command.scope === 'everywhere' ? [...command.keys[host], ...singles] : [...singles, ...command.keys[host]];
}
