import { argument, neededValue, textValue, UsageError } from '../command.ts';
import type { Command } from '../command.ts';
import { clockTime, parseClockTime } from '../clock-time.ts';
import { withProject } from '../project-call.ts';
import type { EngineClient } from '../project-call.ts';

/** A code by its key, name or id, whatever the person knows it by. */
async function findCode(client: EngineClient, wanted: string) {
  const codes = await client.codebook.list();
  const same = (text: string): boolean => text.toLowerCase() === wanted.toLowerCase();
  const code = codes.find(({ id }) => id === wanted) ?? codes.find(({ key }) => same(key)) ?? codes.find(({ name }) => same(name));
  if (code === undefined) throw new UsageError(`The codebook has no code “${wanted}”. Codes: ${codes.map(({ key }) => key).join(', ')}.`);
  return code;
}

/** `tag P ID --code CODE --at 2:14 [--to 2:30] [--note T]` */
export const tagCommand: Command = {
  name: 'tag',
  usage: 'P ID --code CODE --at 2:14 [--to 2:30] [--note TEXT]',
  summary: 'adds a tag',
  options: { code: { type: 'string' }, at: { type: 'string' }, to: { type: 'string' }, note: { type: 'string' } },
  arity: [2, 2],
  async run(call) {
    const wanted = neededValue(call, 'code');
    const startMs = parseClockTime(neededValue(call, 'at'));
    const to = textValue(call, 'to');
    const endMs = to === undefined ? null : parseClockTime(to);
    if (endMs !== null && endMs < startMs) throw new UsageError('--to lies before --at.');
    return withProject(argument(call, 0), async ({ client }) => {
      const code = await findCode(client, wanted);
      const tag = await client.tags.add({
        interactionId: argument(call, 1), codeId: code.id, startMs, endMs, turnSeq: null, charStart: null, charEnd: null,
        note: textValue(call, 'note') ?? null, severity: null, outcome: null,
      });
      return { json: { tag }, text: `Tagged ${clockTime(tag.startMs)} with “${tag.codeName}”.` };
    });
  },
};
