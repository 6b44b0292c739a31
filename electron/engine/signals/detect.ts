import { benjaminiHochberg } from '#shared/stats/benjamini-hochberg.ts';
import { at } from '#shared/stats/element.ts';
import { emergingIssueTest, excessCount, overDispersion } from '#shared/stats/emerging.ts';
import { ewmaChart } from '#shared/stats/ewma.ts';
import { laneyChart } from '#shared/stats/laney.ts';

/** Counts week by week of one thing; exposures (contacts that could have carried it) are shared by a family. */
export type Series = { readonly subject: string; readonly counts: readonly number[] };

/** The rules of the metric specification, section 9. */
export const baselineWeeks = 12;
/** The latest week before the tested one is left out of the baseline: what begins slowly shall not hide itself. */
export const guardWeeks = 1;
/** Weeks before a tested one. */
export const leadWeeks = baselineWeeks + guardWeeks;
const leastExposure = 50;
const leastBaseline = 5;
const leastNow = 3;
const falseDiscovery = 0.1;
const leastRatio = 1.5;
const leastExcess = 3;
const scatteredFrom = 1.2;
const nominal = 0.05;
const ewma = { target: 0, lambda: 0.2, width: 2.86 };

export type WeekResult = {
  readonly p: number | null; readonly q: number | null; readonly ratio: number | null; readonly excess: number;
  readonly how: 'spike' | 'limit'; readonly isAlert: boolean; readonly isNominal: boolean;
};

type Tested = { subject: string; p: number; ratio: number | null; excess: number; isOverLimit: boolean | null };

const total = (values: readonly number[], from: number, to: number): number => values.slice(from, to).reduce((sum, value) => sum + value, 0);

/** Upper limit of a scattered code: three standard deviations as wide as its weeks scatter (Laney 2002), never narrower than chance. */
function isOverLaney(counts: readonly number[], exposures: readonly number[], week: number): boolean {
  const weeks = Array.from({ length: baselineWeeks }, (_, index) => week - leadWeeks + index).filter((index) => at(exposures, index) > 0);
  const chart = laneyChart({ defectives: weeks.map((index) => at(counts, index)), n: weeks.map((index) => at(exposures, index)) });
  if (chart.pBar === null || chart.sigmaZ === null) return false;
  const n = at(exposures, week);
  return at(counts, week) / n > chart.pBar + 3 * Math.max(1, chart.sigmaZ) * Math.sqrt((chart.pBar * (1 - chart.pBar)) / n);
}

function tested({ subject, counts }: Series, exposures: readonly number[], week: number): Tested | null {
  const [from, to] = [week - leadWeeks, week - guardWeeks];
  const pair = { baselineCount: total(counts, from, to), baselineExposure: total(exposures, from, to), currentCount: at(counts, week), currentExposure: at(exposures, week) };
  if (pair.currentExposure < leastExposure || (pair.baselineCount < leastBaseline && pair.currentCount < leastNow)) return null;
  const { pUpperMid, rateRatio } = emergingIssueTest(pair);
  if (pUpperMid === null) return null;
  const phi = overDispersion(counts.slice(from, to).map((count, index) => ({ count, exposure: at(exposures, from + index) }))) ?? 1;
  return { subject, p: pUpperMid, ratio: rateRatio, excess: excessCount(pair) ?? 0, isOverLimit: phi > scatteredFrom ? isOverLaney(counts, exposures, week) : null };
}

/**
 * Tests every series of a family in one week: conditional binomial with upper mid-P and Benjamini-Hochberg over those that
 * scatter no more than chance; the others by their Laney limit. What has too little to be tested is not in the answer.
 */
export function testWeek(family: readonly Series[], exposures: readonly number[], week: number): Map<string, WeekResult> {
  if (week < leadWeeks) return new Map();
  const all = family.flatMap((series) => tested(series, exposures, week) ?? []);
  const even = all.filter(({ isOverLimit }) => isOverLimit === null);
  const { adjusted, rejectedFlags } = benjaminiHochberg(even.map(({ p }) => p), falseDiscovery);
  const found = new Map(even.map((series, index) => [series.subject, { q: adjusted?.[index] ?? null, hasPassed: rejectedFlags?.[index] ?? false }]));
  return new Map(all.map(({ subject, p, ratio, excess, isOverLimit }) => {
    const own = found.get(subject);
    const isLarge = (ratio === null || ratio >= leastRatio) && excess >= leastExcess;
    return [subject, {
      p: isOverLimit === null ? p : null, q: own?.q ?? null, ratio, excess, how: isOverLimit === null ? 'spike' as const : 'limit' as const,
      isAlert: isLarge && (isOverLimit ?? own?.hasPassed ?? false), isNominal: isOverLimit ?? p < nominal,
    }];
  }));
}

/**
 * The first week in which a slow rise shows: EWMA of standardised shares over the weeks from `from` on, against the twelve
 * weeks before (average run length without change about 370 weeks, two-sided; only the upper side is a signal). Null: none.
 */
export function driftWeek({ counts }: Series, exposures: readonly number[], from: number): number | null {
  const reference = Array.from({ length: baselineWeeks }, (_, index) => from - baselineWeeks + index);
  const share = reference.reduce((sum, week) => sum + (counts[week] ?? 0), 0) / Math.max(1, reference.reduce((sum, week) => sum + (exposures[week] ?? 0), 0));
  const monitored = exposures.map((_, week) => week).filter((week) => week >= from && at(exposures, week) >= leastExposure);
  if (from < baselineWeeks || share <= 0 || share >= 1 || monitored.length === 0) return null;
  if (reference.some((week) => at(exposures, week) < leastExposure)) return null;
  const sigma = Math.sqrt(overDispersion(reference.map((week) => ({ count: at(counts, week), exposure: at(exposures, week) }))) ?? 1);
  const z = monitored.map((week) => (at(counts, week) - at(exposures, week) * share) / Math.sqrt(at(exposures, week) * share * (1 - share)));
  const { ewma: smooth, ucl } = ewmaChart(z, { ...ewma, sigma });
  const position = ucl === null ? -1 : (smooth ?? []).findIndex((value) => value > ucl);
  return position < 0 ? null : at(monitored, position);
}

export type Found = { subject: string; level: 'alert' | 'watch'; how: 'spike' | 'limit' | 'drift' | 'nominal'; onset: number; result: WeekResult | null };

/** Weeks that a scan looks back over. */
export const scannedWeeks = 26;

/**
 * Looks through the last 26 weeks of a family: what stood out first and when. A thing that has signalled keeps its first
 * week as onset. `drifting` names the series that are also watched for a slow rise.
 */
export function scan(family: readonly Series[], exposures: readonly number[], drifting: ReadonlySet<string> = new Set()): Found[] {
  const first = Math.max(leadWeeks, exposures.length - scannedWeeks);
  const weeks = exposures.map((_, week) => week).filter((week) => week >= first);
  const results = weeks.map((week) => testWeek(family, exposures, week));
  return family.flatMap((series): Found[] => {
    const own = results.map((result) => result.get(series.subject) ?? null);
    const alert = own.findIndex((result) => result?.isAlert === true);
    if (alert >= 0) return [{ subject: series.subject, level: 'alert', how: own[alert]?.how ?? 'spike', onset: at(weeks, alert), result: own[alert] ?? null }];
    const drift = drifting.has(series.subject) ? driftWeek(series, exposures, first) : null;
    if (drift !== null) return [{ subject: series.subject, level: 'alert', how: 'drift', onset: drift, result: null }];
    const latest = own.slice(-3);
    const nominalAt = latest.findIndex((result) => result?.isNominal === true && result.excess > 0);
    if (latest.filter((result) => result?.isNominal === true && result.excess > 0).length < 2) return [];
    return [{ subject: series.subject, level: 'watch', how: 'nominal', onset: at(weeks, weeks.length - latest.length + nominalAt), result: latest[nominalAt] ?? null }];
  });
}
