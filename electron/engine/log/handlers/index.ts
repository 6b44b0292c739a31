import type { AnyCommandHandler } from '../handler.ts';
import { auditQueueHandlers } from './audit-queues.ts';
import { causeHandlers } from './causes.ts';
import { calibrationHandlers } from './calibration.ts';
import { coachingHandlers } from './coaching.ts';
import { codebookHandlers } from './codebook.ts';
import { customerHandlers } from './customers.ts';
import { empathyHandlers } from './empathy.ts';
import { evaluationHandlers } from './evaluations.ts';
import { feeHandlers } from './fees.ts';
import { formHandlers } from './forms.ts';
import { importHandlers } from './imports.ts';
import { interactionHandlers } from './interactions.ts';
import { privacyHandlers } from './privacy.ts';
import { settingHandlers } from './settings.ts';
import { signalHandlers } from './signals.ts';
import { statementHandlers } from './statements.ts';
import { tagHandlers } from './tags.ts';
import { transcriptHandlers } from './transcript.ts';
import { trainingHandlers } from './training.ts';

/** Every command that the engine can carry out. */
export const commandHandlers: readonly AnyCommandHandler[] = [
  ...causeHandlers, ...statementHandlers, ...feeHandlers,
  ...tagHandlers, ...codebookHandlers, ...interactionHandlers, ...transcriptHandlers, ...settingHandlers, ...importHandlers, ...formHandlers, ...evaluationHandlers, ...auditQueueHandlers, ...signalHandlers,
  ...coachingHandlers,
  ...privacyHandlers,
  ...calibrationHandlers,
  ...trainingHandlers,
  ...empathyHandlers,
  ...customerHandlers,
];
