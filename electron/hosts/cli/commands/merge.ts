import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { EarshotError } from '#shared/errors.ts';
import type { CodedMark } from '#shared/model/coding.ts';
import { argument, textValue, UsageError } from '../command.ts';
import type { Call, Command, Outcome } from '../command.ts';
import { withProject } from '../project-call.ts';
import type { ProjectCall } from '../project-call.ts';

async function takeOut({ client, files }: ProjectCall, out: string, call: Call): Promise<Outcome> {
  const overwrite = call.values['force'] === true;
  if (!overwrite && existsSync(out)) throw new EarshotError('REFUSED', `“${out}” is there already. Add --force to replace it.`);
  const { exportId, marks } = await client.tags.exportCoding();
  await files.exports.save(exportId, resolve(out), { overwrite });
  return { json: { out, marks }, text: `Wrote ${out}: ${marks} marks.` };
}

const named = (mark: CodedMark): string => `${mark.kind === 'tag' ? mark.code : 'cue'} in ${mark.interaction} by ${mark.createdBy}`;

async function bringIn({ client, files }: ProjectCall, path: string, call: Call): Promise<Outcome> {
  const { id: fileId } = await files.choose(path);
  const merge = await client.tags.mergeCoding({ fileId, dryRun: call.values['dry-run'] === true });
  const { added, same, conflicts, setAside } = merge;
  const lines = [
    `${added} added, ${same} the same, ${conflicts.length} in conflict and left as they are, ${setAside.length} set aside.`,
    ...conflicts.map(({ mine, differs }) => `conflict: ${named(mine)} differs in ${differs.join(', ')}`),
    ...setAside.map(({ mark, reason }) => `set aside: ${named(mark)} (${reason})`),
  ];
  return { json: merge, text: lines.join('\n'), hasProblems: conflicts.length + setAside.length > 0 };
}

/** `merge P FILE` and `merge P --export F` */
export const mergeCommand: Command = {
  name: 'merge',
  usage: 'P [F.json [--dry-run] | --export F.json [--force]]',
  summary: 'writes what people marked here, or takes in what they marked in another project; conflicts are shown, nothing is written over',
  options: { export: { type: 'string' }, 'dry-run': { type: 'boolean' }, force: { type: 'boolean' } },
  arity: [1, 2],
  run(call) {
    const out = textValue(call, 'export');
    const from = call.args[1];
    if ((out === undefined) === (from === undefined)) throw new UsageError('Give a file to take in, or --export with a file to write.');
    return withProject(argument(call, 0), (project) => (out === undefined ? bringIn(project, argument(call, 1), call) : takeOut(project, out, call)));
  },
};
