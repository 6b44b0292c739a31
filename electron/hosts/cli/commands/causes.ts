import { CauseWeight } from '#shared/model/cause.ts';
import { CostMethod } from '#shared/model/cost.ts';
import { argument, textValue, UsageError } from '../command.ts';
import type { Call, Command } from '../command.ts';
import { columns, figure } from '../figures.ts';
import { withProject } from '../project-call.ts';
import { filterOf, whereOption } from '../where.ts';

function weightOf(call: Call): CauseWeight {
  const given = textValue(call, 'weight') ?? 'count';
  const weight = CauseWeight.safeParse(given);
  if (!weight.success) throw new UsageError(`--weight is one of ${CauseWeight.options.join(', ')}, not “${given}”.`);
  return weight.data;
}

function methodOf(call: Call): CostMethod {
  const given = textValue(call, 'method') ?? 'time-driven';
  const method = CostMethod.safeParse(given);
  if (!method.success) throw new UsageError(`--method is ${CostMethod.options.join(' or ')}, not “${given}”.`);
  return method.data;
}

/** `causes P [--weight count|customers|cost|harm] [--method time-driven|fully-loaded]` */
export const causesCommand: Command = {
  name: 'causes',
  usage: 'P [--weight count|customers|cost|harm] [--method time-driven|fully-loaded] [--where KEY=VALUE]...',
  summary: 'root causes with their owners, cost and charge-back',
  options: { ...whereOption, weight: { type: 'string' }, method: { type: 'string' } },
  arity: [1, 1],
  async run(call) {
    const [weight, method, filter] = [weightOf(call), methodOf(call), filterOf(call)];
    return withProject(argument(call, 0), async ({ client }) => {
      const report = await client.causes.report({ weight, method, filter });
      const cost = await client.causes.cost({ method, from: filter.from, to: filter.to });
      const { causes, owners: shares, total: interactions, ...rest } = report;
      const charged = new Map(cost.lines.map((line) => [line.code, line]));
      const { owners, total, unallocated, lines: _lines, ...costRest } = cost;
      const rows = causes.map((row) => [row.key, row.name, row.owner, figure(row.share), charged.get(row.code)?.total.toFixed(2) ?? null]);
      const money = (amount: number): string => `${amount.toFixed(2)} ${cost.currency ?? ''}`.trim();
      return {
        json: {
          causes: causes.map((row) => ({ ...row, charge: charged.get(row.code) ?? null })), owners, total, unallocated, unused: cost.unused,
          pareto: { ...rest, interactions, ownerShares: shares }, cost: costRest,
        },
        text: [
          rows.length === 0 ? `None of ${interactions} interactions carries a cause yet.` : columns([['code', 'cause', 'owner', 'share of coded', 'charged'], ...rows]), '',
          columns([['owner', 'cost'], ...owners.map((own) => [own.owner, money(own.total)]), ['nobody', money(unallocated)], ['unused capacity', money(cost.unused)], ['total', money(total)]]),
        ].join('\n'),
      };
    });
  },
};
