import { argument } from '../command.ts';
import type { Command } from '../command.ts';
import { withProject } from '../project-call.ts';

/** `verify P` */
export const verifyCommand: Command = {
  name: 'verify',
  usage: 'P',
  summary: 'checks hashes, chain, integrity and foreign keys',
  options: {},
  arity: [1, 1],
  run: (call) => withProject(argument(call, 0), async ({ client }) => {
    const { ok, checks } = await client.project.verify();
    return {
      json: { ok, checks },
      text: checks.map((check) => `${check.ok ? 'ok   ' : 'WRONG'}  ${check.name}: ${check.detail}`).join('\n'),
      hasProblems: !ok,
    };
  }),
};
