import { envelope, type Envelope } from '#shared/model/envelope.ts';
import type { InteractionFilter, SegmentField } from '#shared/model/interaction-filter.ts';
import { bootstrapMean } from '#shared/stats/bootstrap.ts';
import { mean } from '#shared/stats/descriptive.ts';
import { pairedT } from '#shared/stats/paired-t.ts';
import type { Database } from '#engine/store/database.ts';
import { interactionWhere, type GoodRule } from '#engine/store/queries/interaction-where.ts';
import { localMonthSql } from '#engine/store/queries/local-time.ts';
import { segmentSql } from '#engine/store/queries/segment-sql.ts';
import { smallSample } from '../shares.ts';
import type { Sides } from './sides.ts';

type Pair = { segment: string | null; company: number; customer: number };

/** Stored with the result so that a briefing can be printed again, digit for digit. */
export const meanGapSeed = 20_051_121;

/** Both scores (0-100) of every matched interaction, with its segment. */
export function scorePairs(db: Database, options: { filter: InteractionFilter; rule: GoodRule; by: SegmentField | null }): Pair[] {
  const where = interactionWhere(options.filter, options.rule);
  const segment = options.by === null ? null : segmentSql(options.by, localMonthSql(db, options.rule.timeZone));
  return db.all<Pair>(
    `SELECT ${segment?.sql ?? 'NULL'} AS segment, i.company_score AS company, i.customer_score AS customer
     FROM interaction i ${segment?.joins ?? ''}
     WHERE i.company_score IS NOT NULL AND i.customer_score IS NOT NULL AND i.company_purpose IS NOT 'targeted' AND ${where.sql}`,
    [...(segment?.parameters ?? []), ...where.parameters],
  );
}

/** G3: mean difference of the two scores, each on 0-100. Paired t from 30 pairs, else a seeded bootstrap (Efron 1979). */
export function meanSides(pairs: readonly Pair[], filter: InteractionFilter): Sides {
  const evidence: InteractionFilter = { ...filter, evaluated: true, answered: true, randomOnly: true };
  const x = pairs.map((pair) => pair.company);
  const y = pairs.map((pair) => pair.customer);
  const test = pairedT({ x, y });
  return { company: scoreEnvelope(x, evidence), customer: scoreEnvelope(y, evidence), gap: differenceEnvelope(x, y, evidence), p: test.p };
}

function scoreEnvelope(values: readonly number[], evidence: InteractionFilter): Envelope {
  const interval = values.length < 2 ? null : bootstrapMean({ values, seed: meanGapSeed }).percentileCi;
  return envelope({
    unit: 'score', value: mean(values), n: values.length, denominator: values.length, reason: values.length === 0 ? 'UNLINKED' : null,
    ci: interval && { lo: interval[0], hi: interval[1], conf: 0.95, method: `bootstrap-percentile seed ${meanGapSeed}` },
    flags: smallSample(values.length, []), evidence,
  });
}

function differenceEnvelope(x: readonly number[], y: readonly number[], evidence: InteractionFilter): Envelope {
  const n = x.length;
  const test = pairedT({ x, y });
  const isT = n >= 30;
  const interval = isT ? test.ci : n < 2 ? null
    : bootstrapMean({ values: x.map((value, at) => value - (y[at] ?? 0)), seed: meanGapSeed }).percentileCi;
  return envelope({
    unit: 'points', value: n === 0 ? null : (mean(x) ?? 0) - (mean(y) ?? 0), n, denominator: n, reason: n === 0 ? 'UNLINKED' : null,
    ci: interval && { lo: interval[0], hi: interval[1], conf: 0.95, method: isT ? 'paired-t' : `bootstrap-percentile seed ${meanGapSeed}` },
    flags: smallSample(n, []), evidence,
  });
}
