import { matchKeyBindingPress, parseKeybinding } from 'tinykeys';

const punctuationCode: Readonly<Record<string, string>> = { ',': 'Comma', '.': 'Period', '/': 'Slash', '-': 'Minus', '=': 'Equal' };
/** The character that a punctuation key types without Shift, by its place; undefined for other keys. */
export function baseOfPunctuation(code: string): string | undefined {
  return Object.entries(punctuationCode).find(([, place]) => place === code)?.[0];
}

const tinykeysNames: Readonly<Record<string, string>> = { Mod: '$mod', Ctrl: 'Control' };
const isSymbol = (key: string): boolean => key.length === 1 && !/[a-z0-9]/i.test(key);

/** Splits `Mod+Shift+J` into its modifiers and its key; `+` itself is written `Plus`. */
export function partsOf(binding: string): { modifiers: string[]; key: string } {
  const parts = binding.split('+');
  return { modifiers: parts.slice(0, -1), key: parts.at(-1) ?? '' };
}

function matchesPress(event: KeyboardEvent, modifiers: readonly string[], key: string): boolean {
  const written = [...modifiers.map((name) => tinykeysNames[name] ?? name), key].join('+');
  const press = parseKeybinding(written)[0];
  return press !== undefined && matchKeyBindingPress(event, press);
}

/**
 * Is this the key by the character that it types? Symbols are accepted with and without Shift, because keyboards
 * differ in where they have `<`, `>` and `?`.
 */
export function matchesByCharacter(event: KeyboardEvent, binding: string): boolean {
  const { modifiers, key: name } = partsOf(binding);
  if (modifiers.includes('Alt')) return false;
  const key = name === 'Plus' ? '+' : name;
  if (matchesPress(event, modifiers, key)) return true;
  return isSymbol(key) && !modifiers.includes('Shift') && matchesPress(event, [...modifiers, 'Shift'], key);
}

/**
 * Is this the key by its place on the keyboard? Asked after no character matched: letters where the layout types no
 * Latin letter, digits where the digit row needs Shift, chords with Alt (Option changes the character on macOS), and
 * punctuation in chords.
 */
export function matchesByPlace(event: KeyboardEvent, binding: string): boolean {
  const { modifiers, key } = partsOf(binding);
  const hasAlt = modifiers.includes('Alt');
  if (/^[A-Z]$/i.test(key)) return (hasAlt || !/^[a-z]$/i.test(event.key)) && matchesPress(event, modifiers, `Key${key.toUpperCase()}`);
  if (/^[0-9]$/.test(key)) return (hasAlt || !/^[0-9]$/.test(event.key)) && matchesPress(event, modifiers, `Digit${key}`);
  const code = punctuationCode[key];
  if (code !== undefined) return modifiers.length > 0 && matchesPress(event, modifiers, code);
  return hasAlt && matchesPress(event, modifiers, key);
}
