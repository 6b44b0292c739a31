import { argument } from '../command.ts';
import type { Command } from '../command.ts';
import { columns, figure } from '../figures.ts';
import { withProject } from '../project-call.ts';

/** `agreement P ROUND` */
export const agreementCommand: Command = {
  name: 'agreement',
  usage: 'P ROUND',
  summary: 'how far the raters of a calibration round agree, item by item; the round by id or name',
  options: {},
  arity: [2, 2],
  run: (call) => withProject(argument(call, 0), async ({ client }) => {
    const { items, icc, round, disagreements } = await client.calibration.results({ id: argument(call, 1) });
    const rows = items.map((item) => [item.name, figure(item.exact), figure(item.withinOne), figure(item.alpha), item.gate]);
    return {
      json: { round: { id: round.id, name: round.name, raters: round.raters, interactions: round.interactions }, items, icc, disagreements: disagreements.length },
      text: columns([['', 'exact', 'within one', 'alpha', 'gate'], ...rows]),
    };
  }),
};
