import { argument } from '../command.ts';
import type { Command } from '../command.ts';
import { columns, figure } from '../figures.ts';
import { withProject } from '../project-call.ts';

/** `signals P` */
export const signalsCommand: Command = {
  name: 'signals',
  usage: 'P',
  summary: 'what is starting: causes, rules and new words that stand out',
  options: {},
  arity: [1, 1],
  run: (call) => withProject(argument(call, 0), async ({ client }) => {
    const report = await client.signals.list();
    const lines = report.signals.map((signal) => [
      signal.name, signal.kind, signal.level, signal.state, signal.onset, signal.count, signal.ratio.value === null ? 'new' : figure(signal.ratio), signal.q?.toPrecision(2) ?? null, signal.firstHeard?.externalId ?? null,
    ]);
    return { json: report, text: lines.length === 0 ? `Nothing stands out; ${report.weeks.usable} of ${report.weeks.count} weeks could be compared.` : columns([['signal', 'kind', 'level', 'state', 'since', 'contacts', 'times the rate before', 'q', 'first heard'], ...lines]) };
  }),
};
