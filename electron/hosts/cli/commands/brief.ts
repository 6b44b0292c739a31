import { existsSync } from 'node:fs';
import { extname, resolve } from 'node:path';
import { EarshotError } from '#shared/errors.ts';
import { BriefingFormat, type BriefingSize, type BriefingTemplate } from '#shared/model/briefing.ts';
import { argument, neededValue, textValue, UsageError } from '../command.ts';
import type { Call, Command } from '../command.ts';
import { followJob, withProject } from '../project-call.ts';

const templates: Record<string, BriefingTemplate> = { 'one-page': 'onePage', 'six-slides': 'sixSlides', report: 'report' };
const sizes: Record<string, BriefingSize> = { '16:9': 'wide', a4: 'a4', letter: 'letter' };

/** One of the listed words, or nothing. @throws UsageError */
function oneOf<T>(call: Call, name: string, words: Record<string, T>): T | undefined {
  const given = textValue(call, name)?.toLowerCase();
  if (given === undefined) return undefined;
  const found = words[given];
  if (found === undefined) throw new UsageError(`--${name} takes ${Object.keys(words).join(', ')}, not “${given}”.`);
  return found;
}

/** `brief P --out F.pptx|.pdf|.html|.xlsx|.csv|.zip [--template T] [--size S]` */
export const briefCommand: Command = {
  name: 'brief',
  usage: 'P --out F.pptx|.pdf|.html|.xlsx|.csv|.zip [--template one-page|six-slides|report] [--size 16:9|a4|letter] [--force]',
  summary: 'writes the briefing',
  options: { out: { type: 'string' }, template: { type: 'string' }, size: { type: 'string' }, force: { type: 'boolean' } },
  arity: [1, 1],
  async run(call) {
    const out = neededValue(call, 'out');
    const format = BriefingFormat.safeParse(extname(out).slice(1).toLowerCase());
    if (!format.success) throw new UsageError(`--out must end in ${BriefingFormat.options.map((name) => `.${name}`).join(', ')}.`);
    const overwrite = call.values['force'] === true;
    if (!overwrite && existsSync(out)) throw new EarshotError('REFUSED', `“${out}” is there already. Add --force to replace it.`);
    const [template, size] = [oneOf(call, 'template', templates), oneOf(call, 'size', sizes)];
    return withProject(argument(call, 0), async ({ client, files }) => {
      const job = await client.briefing.export({ format: format.data, ...(template === undefined ? {} : { template }), ...(size === undefined ? {} : { size }) }, { signal: call.terminal.stop });
      const done = await followJob(job, call.terminal);
      await files.exports.save(done.exportId, resolve(out), { overwrite });
      return {
        json: { out, slides: done.slides, claims: done.claims.map(({ text, envelope }) => ({ text, envelope })) },
        text: `Wrote ${out}: ${done.slides} slides, ${done.claims.length} claims.`,
      };
    });
  },
};
