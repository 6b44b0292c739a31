import { argument } from '../command.ts';
import type { Command } from '../command.ts';
import { withProject } from '../project-call.ts';

/** `undo P` */
export const undoCommand: Command = {
  name: 'undo',
  usage: 'P',
  summary: 'takes the last command back',
  options: {},
  arity: [1, 1],
  run: (call) => withProject(argument(call, 0), async ({ client }) => {
    const { undone, interactionId } = await client.project.undo();
    return { json: { undone, interactionId }, text: `Took back: ${undone}.` };
  }),
};
