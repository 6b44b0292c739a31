import { bothHosts, type Command } from '#renderer/app/commands/command.ts';

/** Commands of the codebook. */
export const codebookCommands: readonly Command[] = [
  { id: 'go.codebook', labelKey: 'codebook:command.go', menu: 'go', group: 1, scope: 'everywhere', keys: bothHosts() },
  { id: 'codebook.new', labelKey: 'codebook:command.new', menu: 'tag', group: 8, scope: 'codebook', keys: bothHosts() },
  { id: 'codebook.moveUp', labelKey: 'codebook:command.moveUp', menu: 'tag', group: 8, scope: 'codebook', keys: bothHosts('Alt+ArrowUp'), notWhileTyping: true },
  { id: 'codebook.moveDown', labelKey: 'codebook:command.moveDown', menu: 'tag', group: 8, scope: 'codebook', keys: bothHosts('Alt+ArrowDown'), notWhileTyping: true },
  { id: 'codebook.merge', labelKey: 'codebook:command.merge', menu: 'tag', group: 8, scope: 'codebook', keys: bothHosts() },
  { id: 'codebook.split', labelKey: 'codebook:command.split', menu: 'tag', group: 8, scope: 'codebook', keys: bothHosts() },
  { id: 'codebook.retire', labelKey: 'codebook:command.retire', menu: 'tag', group: 8, scope: 'codebook', keys: bothHosts() },
  { id: 'codebook.import', labelKey: 'codebook:command.import', menu: 'tag', group: 9, scope: 'codebook', keys: bothHosts() },
  { id: 'codebook.history', labelKey: 'codebook:command.history', menu: 'tag', group: 9, scope: 'codebook', keys: bothHosts() },
];
