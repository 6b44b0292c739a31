import { GapDefinition } from '#shared/model/gap.ts';
import { SegmentField } from '#shared/model/interaction-filter.ts';
import { argument, countValue, textValue, UsageError } from '../command.ts';
import type { Call, Command } from '../command.ts';
import { columns, figure } from '../figures.ts';
import { withProject } from '../project-call.ts';
import { filterOf, whereOption } from '../where.ts';

function definitionOf(call: Call): GapDefinition {
  const given = textValue(call, 'definition') ?? 'matched';
  const definition = GapDefinition.safeParse(given);
  if (!definition.success) throw new UsageError(`--definition is one of ${GapDefinition.options.join(', ')}, not “${given}”.`);
  return definition.data;
}

function fieldOf(call: Call): SegmentField | null {
  const given = textValue(call, 'by');
  if (given === undefined) return null;
  const field = SegmentField.safeParse(given);
  if (!field.success) throw new UsageError(`--by takes queue, team, cause, channel, product, tenure, language, reason, agent, month or field:NAME, not “${given}”.`);
  return field.data;
}

function topBoxOf(call: Call): 1 | 2 | null {
  const boxes = countValue(call, 'top-box');
  if (boxes === undefined || boxes === 1 || boxes === 2) return boxes ?? null;
  throw new UsageError('--top-box is 1 or 2.');
}

/** `gap P [--definition D] [--by FIELD] [--top-box 1|2]` */
export const gapCommand: Command = {
  name: 'gap',
  usage: 'P [--definition matched|scorecard|belief|mean] [--by FIELD] [--top-box 1|2] [--where KEY=VALUE]...',
  summary: 'the distance between the company’s view and the customers’',
  options: { ...whereOption, definition: { type: 'string' }, by: { type: 'string' }, 'top-box': { type: 'string' } },
  arity: [1, 1],
  async run(call) {
    const question = { definition: definitionOf(call), by: fieldOf(call), topBox: topBoxOf(call), filter: filterOf(call) };
    return withProject(argument(call, 0), async ({ client }) => {
      const { definition, company, customer, gap, table, segments, ...rest } = await client.gap.report(question);
      const lines = segments.map((part) => [part.segment, figure(part.company), figure(part.customer), figure(part.gap)]);
      return {
        json: { definition, company, customer, gap, table, segments, ...rest },
        text: columns([['', 'company', 'customer', 'gap'], ['all', figure(company), figure(customer), figure(gap)], ...lines]),
      };
    });
  },
};
