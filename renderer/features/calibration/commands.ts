import { bothHosts, type Command } from '#renderer/app/commands/command.ts';

/** Commands of the Calibration screen. */
export const calibrationCommands: readonly Command[] = [
  { id: 'go.calibration', labelKey: 'calibration:command.go', menu: 'go', group: 1, scope: 'everywhere', keys: bothHosts() },
  { id: 'calibration.start', labelKey: 'calibration:command.start', menu: 'edit', group: 4, scope: 'calibration', keys: bothHosts() },
  { id: 'calibration.addFile', labelKey: 'calibration:command.addFile', menu: 'file', group: 2, scope: 'calibration', keys: bothHosts() },
  { id: 'coding.merge', labelKey: 'calibration:command.mergeCoding', menu: 'file', group: 2, scope: 'calibration', keys: bothHosts() },
  { id: 'coding.export', labelKey: 'calibration:command.exportCoding', menu: 'file', group: 2, scope: 'calibration', keys: bothHosts() },
];
