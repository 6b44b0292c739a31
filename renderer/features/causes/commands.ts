import { bothHosts, type Command } from '#renderer/app/commands/command.ts';

/** Commands of the Causes screen. */
export const causesCommands: readonly Command[] = [
  { id: 'go.causes', labelKey: 'causes:command.go', menu: 'go', group: 1, scope: 'everywhere', keys: bothHosts('Mod+6') },
];
