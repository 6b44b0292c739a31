import { describe, expect, it } from 'vitest';
import { menuNames, type Command, type Host, type Region } from '#renderer/app/commands/command.ts';
import { commandList } from '#renderer/app/commands/command-list.ts';
import { whyForbidden } from '#renderer/app/commands/forbidden-keys.ts';
import { commandsFor, type KeyContext } from '#renderer/app/commands/key-listener.ts';
import { ariaKey, bindingsOf, keyLabel } from '#renderer/app/commands/key-labels.ts';
import { commandLabel, isCommandEnabled, registerHandler, runCommand } from '#renderer/app/commands/handlers.ts';
import { en } from '#renderer/locales/en/index.ts';

const hosts: readonly Host[] = ['desktop', 'web'];
const textOf = (key: string): unknown => {
  const [namespace = '', path = ''] = key.split(':');
  return path.split('.').reduce<unknown>((texts, part) => (typeof texts === 'object' && texts !== null ? (texts as Record<string, unknown>)[part] : undefined), (en as Record<string, unknown>)[namespace]);
};

/** Bindings that one key press could reach at once: chords of a scope and of the whole window, and single keys of a region beside them. */
function clashes(commands: readonly Command[], host: Host): string[] {
  const scopes = [...new Set(commands.map((command) => command.scope))];
  const regions: readonly (Region | null)[] = [null, 'player', 'transcript', 'scorecard', 'table'];
  return scopes.flatMap((scope) => regions.flatMap((region) => {
    const heard = commands.filter((command) => command.scope === scope || command.scope === 'everywhere').flatMap((command) => [
      ...command.keys[host].map((key) => [key, command.id] as const),
      ...(region !== null && command.single?.regions.includes(region) ? command.single.keys.map((key) => [key, command.id] as const) : []),
    ]);
    return heard.flatMap(([key, id], index) => heard.slice(index + 1).filter(([other, otherId]) => other === key && otherId !== id).map(([, otherId]) => `${key}: ${id} and ${otherId} (${scope}, ${region ?? 'no region'})`));
  }));
}

describe('the command registry', () => {
  it('has an id once, a label in the texts and a place in a menu for every command', () => {
    expect(new Set(commandList.map(({ id }) => id)).size).toBe(commandList.length);
    expect(commandList.filter(({ labelKey }) => typeof textOf(labelKey) !== 'string').map(({ id }) => id)).toEqual([]);
    expect(commandList.filter(({ menu }) => !menuNames.includes(menu)).map(({ id }) => id)).toEqual([]);
  });

  it.each(hosts)('has no two commands on one key in %s', (host) => {
    expect([...new Set(clashes(commandList, host))]).toEqual([]);
  });

  it.each(hosts)('uses no forbidden key in %s', (host) => {
    const found = commandList.flatMap((command) => bindingsOf(command, host, true).map((key) => [command.id, key, whyForbidden(key, host)] as const)).filter(([, , why]) => why !== null);
    expect(found).toEqual([]);
  });

  it('binds no letter or digit outside a region, so that dictation and screen readers trigger nothing', () => {
    const plain = commandList.flatMap((command) => hosts.flatMap((host) => command.keys[host].filter((key) => !key.includes('+') && !/^F\d+$/.test(key)).map((key) => `${command.id} ${key}`)));
    expect(plain).toEqual([]);
  });

  it('would notice a clash, a forbidden key and a browser key', () => {
    const wrong: Command = { id: 'wrong', labelKey: 'frame:command.undo', menu: 'edit', scope: 'everywhere', keys: { desktop: ['Mod+Z'], web: ['Mod+Shift+T'] } };
    expect(clashes([...commandList, wrong], 'desktop')).not.toEqual([]);
    expect(whyForbidden('Mod+Shift+T', 'web')).toBe('never reaches a page in a browser tab');
    expect(whyForbidden('Mod+Shift+T', 'desktop')).toBeNull();
    expect(whyForbidden('Mod+Alt+K', 'desktop')).toContain('AltGr');
    expect(whyForbidden('F10', 'web')).toContain('menu bar');
  });
});

type Press = Partial<Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'shiftKey' | 'altKey' | 'repeat' | 'isComposing'>> & { altGraph?: boolean };

function press({ altGraph = false, ...given }: Press): KeyboardEvent {
  const event = { key: '', code: '', ctrlKey: false, metaKey: false, shiftKey: false, altKey: false, repeat: false, isComposing: false, ...given };
  const held: Record<string, boolean> = { Control: event.ctrlKey, Shift: event.shiftKey, Alt: event.altKey, Meta: false, AltGraph: altGraph };
  return { ...event, getModifierState: (name: string) => held[name] ?? false } as unknown as KeyboardEvent;
}

const both = (...keys: string[]): Command['keys'] => ({ desktop: keys, web: keys });
const base = { labelKey: 'frame:command.undo', menu: 'edit', scope: 'everywhere' } as const;
const commands: readonly Command[] = [
  { ...base, id: 'play', keys: both('Mod+Shift+Space'), single: { keys: ['Space', 'K'], regions: ['player'] } },
  { ...base, id: 'back', keys: both('Mod+Shift+J'), single: { keys: ['J'], regions: ['player'] }, repeats: true },
  { ...base, id: 'six', keys: both(), single: { keys: ['6'], regions: ['player'] } },
  { ...base, id: 'slower', keys: both('Mod+Shift+,'), single: { keys: ['<', '-'], regions: ['player'] } },
  { ...base, id: 'faster', keys: both(), single: { keys: ['>', 'Plus'], regions: ['player'] } },
  { ...base, id: 'undo', keys: both('Mod+Z'), notWhileTyping: true },
  { ...base, id: 'help', keys: both('F1'), single: { keys: ['?'], regions: ['player', 'table'] } },
  { ...base, id: 'moment', keys: both('Alt+ArrowRight') },
  { ...base, id: 'next', scope: 'listen', keys: { desktop: ['Mod+PageDown'], web: ['Alt+PageDown'] } },
  { ...base, id: 'turn', keys: { desktop: [], web: ['Alt+Shift+N'] } },
];
const around = (context: Partial<KeyContext> = {}): KeyContext => ({ host: 'web', screen: 'listen', region: 'player', isTyping: false, isOnButton: false, areSingleKeysOn: true, ...context });
const heard = (given: Press, context: Partial<KeyContext> = {}): string[] => commandsFor(press(given), around(context), commands).map(({ id }) => id);

describe('what a key press means', () => {
  it.each([
    ['a letter in its region', { key: 'k', code: 'KeyK' }, {}, ['play']],
    ['the same letter outside it', { key: 'k', code: 'KeyK' }, { region: null }, []],
    ['the same letter with single keys off', { key: 'k', code: 'KeyK' }, { areSingleKeysOn: false }, []],
    ['the same letter while typing', { key: 'k', code: 'KeyK' }, { isTyping: true }, []],
    ['the chord while typing', { key: 'J', code: 'KeyJ', ctrlKey: true, shiftKey: true }, { isTyping: true }, ['back']],
    ['the chord with single keys off', { key: 'J', code: 'KeyJ', ctrlKey: true, shiftKey: true }, { areSingleKeysOn: false }, ['back']],
    ['undo in a text field, which has its own', { key: 'z', code: 'KeyZ', ctrlKey: true }, { isTyping: true }, []],
    ['undo elsewhere', { key: 'z', code: 'KeyZ', ctrlKey: true }, {}, ['undo']],
    ['a Cyrillic keyboard, by place', { key: 'л', code: 'KeyK' }, {}, ['play']],
    ['Dvorak, by character and not by place', { key: 'j', code: 'KeyC' }, {}, ['back']],
    ['AZERTY digits, by place', { key: '§', code: 'Digit6' }, {}, ['six']],
    ['AZERTY minus on the digit row, by character first', { key: '-', code: 'Digit6' }, {}, ['slower']],
    ['< with Shift, as on a US keyboard', { key: '<', code: 'Comma', shiftKey: true }, {}, ['slower']],
    ['< without Shift, as on a German keyboard', { key: '<', code: 'IntlBackslash' }, {}, ['slower']],
    ['+', { key: '+', code: 'Equal', shiftKey: true }, {}, ['faster']],
    ['the chord with a comma, whose character changes with Shift', { key: '<', code: 'Comma', ctrlKey: true, shiftKey: true }, {}, ['slower']],
    ['?', { key: '?', code: 'Slash', shiftKey: true }, { region: 'table' }, ['help']],
    ['Space', { key: ' ', code: 'Space' }, {}, ['play']],
    ['Space on a button, which presses it and nothing else', { key: ' ', code: 'Space' }, { isOnButton: true }, []],
    ['a held key', { key: 'k', code: 'KeyK', repeat: true }, {}, []],
    ['a held seek key', { key: 'j', code: 'KeyJ', repeat: true }, {}, ['back']],
    ['a key while a character is composed', { key: 'k', code: 'KeyK', isComposing: true }, {}, []],
    ['AltGr', { key: 'k', code: 'KeyK', altGraph: true }, {}, []],
    ['Alt with a letter, by place: Option changes the character', { key: '˜', code: 'KeyN', altKey: true, shiftKey: true }, {}, ['turn']],
    ['Alt with an arrow', { key: 'ArrowRight', code: 'ArrowRight', altKey: true }, {}, ['moment']],
    ['a chord of this screen', { key: 'PageDown', code: 'PageDown', altKey: true }, {}, ['next']],
    ['the same chord on another screen', { key: 'PageDown', code: 'PageDown', altKey: true }, { screen: 'gap' }, []],
    ['the desktop chord in a browser', { key: 'PageDown', code: 'PageDown', ctrlKey: true }, {}, []],
    ['the desktop chord on the desktop', { key: 'PageDown', code: 'PageDown', ctrlKey: true }, { host: 'desktop' }, ['next']],
    ['an extra modifier', { key: 'k', code: 'KeyK', ctrlKey: true }, {}, []],
  ] satisfies [string, Press, Partial<KeyContext>, string[]][])('%s', (...[_name, given, context, expected]) => {
    expect(heard(given, context)).toEqual(expected);
  });
});

describe('how keys are written', () => {
  it.each([
    ['Mod+Shift+J', 'Ctrl+Shift+J', '⇧⌘J', 'Control+Shift+J', 'Meta+Shift+J'], ['Alt+ArrowRight', 'Alt+→', '⌥→', 'Alt+ArrowRight', 'Alt+ArrowRight'],
    ['Ctrl+Y', 'Ctrl+Y', '⌃Y', 'Control+Y', 'Control+Y'], ['Plus', '+', '+', 'Plus', 'Plus'],
  ])('%s', (...[binding, label, macLabel, aria, macAria]) => {
    expect([keyLabel(binding, false), keyLabel(binding, true), ariaKey(binding, false), ariaKey(binding, true)]).toEqual([label, macLabel, aria, macAria]);
  });
});

describe('handlers', () => {
  it('lets the newest take over, says what is possible, and gives it back', () => {
    const done: string[] = [];
    expect(isCommandEnabled('edit.find')).toBe(false);
    expect(runCommand('edit.find')).toBe(false);
    const removeFirst = registerHandler('edit.find', { current: () => void done.push('frame') });
    const removeSecond = registerHandler('edit.find', { current: { run: () => void done.push('screen'), isEnabled: () => done.length < 2, label: () => 'Find in the table' } });
    expect(commandLabel('edit.find')).toBe('Find in the table');
    expect(runCommand('edit.find')).toBe(true);
    removeSecond();
    expect(runCommand('edit.find')).toBe(true);
    expect(done).toEqual(['screen', 'frame']);
    removeFirst();
    expect(isCommandEnabled('edit.find')).toBe(false);
  });
});
