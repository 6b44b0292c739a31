import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { EarshotError } from '#shared/errors.ts';
import { argument } from '../command.ts';
import type { Command } from '../command.ts';
import { followJob, projectName, withEngine } from '../project-call.ts';

/** `new P [--sample]` */
export const newCommand: Command = {
  name: 'new',
  usage: 'P [--sample]',
  summary: 'creates a project, with the sample data if asked',
  options: { sample: { type: 'boolean' } },
  arity: [1, 1],
  async run(call) {
    const path = argument(call, 0).replace(/(\.earshot)?$/i, '.earshot');
    if (existsSync(path)) throw new EarshotError('PROJECT_EXISTS', `“${path}” is there already. Nothing was changed; choose another name.`);
    return withEngine(path, async ({ client }) => {
      const job = await client.project.create({ name: projectName(path), sample: call.values['sample'] === true }, { signal: call.terminal.stop });
      const info = await followJob(job, call.terminal);
      return { json: { project: { ...info, path: resolve(path) } }, text: `Made ${path} with ${info.counts.interactions} interactions.` };
    });
  },
};
