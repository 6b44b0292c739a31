import type { TFunction } from 'i18next';
import type { Submenu } from '#renderer/ui/menu.tsx';
import { menuNames, type Command } from './command.ts';
import { commandList } from './command-list.ts';
import { commandLabel, isCommandEnabled, runCommand } from './handlers.ts';
import { keysOf } from './keys-of.ts';

/** The label of a command as it stands now: the handler's own while it has one. */
export function labelOf(t: TFunction, command: Command): string {
  return commandLabel(command.id) ?? t(command.labelKey, command.labelValues ?? {});
}

/** All menus with what can be done now; made when a menu opens. */
export function menuTree(t: TFunction): Submenu[] {
  return menuNames.flatMap((menu) => {
    const commands = commandList.filter((command) => command.menu === menu);
    if (commands.length === 0) return [];
    const groups = [...new Set(commands.map((command) => command.group ?? 0))].toSorted((a, b) => a - b);
    return [{
      id: menu,
      label: t(`frame:menu.${menu}`),
      groups: groups.map((group) => ({
        id: String(group),
        entries: commands.filter((command) => (command.group ?? 0) === group).map((command) => ({
          id: command.id, label: labelOf(t, command), keys: keysOf(command.id).keys, isDisabled: !isCommandEnabled(command.id), run: () => void runCommand(command.id),
        })),
      })),
    }];
  });
}
