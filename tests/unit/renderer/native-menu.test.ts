import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { MenuBranch } from '#main/shell-requests.ts';
import { commandList } from '#renderer/app/commands/command-list.ts';
import { followHandlers, registerHandler } from '#renderer/app/commands/handlers.ts';
import { acceleratorOf, nativeMenu } from '#renderer/app/commands/native-menu.ts';
import { startTexts } from '#renderer/locales/i18n.ts';

const t = startTexts('en').t;
const itemsOf = () => nativeMenu(t).flatMap((menu) => menu.groups.flat());

describe('the menu bar of the desktop', () => {
  test('is one that the frame accepts, with every command in it once, in words', () => {
    expect(z.array(MenuBranch).max(12).parse(nativeMenu(t))).toHaveLength(nativeMenu(t).length);
    expect(itemsOf().map((item) => item.id).toSorted()).toEqual(commandList.map((command) => command.id).toSorted());
    for (const { label } of itemsOf()) expect(label).not.toMatch(/^$|[{]|\w:\w|^[a-z]+\.[a-zA-Z]+$/);
  });

  test('gives no key that a text field needs', () => {
    const withKeys = commandList.filter((command) => acceleratorOf(command) !== null);
    expect(withKeys.length).toBeGreaterThan(20);
    for (const command of withKeys) {
      expect(command.notWhileTyping).not.toBe(true);
      expect(acceleratorOf(command)).toMatch(/^(CommandOrControl|Control|Alt|Shift|F\d)/);
    }
    expect(acceleratorOf({ id: 'x', labelKey: 'x', menu: 'go', scope: 'everywhere', keys: { desktop: ['Mod+Shift+ArrowLeft'], web: [] } })).toBe('CommandOrControl+Shift+Left');
  });

  test('follows what can be done', () => {
    const heard: boolean[] = [];
    const stop = followHandlers(() => heard.push(itemsOf().find((item) => item.id === 'help.about')?.isEnabled ?? false));
    const take = registerHandler('help.about', { current: () => {} });
    take();
    stop();
    registerHandler('help.about', { current: () => {} })();
    expect(heard).toEqual([true, false]);
  });
});
