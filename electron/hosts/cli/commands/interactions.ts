import type { InteractionRow } from '#shared/model/interaction.ts';
import { argument, countValue } from '../command.ts';
import type { Command } from '../command.ts';
import { clockTime } from '../clock-time.ts';
import { columns } from '../figures.ts';
import { withProject } from '../project-call.ts';
import { filterOf, whereOption } from '../where.ts';

const pageRows = 500;

function rowOf({ id, externalId, channel, startedAt, durationMs, agent, customer, turns, companyScore, customerScore }: InteractionRow) {
  return { id, externalId, channel, startedAt, durationMs, agent, customer, turns, companyScore, customerScore };
}

/** `interactions P [--where KEY=VALUE] [--limit N]` */
export const interactionsCommand: Command = {
  name: 'interactions',
  usage: 'P [--where KEY=VALUE]... [--limit N]',
  summary: 'lists interactions',
  options: { ...whereOption, limit: { type: 'string' } },
  arity: [1, 1],
  run: (call) => withProject(argument(call, 0), async ({ client }) => {
    const filter = filterOf(call);
    const limit = countValue(call, 'limit') ?? 100;
    const rows: InteractionRow[] = [];
    let total = 0;
    do {
      const page = await client.interactions.page({ filter, offset: rows.length, limit: Math.min(pageRows, limit - rows.length) });
      total = page.total;
      rows.push(...page.rows);
      if (page.rows.length === 0) break;
    } while (rows.length < Math.min(limit, total));
    const head = ['id', 'channel', 'started', 'length', 'agent', 'customer', 'turns', 'company', 'customer says'];
    const lines = rows.map((row) => [
      row.externalId, row.channel, row.startedAt, clockTime(row.durationMs), row.agent, row.customer, row.turns, row.companyScore, row.customerScore,
    ]);
    return { json: { total, rows: rows.map(rowOf) }, text: `${columns([head, ...lines])}\n${rows.length} of ${total}` };
  }),
};
