import { describe, expect, it } from 'vitest';
import { commandList } from '#renderer/app/commands/command-list.ts';
import type { Command } from '#renderer/app/commands/command.ts';
import { commandsFor } from '#renderer/app/commands/key-listener.ts';
import { bindingOf, inForce, whyRefused } from '#renderer/app/commands/remapping.ts';
import { usualPedal, type KeyChange, type Pedal } from '#renderer/stores/keyboard-settings.ts';

const command = (id: string): Command => {
  const found = commandList.find((each) => each.id === id);
  if (!found) throw new Error(`No command is called ${id}.`);
  return found;
};
const withKeys = (changes: Record<string, KeyChange>, pedal: Partial<Pedal> = {}) => inForce(commandList, { changes, pedal: { ...usualPedal, ...pedal } });
const refusal = (binding: string, id: string, commands = withKeys({})) => whyRefused(binding, command(id), { commands, host: 'web' });

type Press = Partial<Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>>;
const press = (given: Press) => ({ key: '', code: '', ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...given });
const heard = (given: Press, at: { commands: readonly Command[]; areSingleKeysOn?: boolean; isTyping?: boolean }): string[] => commandsFor(
  { ...press(given), repeat: false, isComposing: false, getModifierState: (name: string) => (name === 'Control' ? given.ctrlKey === true : name === 'Shift' ? given.shiftKey === true : name === 'Alt' ? given.altKey === true : false) } as unknown as KeyboardEvent,
  { host: 'web', screen: 'listen', region: 'player', isTyping: at.isTyping ?? false, isOnButton: false, areSingleKeysOn: at.areSingleKeysOn ?? true }, at.commands,
).map(({ id }) => id);

describe('a key that a person gave to a command', () => {
  it('is heard in place of its own, and the others stay', () => {
    const commands = withKeys({ 'player.play': { single: ['Y'] }, 'tagging.palette': { chords: ['F4'] } });
    expect(heard({ key: 'y', code: 'KeyY' }, { commands })).toEqual(['player.play']);
    expect(heard({ key: 'k', code: 'KeyK' }, { commands })).toEqual([]);
    expect(heard({ key: 'F4', code: 'F4' }, { commands })).toEqual(['tagging.palette']);
    expect(heard({ key: 't', code: 'KeyT' }, { commands })).toEqual(['tagging.palette']);
  });

  it('is heard with single keys switched off if it is a chord, and not if it is a letter', () => {
    const commands = withKeys({ 'player.play': { single: ['Y'], chords: ['Mod+J'] } });
    expect(heard({ key: 'j', code: 'KeyJ', ctrlKey: true }, { commands, areSingleKeysOn: false, isTyping: true })).toEqual(['player.play']);
    expect(heard({ key: 'y', code: 'KeyY' }, { commands, areSingleKeysOn: false })).toEqual([]);
  });

  it.each([
    ['Tab', 'player.play', 'forbidden'], ['Escape', 'player.play', 'forbidden'], ['F10', 'player.play', 'forbidden'], ['Mod+Alt+K', 'player.play', 'forbidden'],
    ['Mod+T', 'player.play', 'browser'], ['ArrowUp', 'player.play', 'walking'], ['Enter', 'tagging.star', 'walking'], ['Q', 'go.home', 'needsChord'],
  ])('%s for %s is refused: %s', (binding, id, kind) => {
    expect(refusal(binding, id)).toEqual({ kind });
  });

  it('is refused while another command of the same screen has it, by name, and free once that one was changed', () => {
    expect(refusal('N', 'player.play')).toMatchObject({ kind: 'clash', other: { id: 'player.nextCustomerTurn' } });
    expect(refusal('Mod+K', 'player.play')).toMatchObject({ kind: 'clash', other: { id: 'view.palette' } });
    expect(refusal('N', 'player.play', withKeys({ 'player.nextCustomerTurn': { single: ['Q'] } }))).toBeNull();
    expect(refusal('Q', 'player.play', withKeys({ 'player.nextCustomerTurn': { single: ['Q'] } }))).toMatchObject({ kind: 'clash' });
    expect(refusal('Y', 'player.play')).toBeNull();
    expect(refusal('K', 'player.play')).toBeNull();
  });

  it('of an evaluated answer may be a letter of the player: both are never heard at once', () => {
    const scoring = commandList.find(({ single }) => single?.regions.includes('scorecard') === true && !single.regions.includes('player'));
    expect(scoring).toBeDefined();
    expect(refusal('K', scoring?.id ?? '')).toBeNull();
  });
});

describe('a foot pedal', () => {
  it('is deaf until it is switched on, then heard while typing too', () => {
    expect(heard({ key: 'F9', code: 'F9' }, { commands: withKeys({}), isTyping: true })).toEqual([]);
    const commands = withKeys({}, { isOn: true });
    expect(heard({ key: 'F9', code: 'F9' }, { commands, isTyping: true, areSingleKeysOn: false })).toEqual(['player.play']);
    expect(heard({ key: 'F7', code: 'F7' }, { commands })).toEqual(['player.back5']);
    expect(heard({ key: 'F8', code: 'F8' }, { commands })).toEqual(['player.forward5']);
    expect(refusal('F9', 'tagging.star', commands)).toMatchObject({ kind: 'clash', other: { id: 'player.play' } });
  });
});

describe('how a press is written', () => {
  it.each([
    [{ key: 'j', code: 'KeyJ' }, 'J'], [{ key: 'J', code: 'KeyJ', shiftKey: true }, 'Shift+J'], [{ key: 'J', code: 'KeyJ', ctrlKey: true, shiftKey: true }, 'Mod+Shift+J'],
    [{ key: ' ', code: 'Space' }, 'Space'], [{ key: '+', code: 'Equal', shiftKey: true }, 'Plus'], [{ key: '?', code: 'Slash', shiftKey: true }, '?'],
    [{ key: '<', code: 'Comma', ctrlKey: true, shiftKey: true }, 'Mod+Shift+,'], [{ key: '˜', code: 'KeyN', altKey: true, shiftKey: true }, 'Alt+Shift+N'],
    [{ key: 'F13', code: 'F13' }, 'F13'], [{ key: 'Control', code: 'ControlLeft', ctrlKey: true }, null], [{ key: 'ArrowLeft', code: 'ArrowLeft', altKey: true }, 'Alt+ArrowLeft'],
  ] satisfies [Press, string | null][])('%o is %s', (given, binding) => {
    expect(bindingOf(press(given), false)).toBe(binding);
  });

  it('on a Mac Command is Mod and Control is Ctrl', () => {
    expect(bindingOf(press({ key: 'j', code: 'KeyJ', metaKey: true }), true)).toBe('Mod+J');
    expect(bindingOf(press({ key: 'y', code: 'KeyY', ctrlKey: true }), true)).toBe('Ctrl+Y');
  });
});
