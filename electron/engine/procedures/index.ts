import type { Session } from '#engine/session.ts';
import { briefingProcedures } from './briefing.ts';
import { causeProcedures } from './causes.ts';
import { calibrationProcedures } from './calibration.ts';
import { coachingProcedures } from './coaching.ts';
import { codebookProcedures } from './codebook.ts';
import { desk } from './desk.ts';
import { empathyProcedures } from './empathy.ts';
import { evaluationProcedures } from './evaluations.ts';
import { gapProcedures } from './gap.ts';
import { importProcedures } from './imports.ts';
import { interactionProcedures } from './interactions.ts';
import { jobProcedures } from './jobs.ts';
import { mediaProcedures } from './media.ts';
import { metricProcedures } from './metrics.ts';
import { privacyProcedures } from './privacy.ts';
import { projectProcedures } from './project.ts';
import { surveyProcedures } from './surveys.ts';
import { tagProcedures } from './tags.ts';
import { customerProcedures } from './customers.ts';
import { signalProcedures } from './signals.ts';
import { trainingProcedures } from './training.ts';

/** The whole contract, implemented over one session. A procedure that is missing does not compile. */
export function createRouter(session: Session) {
  return desk.router({
    project: projectProcedures(session),
    imports: importProcedures(session),
    interactions: interactionProcedures(session),
    media: mediaProcedures(session),
    codebook: codebookProcedures(session),
    tags: tagProcedures(session),
    evaluations: evaluationProcedures(session),
    surveys: surveyProcedures(session),
    gap: gapProcedures(session),
    metrics: metricProcedures(session),
    causes: causeProcedures(session),
    calibration: calibrationProcedures(session),
    training: trainingProcedures(session),
    empathy: empathyProcedures(session),
    coaching: coachingProcedures(session),
    briefing: briefingProcedures(session),
    privacy: privacyProcedures(session),
    jobs: jobProcedures(session),
    customers: customerProcedures(session),
    signals: signalProcedures(session),
  });
}

export type Router = ReturnType<typeof createRouter>;
