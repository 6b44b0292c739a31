import { bothHosts, type Command } from '#renderer/app/commands/command.ts';

/** Commands of the import wizard. */
export const importCommands: readonly Command[] = [
  { id: 'import.next', labelKey: 'import:command.next', menu: 'file', group: 2, scope: 'import', keys: bothHosts('Mod+Enter') },
];
