import { EarshotError } from '#shared/errors.ts';
import { explore } from '#engine/metrics/explore.ts';
import type { MetricContext } from '#engine/metrics/metric.ts';
import { metricRegistry } from '#engine/metrics/registry.ts';
import type { InteractionFilter } from '#shared/model/interaction-filter.ts';
import type { Session } from '#engine/session.ts';
import { readDefinitions } from '#engine/store/queries/definitions.ts';
import { desk } from './desk.ts';

function mustFindMetric(name: string) {
  const metric = metricRegistry.find((entry) => entry.name === name);
  if (!metric) throw new EarshotError('NOT_FOUND', `There is no metric "${name}". Known: ${metricRegistry.map((entry) => entry.name).join(', ')}.`);
  return metric;
}

export function metricProcedures(session: Session) {
  const context = (filter: InteractionFilter): MetricContext => ({
    db: session.db, definitions: readDefinitions(session.db).definitions, filter, now: session.options.clock(),
  });
  return desk.metrics.router({
    list: desk.metrics.list.handler(() => metricRegistry.map(({ name, unit, direction, isHeadline }) => (
      { name, label: `metric.${name}.label`, definition: `metric.${name}.definition`, unit, direction, isHeadline }))),
    get: desk.metrics.get.handler(({ input }) => {
      const chosen = input.names.length === 0 ? metricRegistry : input.names.map(mustFindMetric);
      return Object.fromEntries(chosen.map((metric) => [metric.name, metric.compute(context(input.filter))]));
    }),
    explore: desk.metrics.explore.handler(({ input }) => explore(context(input.filter), mustFindMetric(input.name), input.by)),
  });
}
