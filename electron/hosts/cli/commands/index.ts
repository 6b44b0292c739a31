import type { Command } from '../command.ts';
import { agreementCommand } from './agreement.ts';
import { benchCommand } from './bench.ts';
import { briefCommand } from './brief.ts';
import { causesCommand } from './causes.ts';
import { codebookCommand } from './codebook.ts';
import { encryptCommand } from './encrypt.ts';
import { gapCommand } from './gap.ts';
import { importCommand } from './import.ts';
import { interactionsCommand } from './interactions.ts';
import { mergeCommand } from './merge.ts';
import { metricsCommand } from './metrics.ts';
import { newCommand } from './new.ts';
import { redactCommand } from './redact.ts';
import { redoCommand } from './redo.ts';
import { salvageCommand } from './salvage.ts';
import { searchCommand } from './search.ts';
import { serveCommand } from './serve.ts';
import { showCommand } from './show.ts';
import { statsCommand } from './stats.ts';
import { tagCommand } from './tag.ts';
import { undoCommand } from './undo.ts';
import { verifyCommand } from './verify.ts';
import { customersCommand } from './customers.ts';
import { signalsCommand } from './signals.ts';

/** Every command, in the order of the help. To add one: write its file, put it here. */
export const commands: readonly Command[] = [
  newCommand, importCommand, interactionsCommand, showCommand, searchCommand, tagCommand, undoCommand, redoCommand, gapCommand, signalsCommand, customersCommand,
  causesCommand,
  metricsCommand, agreementCommand, mergeCommand, codebookCommand, briefCommand, redactCommand, encryptCommand, verifyCommand, salvageCommand, statsCommand, serveCommand, benchCommand,
];
