import { ces } from './ces.ts';
import { csat } from './csat.ts';
import { experience } from './experience.ts';
import { fcr } from './fcr.ts';
import { feltKnown } from './felt-known.ts';
import { handleTime } from './handle-time.ts';
import type { Metric } from './metric.ts';
import { nps } from './nps.ts';
import { quality } from './quality.ts';
import { repeatInformation } from './repeat-information.ts';
import { responseRate } from './response-rate.ts';
import { netRevenueRetention } from './revenue.ts';
import { talk } from './talk/talk.ts';
import { transfer } from './transfer.ts';

/** Every figure beside the gap, in the order in which it is shown. */
export const metricRegistry: readonly Metric[] = [
  ...csat, nps, netRevenueRetention, ...ces, ...feltKnown, responseRate, ...quality, ...fcr, ...repeatInformation, ...transfer, ...experience, ...talk, ...handleTime,
];
