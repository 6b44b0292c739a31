import { envelope } from '#shared/model/envelope.ts';
import { interactionWhere } from '#engine/store/queries/interaction-where.ts';
import { meanInterval } from '#shared/stats/mean-interval.ts';
import type { Metric, MetricContext } from './metric.ts';
import { smallSample } from './shares.ts';

type HandleSql = { seconds: number | null };
const seed = 19_170_101;

function handled({ db, definitions, filter }: MetricContext): (number | null)[] {
  const where = interactionWhere(filter, definitions);
  return db.all<HandleSql>(
    `SELECT (i.talk_ms + i.hold_ms + i.acw_ms) / 1000.0 AS seconds FROM interaction i
     WHERE coalesce(i.abandoned, 0) = 0 AND i.direction IS NOT 'outbound' AND ${where.sql}`, where.parameters,
  ).map((row) => row.seconds);
}

/**
 * Average handle time, seconds: talk + hold + after-call work over handled contacts with all three parts known. A missing
 * part is not 0. Context, never a headline, and never beside a name without FCR and the customer's score.
 */
export const aht: Metric = {
  name: 'aht', unit: 'seconds', direction: 'context', isHeadline: false,
  compute(context) {
    const all = handled(context);
    const complete = all.filter((seconds) => seconds !== null);
    const result = meanInterval(complete, seed);
    return envelope({
      unit: 'seconds', value: result?.mean ?? null, n: complete.length, denominator: complete.length,
      reason: result ? null : all.length === 0 ? 'NO_DATA' : 'ZERO_DENOMINATOR',
      ci: result?.ci ? { lo: result.ci[0], hi: result.ci[1], conf: 0.95, method: result.method === 't' ? 't' : `bootstrap-percentile seed ${seed}` } : null,
      excluded: { missing: all.length - complete.length, invalid: 0, unlinked: 0, immature: 0, outOfScope: 0 },
      coverage: all.length === 0 ? 1 : complete.length / all.length, flags: smallSample(complete.length, []), evidence: context.filter,
    });
  },
  distribution(context) {
    const bands: readonly (readonly [label: string, below: number])[] = [['0-2 min', 120], ['2-5 min', 300], ['5-10 min', 600], ['10-20 min', 1200], ['20 min and more', Infinity]];
    const known = handled(context).filter((seconds) => seconds !== null);
    return bands.map(([label, below], at) => ({ label, n: known.filter((seconds) => seconds < below && seconds >= (bands[at - 1]?.[1] ?? 0)).length }));
  },
};
