import { argument } from '../command.ts';
import type { Command } from '../command.ts';
import { withProject } from '../project-call.ts';

/** `redo P` */
export const redoCommand: Command = {
  name: 'redo',
  usage: 'P',
  summary: 'does again what was taken back last',
  options: {},
  arity: [1, 1],
  run: (call) => withProject(argument(call, 0), async ({ client }) => {
    const { redone, interactionId } = await client.project.redo();
    return { json: { redone, interactionId }, text: `Done again: ${redone}.` };
  }),
};
