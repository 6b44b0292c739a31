import { bothHosts, type Command } from '#renderer/app/commands/command.ts';

/** Commands of the list of interactions. */
export const interactionsCommands: readonly Command[] = [
  { id: 'interactions.listen', labelKey: 'interactions:command.listen', menu: 'go', group: 4, scope: 'interactions', keys: bothHosts() },
  { id: 'interactions.clearFilters', labelKey: 'interactions:command.clearFilters', menu: 'view', group: 4, scope: 'interactions', keys: bothHosts('Mod+Shift+X') },
];
