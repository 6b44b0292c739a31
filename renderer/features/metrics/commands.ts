import { bothHosts, type Command } from '#renderer/app/commands/command.ts';

/** Commands of the metric explorer. */
export const metricsCommands: readonly Command[] = [
  { id: 'go.metrics', labelKey: 'metrics:command.go', menu: 'go', group: 1, scope: 'everywhere', keys: bothHosts() },
];
