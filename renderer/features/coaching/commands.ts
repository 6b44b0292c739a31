import { bothHosts, type Command } from '#renderer/app/commands/command.ts';

/** Commands of the Coaching screen. */
export const coachingCommands: readonly Command[] = [
  { id: 'go.coaching', labelKey: 'coaching:command.go', menu: 'go', group: 1, scope: 'everywhere', keys: bothHosts() },
  { id: 'coaching.makeSession', labelKey: 'coaching:command.makeSession', menu: 'edit', group: 4, scope: 'coaching', keys: bothHosts('Mod+Shift+Enter') },
  { id: 'coaching.print', labelKey: 'coaching:command.print', menu: 'file', group: 2, scope: 'coaching', keys: bothHosts('Mod+P') },
  { id: 'coaching.exportSheet', labelKey: 'coaching:command.exportSheet', menu: 'file', group: 2, scope: 'coaching', keys: bothHosts() },
];
