import { bothHosts, type Command } from '#renderer/app/commands/command.ts';

/** Commands of the Signals screen. */
export const signalsCommands: readonly Command[] = [
  { id: 'go.signals', labelKey: 'signals:command.go', menu: 'go', group: 1, scope: 'everywhere', keys: bothHosts() },
  { id: 'signals.addRule', labelKey: 'signals:command.addRule', menu: 'edit', group: 4, scope: 'signals', keys: bothHosts() },
];
