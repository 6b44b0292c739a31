import { survivalCurve, stepAt, type FollowUp } from './kaplan-meier.ts';
import { available, ratio, unavailable, type Outcome } from './outcome.ts';

/** Horizons of the house in days: 1, 6 and 18 months. */
export const usualHorizonsDays: readonly number[] = [30, 183, 548];

/** Arrays in the order of the horizons, shares 0..1. The last two show what not to do, and are for comparison only. */
export type Repurchase = Outcome & {
  readonly cumulativeIncidence: readonly (number | null)[] | null; readonly numberAtRisk: readonly number[] | null;
  readonly naiveWrong: readonly (number | null)[] | null; readonly completeCaseBiased: readonly (number | null)[] | null;
};

/**
 * Share that bought again by each horizon, 1 - S(t); `time` = days to the next purchase or to the end of the data. Dividing by
 * everyone is biased low, by the fully observed alone biased high. NO_DATA without a record; a horizon beyond the last day is null,
 * NOT_MATURE.
 */
export function repurchase(followUps: readonly FollowUp[], horizons: readonly number[] = usualHorizonsDays): Repurchase {
  if (followUps.length === 0) {
    return { cumulativeIncidence: null, numberAtRisk: null, naiveWrong: null, completeCaseBiased: null, ...unavailable('NO_DATA') };
  }
  const curve = survivalCurve(followUps);
  const isMature = (t: number) => curve.lastTime !== null && t <= curve.lastTime;
  const bought = (t: number) => followUps.filter(({ time, isEvent }) => isEvent && time <= t).length;
  const observedTo = (t: number) => followUps.filter(({ time, isEvent }) => time >= t && !(isEvent && time <= t)).length;
  const arrays = {
    cumulativeIncidence: horizons.map((t) => (isMature(t) ? 1 - (stepAt(curve, t)?.s ?? 1) : null)),
    numberAtRisk: horizons.map((t) => followUps.filter(({ time }) => time >= t).length),
    naiveWrong: horizons.map((t) => ratio(bought(t), followUps.length)),
    completeCaseBiased: horizons.map((t) => ratio(bought(t), bought(t) + observedTo(t))),
  };
  if (horizons.every(isMature)) return { ...arrays, ...available() };
  return { ...arrays, ...(horizons.some(isMature) ? available({ cumulativeIncidence: 'NOT_MATURE' }) : unavailable('NOT_MATURE')) };
}
