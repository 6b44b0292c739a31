import { existsSync } from 'node:fs';
import { extname, resolve } from 'node:path';
import { EarshotError } from '#shared/errors.ts';
import { BriefingFormat, type BriefingSize, type BriefingTemplate } from '#shared/model/briefing.ts';
import { argument, neededValue, textValue, UsageError } from '../command.ts';
import type { Call, Command, Outcome } from '../command.ts';
import { columns, figure } from '../figures.ts';
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

/** `brief P --out F.pptx|.pdf|.html|.xlsx|.csv|.zip [--template T] [--size S]`, or `brief P --compare F` */
export const briefCommand: Command = {
  name: 'brief',
  usage: 'P --out F.pptx|.pdf|.html|.xlsx|.csv|.zip [--template one-page|six-slides|report] [--size 16:9|a4|letter] [--force] | P --compare F',
  summary: 'writes the briefing, or compares one that was written with the data of today',
  options: { out: { type: 'string' }, compare: { type: 'string' }, template: { type: 'string' }, size: { type: 'string' }, force: { type: 'boolean' } },
  arity: [1, 1],
  async run(call) {
    const earlier = textValue(call, 'compare');
    if (earlier !== undefined) return compare(call, earlier);
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
        text: `Wrote ${out}: ${countOf(done.slides, 'slide')}, ${countOf(done.claims.length, 'claim')}.`,
      };
    });
  },
};

const countOf = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;

/** Exit code 1 when a claim does not hold any more. */
async function compare(call: Call, path: string): Promise<Outcome> {
  return withProject(argument(call, 0), async ({ client, files }) => {
    const found = await client.briefing.compare({ fileId: (await files.choose(resolve(path))).id });
    const rows = found.claims.map(({ state, text, before, now }) => [state, text, before === null ? null : figure(before), now === null ? null : figure(now)] as const);
    return {
      json: found, hasProblems: found.claims.some(({ state }) => state === 'different' || state === 'gone'),
      text: `${found.title} (${found.generatedAt.slice(0, 10)}), against today: ${found.isSameData ? 'the same data' : 'other data'}\n${columns([['', 'claim', 'then', 'today'], ...rows])}`,
    };
  });
}
