import { bothHosts, type Command } from '#renderer/app/commands/command.ts';

/** Commands of the Customers screen. */
export const customersCommands: readonly Command[] = [
  { id: 'go.customers', labelKey: 'customers:command.go', menu: 'go', group: 1, scope: 'everywhere', keys: bothHosts() },
  { id: 'customers.playStory', labelKey: 'customers:command.playStory', menu: 'playback', group: 4, scope: 'customers', keys: bothHosts('Mod+Enter') },
];
