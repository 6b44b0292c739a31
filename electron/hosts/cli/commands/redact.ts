import { wholeInteraction } from '#shared/contract/interactions.ts';
import type { Call, Command, Outcome } from '../command.ts';
import { withEngine, withProject } from '../project-call.ts';

const pageSize = 500;

/** Finds personal data in what stands on standard input. */
async function redactInput(call: Call): Promise<Outcome> {
  const input = await call.terminal.readInput();
  return withEngine('standard input', async ({ client }) => {
    const { text, entities } = await client.privacy.find({ text: input });
    return { json: { text, entities }, text };
  });
}

/** Lists what a project's transcripts hold, by interaction and turn. Changes nothing; hiding is done in the app, after a look. */
function redactProject(call: Call, path: string): Promise<Outcome> {
  return withProject(path, async ({ client }) => {
    const entities = [];
    const lines: string[] = [];
    for (let offset = 0; ; offset += pageSize) {
      const { rows, total } = await client.interactions.page({ filter: {}, offset, limit: pageSize });
      for (const row of rows) {
        const { places } = await client.privacy.places({ interactionId: row.id });
        const { turns } = wholeInteraction(await client.interactions.get({ id: row.id }));
        const found = places.filter(({ status }) => status === 'suggested' || status === 'applied');
        for (const { turnSeq, charStart, charEnd, type, status } of found) {
          entities.push({ interaction: row.externalId, turn: turnSeq, type, start: charStart, end: charEnd, status });
        }
        for (const turn of turns) {
          const spans = found.filter(({ turnSeq }) => turnSeq === turn.seq);
          if (spans.length > 0) lines.push(`${row.externalId} ${turn.seq}: ${cover(turn.text, spans)}`);
        }
      }
      if (offset + pageSize >= total) break;
    }
    return { json: { text: lines.join('\n'), entities }, text: lines.length === 0 ? 'Nothing was found. That is no proof that there is nothing.' : lines.join('\n') };
  });
}

function cover(text: string, spans: readonly { charStart: number; charEnd: number }[]): string {
  return spans.reduce((covered, { charStart, charEnd }) => covered.slice(0, charStart) + '▮'.repeat(charEnd - charStart) + covered.slice(charEnd), text);
}

/** `redact [P|-]` */
export const redactCommand: Command = {
  name: 'redact',
  usage: '[P|-]',
  summary: 'finds personal data in a project, or in what stands on standard input',
  options: {},
  arity: [0, 1],
  run: (call) => {
    const [path = '-'] = call.args;
    return path === '-' ? redactInput(call) : redactProject(call, path);
  },
};
