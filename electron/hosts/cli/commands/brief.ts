import { existsSync } from 'node:fs';
import { extname, resolve } from 'node:path';
import { EarshotError } from '#shared/errors.ts';
import { BriefingFormat } from '#shared/model/briefing.ts';
import { argument, neededValue, UsageError } from '../command.ts';
import type { Command } from '../command.ts';
import { followJob, withProject } from '../project-call.ts';

/** `brief P --out F.pptx|.pdf|.xlsx|.html` */
export const briefCommand: Command = {
  name: 'brief',
  usage: 'P --out F.pptx|.pdf|.xlsx|.html [--force]',
  summary: 'writes the briefing',
  options: { out: { type: 'string' }, force: { type: 'boolean' } },
  arity: [1, 1],
  async run(call) {
    const out = neededValue(call, 'out');
    const format = BriefingFormat.safeParse(extname(out).slice(1).toLowerCase());
    if (!format.success) throw new UsageError(`--out must end in ${BriefingFormat.options.map((name) => `.${name}`).join(', ')}.`);
    const overwrite = call.values['force'] === true;
    if (!overwrite && existsSync(out)) throw new EarshotError('REFUSED', `“${out}” is there already. Add --force to replace it.`);
    return withProject(argument(call, 0), async ({ client, files }) => {
      const job = await client.briefing.export({ format: format.data }, { signal: call.terminal.stop });
      const done = await followJob(job, call.terminal);
      await files.exports.save(done.exportId, resolve(out), { overwrite });
      return {
        json: { out, slides: done.slides, claims: done.claims.map(({ text, envelope }) => ({ text, envelope })) },
        text: `Wrote ${out}: ${done.slides} slides, ${done.claims.length} claims.`,
      };
    });
  },
};
