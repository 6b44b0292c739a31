import type { TFunction } from 'i18next';
import type { MenuBranch } from '#renderer/engine/shell.ts';
import { menuNames, type Command } from './command.ts';
import { isCommandEnabled } from './handlers.ts';
import { commandsInForce } from './in-force.ts';
import { partsOf } from './key-match.ts';
import { labelOf } from './menu-tree.ts';

const electronNames: Readonly<Record<string, string>> = {
  Mod: 'CommandOrControl', Ctrl: 'Control', ArrowLeft: 'Left', ArrowRight: 'Right', ArrowUp: 'Up', ArrowDown: 'Down', Plus: 'Plus', Enter: 'Return',
};

/**
 * The key of a command in Electron's spelling. Single keys have none: macOS would take them from text fields. For the
 * same reason commands that leave their key to text fields have none either; the page hears those keys itself.
 */
export function acceleratorOf(command: Command): string | null {
  const binding = command.keys.desktop[0];
  if (binding === undefined || command.notWhileTyping === true) return null;
  const { modifiers, key } = partsOf(binding);
  return [...modifiers, key].map((name) => electronNames[name] ?? name).join('+');
}

/** The page's menus for the system's menu bar, with what can be done now. */
export function nativeMenu(t: TFunction): MenuBranch[] {
  return menuNames.flatMap((menu) => {
    const commands = commandsInForce().filter((command) => command.menu === menu);
    const groups = [...new Set(commands.map((command) => command.group ?? 0))].toSorted((a, b) => a - b);
    return groups.length === 0 ? [] : [{
      id: menu, label: t(`frame:menu.${menu}`),
      groups: groups.map((group) => commands.filter((command) => (command.group ?? 0) === group).map((command) => ({
        id: command.id, label: labelOf(t, command), accelerator: acceleratorOf(command), isEnabled: isCommandEnabled(command.id),
      }))),
    }];
  });
}
