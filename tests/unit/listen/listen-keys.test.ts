import { describe, expect, test } from 'vitest';
import { commandList } from '#renderer/app/commands/command-list.ts';
import type { Command, Host } from '#renderer/app/commands/command.ts';
import { whyForbidden } from '#renderer/app/commands/forbidden-keys.ts';
import { listenCommands } from '#renderer/features/listen/commands.ts';
import { en } from '#renderer/locales/en/index.ts';

const hosts: readonly Host[] = ['desktop', 'web'];
const heardOnListen = commandList.filter(({ scope }) => scope === 'everywhere' || scope === 'listen');

/** Every key of a command that can be heard on the Listen screen, with the region where a single key acts. */
function bindings(command: Command, host: Host): string[] {
  const single = command.single ? command.single.keys.flatMap((key) => command.single?.regions.map((region) => `${region}: ${key}`) ?? []) : [];
  return [...command.keys[host], ...single];
}

describe.each(hosts)('the keys of Listen in the %s host', (host) => {
  test('clash with no other key that acts there', () => {
    const owners = new Map<string, string[]>();
    for (const command of heardOnListen) for (const key of bindings(command, host)) owners.set(key, [...(owners.get(key) ?? []), command.id]);
    expect([...owners].filter(([, ids]) => ids.length > 1)).toEqual([]);
  });

  test('are none of the forbidden ones', () => {
    const refused = listenCommands.flatMap((command) => command.keys[host].flatMap((key) => whyForbidden(key, host) ?? []));
    expect(refused).toEqual([]);
  });

  test('give every letter a form with modifiers, so that nothing is lost with single keys off', () => {
    const without = listenCommands.filter(({ single, keys }) => single?.keys.some((key) => /^[A-Z]$/u.test(key)) && keys[host].length === 0);
    expect(without.map(({ id }) => id)).toEqual([]);
  });
});

test('every command has a label in the texts', () => {
  const labels = new Map(Object.entries(en.listen.command));
  expect(listenCommands.filter(({ labelKey }) => !labels.has(labelKey.replace('listen:command.', '')))).toEqual([]);
});

test('every digit is a quick tag', () => {
  const digits = listenCommands.filter(({ id }) => id.startsWith('tagging.quick')).map(({ single }) => single?.keys[0]);
  expect(digits).toEqual(['1', '2', '3', '4', '5', '6', '7', '8', '9']);
});
