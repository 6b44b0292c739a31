import { briefingCommands } from '#renderer/features/briefing/commands.ts';
import { calibrationCommands } from '#renderer/features/calibration/commands.ts';
import { coachingCommands } from '#renderer/features/coaching/commands.ts';
import { codebookCommands } from '#renderer/features/codebook/commands.ts';
import { causesCommands } from '#renderer/features/causes/commands.ts';
import { evaluateCommands } from '#renderer/features/evaluate/commands.ts';
import { gapCommands } from '#renderer/features/gap/commands.ts';
import { importCommands } from '#renderer/features/import/commands.ts';
import { interactionsCommands } from '#renderer/features/interactions/commands.ts';
import { listenCommands } from '#renderer/features/listen/commands.ts';
import { metricsCommands } from '#renderer/features/metrics/commands.ts';
import { privacyCommands } from '#renderer/features/privacy/commands.ts';
import type { Command } from './command.ts';
import { frameCommands } from './frame-commands.ts';
import { customersCommands } from '#renderer/features/customers/commands.ts';
import { signalsCommands } from '#renderer/features/signals/commands.ts';

/** Every command there is. Keys, menus, the palette, tooltips and the sheet of keys are made from this list; a feature adds its own by one line. */
export const commandList: readonly Command[] = [...frameCommands, ...briefingCommands, ...coachingCommands, ...codebookCommands, ...causesCommands, ...evaluateCommands, ...gapCommands, ...importCommands, ...interactionsCommands, ...listenCommands, ...metricsCommands, ...signalsCommands, ...customersCommands, ...privacyCommands, ...calibrationCommands];
