import { agreementMetrics } from './registry/agreement.ts';
import { costMetrics } from './registry/cost.ts';
import { gapMetrics } from './registry/gap.ts';
import { lifetimeMetrics } from './registry/lifetime.ts';
import type { Answer, StatsMetric } from './registry/metric.ts';
import { numericsMetrics } from './registry/numerics.ts';
import { operationsMetrics } from './registry/operations.ts';
import { proportionMetrics } from './registry/proportions.ts';
import { samplingMetrics } from './registry/sampling.ts';
import { scoreMetrics } from './registry/scores.ts';
import { signalMetrics } from './registry/signals.ts';
import { survivalMetrics } from './registry/survival.ts';
import { StatsInputError } from './stats-input-error.ts';

export { StatsInputError } from './stats-input-error.ts';

/** Every statistics function that can be called by name with JSON, group by group. */
const metrics: readonly StatsMetric[] = [
  ...numericsMetrics, ...proportionMetrics, ...gapMetrics, ...scoreMetrics, ...operationsMetrics, ...agreementMetrics,
  ...survivalMetrics, ...lifetimeMetrics, ...costMetrics, ...signalMetrics, ...samplingMetrics,
];

const byName: ReadonlyMap<string, StatsMetric> = new Map(metrics.map((metric) => [metric.name, metric]));

/** The names that `runStats` knows. */
export const statsMetrics: readonly string[] = metrics.map((metric) => metric.name);

/**
 * Runs one statistics function on a JSON object and answers in the field names of the contract: the primary field first, `reason`
 * null or the code of why it is not available, `reasons` for other fields. Never NaN or infinity. Throws StatsInputError, naming the
 * field, for an unknown metric and for an input that is missing, of the wrong type or impossible.
 */
export function runStats(metric: string, json: unknown): Answer {
  const found = byName.get(metric);
  if (!found) throw new StatsInputError('METRIC', `${JSON.stringify(metric)} is not known`);
  if (typeof json !== 'object' || json === null || Array.isArray(json)) throw new StatsInputError('input', 'is not one JSON object');
  return found.run(json);
}
