import { bothHosts, type Command } from '#renderer/app/commands/command.ts';

/** Commands of the Evaluate screen. */
export const evaluateCommands: readonly Command[] = [
  { id: 'go.evaluate', labelKey: 'evaluate:screen', menu: 'go', group: 1, scope: 'everywhere', keys: bothHosts('Mod+9') },
  { id: 'evaluate.continue', labelKey: 'evaluate:command.continue', menu: 'go', group: 4, scope: 'everywhere', keys: bothHosts() },
];
