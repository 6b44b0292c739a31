import { briefing } from './briefing.ts';
import { causes } from './causes.ts';
import { calibration } from './calibration.ts';
import { coaching } from './coaching.ts';
import { codebook } from './codebook.ts';
import { empathy } from './empathy.ts';
import { evaluations } from './evaluations.ts';
import { gap } from './gap.ts';
import { imports } from './imports.ts';
import { interactions } from './interactions.ts';
import { jobs } from './jobs.ts';
import { media } from './media.ts';
import { metrics } from './metrics.ts';
import { privacy } from './privacy.ts';
import { project } from './project.ts';
import { surveys } from './surveys.ts';
import { tags } from './tags.ts';
import { customers } from './customers.ts';
import { signals } from './signals.ts';
import { training } from './training.ts';

/**
 * Everything that anyone may ask of Earshot, one noun each. The page, the command line and the tests know the engine
 * only through this list. Times are ISO 8601 in UTC, durations milliseconds, shares 0..1, scores 0-100; absent is null.
 * Every procedure may refuse with a code of `shared/errors.ts` and a sentence; nothing else ever comes back.
 */
export const contract = { project, imports, interactions, media, codebook, tags, evaluations, surveys, gap, metrics, causes, briefing, privacy, jobs, coaching, customers, signals, calibration, training, empathy };
export type Contract = typeof contract;
