import { aht } from './aht.ts';
import { badExperience } from './bad-experience.ts';
import { ces } from './ces.ts';
import { csat } from './csat.ts';
import { fcr } from './fcr.ts';
import { feltKnown } from './felt-known.ts';
import type { Metric } from './metric.ts';
import { nps } from './nps.ts';
import { quality } from './quality.ts';
import { responseRate } from './response-rate.ts';
import { talk } from './talk.ts';
import { repeatInformation, transfer } from './transfer.ts';

/** Every figure beside the gap, in the order in which it is shown. */
export const metricRegistry: readonly Metric[] = [
  csat, nps, ces, ...feltKnown, responseRate, ...quality, ...fcr, ...repeatInformation, transfer, badExperience, ...talk, aht,
];
