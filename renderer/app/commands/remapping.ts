import type { KeyChange, Pedal } from '#renderer/stores/keyboard-settings.ts';
import type { Command, Host } from './command.ts';
import { whyForbidden } from './forbidden-keys.ts';
import { baseOfPunctuation, partsOf } from './key-match.ts';

const pedalOf: Readonly<Record<string, 'back' | 'play' | 'forward'>> = { 'player.back5': 'back', 'player.play': 'play', 'player.forward5': 'forward' };

/** The commands with the keys that this person gave them, and the pedal's beside them. */
export function inForce(commands: readonly Command[], { changes, pedal }: { changes: Readonly<Record<string, KeyChange>>; pedal: Pedal }): readonly Command[] {
  return commands.map((command) => withPedal(withChange(command, changes[command.id]), pedal));
}

function withChange(command: Command, change: KeyChange | undefined): Command {
  if (change === undefined) return command;
  const { chords, single } = change;
  return {
    ...command,
    keys: chords === undefined ? command.keys : { desktop: chords, web: chords },
    ...(single === undefined || command.single === undefined ? {} : { single: { ...command.single, keys: single } }),
  };
}

function withPedal(command: Command, pedal: Pedal): Command {
  const part = pedalOf[command.id];
  if (!pedal.isOn || part === undefined) return command;
  const { desktop, web } = command.keys;
  return { ...command, keys: { desktop: [...desktop, pedal[part]], web: [...web, pedal[part]] } };
}

/** Is this a key alone, to be heard only inside a part of the screen? Function keys act like chords. */
export function isSingle(binding: string): boolean {
  const { modifiers, key } = partsOf(binding);
  return !modifiers.some((name) => name !== 'Shift') && !/^F\d+$/u.test(key);
}

/** Keys by which grids, sliders and lists are walked. */
const walking = /^(?:Arrow|Page|Home$|End$|Enter$|Backspace$)/u;

/** Why a command cannot have a key. */
export type KeyRefusal =
  | { readonly kind: 'forbidden' | 'browser' | 'walking' | 'needsChord' }
  | { readonly kind: 'clash'; readonly other: Command };

/** Why `command` cannot have `binding` beside the keys of all others, or null when it can. */
export function whyRefused(binding: string, command: Command, { commands, host }: { commands: readonly Command[]; host: Host }): KeyRefusal | null {
  if (whyForbidden(binding, 'desktop') !== null) return { kind: 'forbidden' };
  if (host === 'web' && whyForbidden(binding, 'web') !== null) return { kind: 'browser' };
  if (isSingle(binding) && walking.test(partsOf(binding).key)) return { kind: 'walking' };
  if (isSingle(binding) && command.single === undefined) return { kind: 'needsChord' };
  const other = commands.find((each) => each.id !== command.id && canMeet(each, command) && hasKey(each, { binding, command, host }));
  return other === undefined ? null : { kind: 'clash', other };
}

/** Can both be heard on one screen? */
function canMeet(a: Command, b: Command): boolean {
  return a.scope === b.scope || a.scope === 'everywhere' || b.scope === 'everywhere';
}

function hasKey(other: Command, { binding, command, host }: { binding: string; command: Command; host: Host }): boolean {
  if (other.keys[host].includes(binding)) return true;
  if (!isSingle(binding) || other.single?.keys.includes(binding) !== true) return false;
  return other.single.regions.some((region) => command.single?.regions.includes(region) === true);
}

const names: Readonly<Record<string, string>> = { ' ': 'Space', '+': 'Plus' };
const modifierKeys: readonly string[] = ['Control', 'Shift', 'Alt', 'Meta', 'AltGraph', 'CapsLock', 'Fn', 'OS', 'Dead', 'Unidentified', 'Process'];

/** A key press as the registry writes it: `Mod+Shift+J`. Null while only Shift, Ctrl and the like are held. */
export function bindingOf(event: Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>, onMac: boolean): string | null {
  if (modifierKeys.includes(event.key)) return null;
  const hasChord = event.ctrlKey || event.metaKey || event.altKey;
  const key = keyName(event, hasChord);
  const isSymbol = key.length === 1 && !/[A-Z0-9]/u.test(key);
  const modifiers = [
    ...(onMac && event.ctrlKey ? ['Ctrl'] : []), ...((onMac ? event.metaKey : event.ctrlKey) ? ['Mod'] : []), ...(event.altKey ? ['Alt'] : []),
    // Which symbols need Shift differs between keyboards.
    ...(event.shiftKey && (hasChord || !isSymbol) && key !== 'Plus' ? ['Shift'] : []),
  ];
  return [...modifiers, key].join('+');
}

function keyName({ key, code }: Pick<KeyboardEvent, 'key' | 'code'>, hasChord: boolean): string {
  // Alt and Shift change the character; the place on the keyboard stays.
  const place = /^(?:Key([A-Z])|Digit([0-9]))$/u.exec(code);
  if (hasChord && place) return place[1] ?? place[2] ?? key;
  if (hasChord) return baseOfPunctuation(code) ?? names[key] ?? (key.length === 1 ? key.toUpperCase() : key);
  return names[key] ?? (key.length === 1 ? key.toUpperCase() : key);
}
