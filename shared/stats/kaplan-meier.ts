import { at } from './element.ts';
import { usualConf, zFor, type Limits } from './limits.ts';
import { available, reasonsFor, unavailable, type Outcome } from './outcome.ts';

/** Follow-up of one unit: `time` in any one unit, at its end the event or a censoring. */
export type FollowUp = { readonly time: number; readonly isEvent: boolean };

/** State just after the event time `t`: `n` were at risk, `d` had the event. The last three are null where nobody is left (s = 0). */
export type SurvivalRow = {
  readonly t: number; readonly n: number; readonly d: number; readonly s: number;
  /** Greenwood's standard error of s. */
  readonly se: number | null;
  readonly lo: number | null; readonly hi: number | null;
};

/** The curve: its steps and the end of follow-up (null without a record). */
export type SurvivalCurve = { readonly rows: readonly SurvivalRow[]; readonly lastTime: number | null };

/** Units per distinct time, ascending: events first, since a censoring at a tied time counts as still at risk. */
export function tally(followUps: readonly FollowUp[]): { t: number; atRisk: number; events: number }[] {
  // Numbers alone sort many times faster than records do; plain loops, because an iterator leaves an object behind for every unit.
  const times = new Float64Array(followUps.length);
  let eventTimes = new Float64Array(followUps.length);
  let seen = 0;
  let happened = 0;
  for (const { time, isEvent } of followUps) {
    times[seen++] = time;
    if (isEvent) eventTimes[happened++] = time;
  }
  times.sort();
  eventTimes = eventTimes.subarray(0, happened).sort();
  const steps: { t: number; atRisk: number; events: number }[] = [];
  let nextEvent = 0;
  let step: { t: number; atRisk: number; events: number } | undefined;
  for (let index = 0; index < times.length; index += 1) {
    const t = at(times, index);
    if (step?.t === t) continue;
    step = { t, atRisk: times.length - index, events: 0 };
    for (; eventTimes[nextEvent] === t; nextEvent += 1) step.events += 1;
    steps.push(step);
  }
  return steps;
}

/** log(-log) limits of S with Greenwood sum G; null where S is 1 or 0 (Kalbfleisch & Prentice). */
function logLogLimits(s: number, greenwood: number, z: number): Limits | null {
  if (s <= 0 || s >= 1) return null;
  const spread = (z * Math.sqrt(greenwood)) / Math.abs(Math.log(s));
  return [s ** Math.exp(spread), s ** Math.exp(-spread)];
}

/** Product-limit estimate of the survivor function. Source: Kaplan & Meier 1958; Greenwood 1926. */
export function survivalCurve(followUps: readonly FollowUp[], conf: number = usualConf): SurvivalCurve {
  const z = zFor(conf);
  const rows: SurvivalRow[] = [];
  let s = 1;
  let greenwood = 0;
  const steps = tally(followUps);
  for (const { t, atRisk, events } of steps) {
    if (events === 0) continue;
    s *= (atRisk - events) / atRisk;
    greenwood += events / (atRisk * (atRisk - events));
    const limits = logLogLimits(s, greenwood, z);
    rows.push({
      t, n: atRisk, d: events, s, se: s === 0 ? null : s * Math.sqrt(greenwood), lo: limits?.[0] ?? null, hi: limits?.[1] ?? null,
    });
  }
  return { rows, lastTime: steps.at(-1)?.t ?? null };
}

/** The last step at or before t; undefined before the first event. */
export function stepAt(curve: SurvivalCurve, t: number): SurvivalRow | undefined {
  return curve.rows.findLast((row) => row.t <= t);
}

/** Does the curve say anything about t? It does up to the end of follow-up, and for ever once it has reached 0. */
export function isKnownAt(curve: SurvivalCurve, t: number): boolean {
  return curve.lastTime !== null && (t <= curve.lastTime || curve.rows.at(-1)?.s === 0);
}

/** S(t); null beyond the follow-up (NOT_MATURE). */
export function survivalAt(curve: SurvivalCurve, t: number): number | null {
  return isKnownAt(curve, t) ? (stepAt(curve, t)?.s ?? 1) : null;
}

/** log(-log) interval of S(t); null where S is 1 or 0, and beyond the follow-up. */
export function survivalLimitsAt(curve: SurvivalCurve, t: number): Limits | null {
  const row = isKnownAt(curve, t) ? stepAt(curve, t) : undefined;
  return row && row.lo !== null && row.hi !== null ? [row.lo, row.hi] : null;
}

/** First event time with S <= 1/2; null when not reached (NOT_MATURE). */
export function medianSurvival(curve: SurvivalCurve): number | null {
  return curve.rows.find((row) => row.s <= 0.5 + 1e-12)?.t ?? null;
}

/**
 * Brookmeyer-Crowley interval of the median from the log(-log) band: the times at which the lower and the upper band first reach
 * 1/2; an end that is not reached is null.
 */
export function medianLimits(curve: SurvivalCurve): readonly [lo: number | null, hi: number | null] {
  const lo = curve.rows.find((row) => (row.lo ?? 0) <= 0.5)?.t ?? null;
  const hi = curve.rows.find((row) => (row.hi ?? 0) <= 0.5)?.t ?? null;
  return [lo, hi];
}

/** Restricted mean: the area under S from 0 to tau, in the unit of time; null when tau lies beyond the follow-up (NOT_MATURE). */
export function restrictedMean(curve: SurvivalCurve, tau: number): number | null {
  if (!isKnownAt(curve, tau)) return null;
  let area = 0;
  let from = 0;
  let s = 1;
  for (const row of curve.rows) {
    if (row.t >= tau) break;
    area += s * (row.t - from);
    from = row.t;
    s = row.s;
  }
  return area + s * (tau - from);
}

export type KaplanMeier = Outcome & {
  readonly rows: readonly SurvivalRow[] | null; readonly median: number | null;
  readonly survivalAt: readonly (number | null)[] | null; readonly limitsAt: readonly (Limits | null)[] | null; readonly rmst: number | null;
};

/**
 * The curve with its median, S and interval at the times `asked`, and the restricted mean to `tau` (null = not asked for).
 * NO_DATA without a record; NOT_MATURE for a median not reached and for times beyond the follow-up.
 */
export function kaplanMeier(followUps: readonly FollowUp[], asked: readonly number[] = [], tau: number | null = null): KaplanMeier {
  if (followUps.length === 0) return { rows: null, median: null, survivalAt: null, limitsAt: null, rmst: null, ...unavailable('NO_DATA') };
  const curve = survivalCurve(followUps);
  const median = medianSurvival(curve);
  const rmst = tau === null ? null : restrictedMean(curve, tau);
  const isBeyond = asked.some((t) => !isKnownAt(curve, t));
  return {
    rows: curve.rows, median, survivalAt: asked.map((t) => survivalAt(curve, t)), limitsAt: asked.map((t) => survivalLimitsAt(curve, t)), rmst,
    ...available(reasonsFor(
      ['median', median === null, 'NOT_MATURE'], ['survivalAt', isBeyond, 'NOT_MATURE'], ['limitsAt', isBeyond, 'NOT_MATURE'],
      ['rmst', tau !== null && rmst === null, 'NOT_MATURE'],
    )),
  };
}
