import { bothHosts, type Command } from '#renderer/app/commands/command.ts';

/** Commands of the Gap screen. */
export const gapCommands: readonly Command[] = [
  { id: 'gap.sameCalls', labelKey: 'gap:command.sameCalls', menu: 'view', group: 4, scope: 'gap', keys: bothHosts() },
  { id: 'gap.definitions', labelKey: 'gap:command.definitions', menu: 'view', group: 4, scope: 'gap', keys: bothHosts() },
  { id: 'gap.whoAnswered', labelKey: 'gap:command.whoAnswered', menu: 'view', group: 4, scope: 'gap', keys: bothHosts() },
];
