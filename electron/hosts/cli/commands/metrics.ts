import { argument, UsageError } from '../command.ts';
import type { Command } from '../command.ts';
import { columns, figure } from '../figures.ts';
import { withProject } from '../project-call.ts';
import { filterOf, whereOption } from '../where.ts';

const namesPerCall = 60;

/** `metrics P [NAME]` */
export const metricsCommand: Command = {
  name: 'metrics',
  usage: 'P [NAME] [--where KEY=VALUE]...',
  summary: 'csat, nps, ces, aht, fcr, transfer and the other figures',
  options: whereOption,
  arity: [1, 2],
  run: (call) => withProject(argument(call, 0), async ({ client }) => {
    const filter = filterOf(call);
    const wanted = call.args[1];
    const known = (await client.metrics.list()).map(({ name }) => name);
    if (wanted !== undefined && !known.includes(wanted)) throw new UsageError(`There is no metric “${wanted}”. Metrics: ${known.join(', ')}.`);
    const names = wanted === undefined ? known : [wanted];
    const envelopes: Awaited<ReturnType<typeof client.metrics.get>> = {};
    for (let at = 0; at < names.length; at += namesPerCall) {
      Object.assign(envelopes, await client.metrics.get({ names: names.slice(at, at + namesPerCall), filter }));
    }
    return { json: envelopes, text: columns(Object.entries(envelopes).map(([name, value]) => [name, figure(value)])) };
  }),
};
