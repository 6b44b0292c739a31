import { bothHosts, type Command } from '#renderer/app/commands/command.ts';

/** Commands of the privacy screen. */
export const privacyCommands: readonly Command[] = [
  { id: 'go.privacy', labelKey: 'privacy:command.go', menu: 'go', group: 1, scope: 'everywhere', keys: bothHosts() },
];
