import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { EarshotError } from '#shared/errors.ts';
import { CodeKind } from '#shared/model/code.ts';
import { argument, textValue, UsageError } from '../command.ts';
import type { Call, Command, Outcome } from '../command.ts';
import { withProject } from '../project-call.ts';
import type { ProjectCall } from '../project-call.ts';

async function list({ client }: ProjectCall): Promise<Outcome> {
  const codes = await client.codebook.list();
  const names = new Map(codes.map(({ id, name }) => [id, name]));
  const lines = codes.map(({ key, name, kind, owner, parentId, uses }) =>
    [key, name, kind, owner ?? '', parentId === null ? '' : names.get(parentId) ?? '', String(uses)].join('\t'));
  return { json: { codes }, text: ['code\tname\tkind\towner\tunder\ttags', ...lines].join('\n') };
}

async function bringIn({ client, files }: ProjectCall, path: string, call: Call): Promise<Outcome> {
  const kind = CodeKind.safeParse(textValue(call, 'kind') ?? 'cause');
  if (!kind.success) throw new UsageError(`--kind must be one of ${CodeKind.options.join(', ')}.`);
  const stated = textValue(call, 'split');
  if (stated !== undefined && stated !== '::' && stated !== '.') throw new UsageError('--split must be :: or a full stop.');
  const { id: fileId } = await files.choose(path);
  const report = await client.codebook.importFile({ fileId, kind: kind.data, separator: stated ?? null, dryRun: call.values['dry-run'] === true });
  const { codes, added, changed, same, retired, suggestedSeparator, remarks } = report;
  const hint = suggestedSeparator !== null && stated === undefined ? [`Names have levels: --split ${suggestedSeparator} makes them a tree.`] : [];
  return {
    json: report, hasProblems: remarks.length > 0,
    text: [`${codes} codes: ${added} added, ${changed} changed, ${same} the same; ${retired} of the default codebook made room.`, ...hint, ...remarks].join('\n'),
  };
}

async function takeOut({ client, files }: ProjectCall, out: string, call: Call): Promise<Outcome> {
  const overwrite = call.values['force'] === true;
  if (!overwrite && existsSync(out)) throw new EarshotError('REFUSED', `“${out}” is there already. Add --force to replace it.`);
  const { exportId, codes, leftOut } = await client.codebook.exportFile();
  await files.exports.save(exportId, resolve(out), { overwrite });
  return { json: { out, codes, leftOut }, text: `Wrote ${out}: ${codes} codes.${leftOut === 0 ? '' : ` ${leftOut} codes out of use were left out.`}` };
}

/** `codebook P [--import F | --export F]` */
export const codebookCommand: Command = {
  name: 'codebook',
  usage: 'P [--import F.qdc|.qdpx [--kind cause|behaviour|event] [--split ::|.] [--dry-run] | --export F.qdc [--force]]',
  summary: 'lists the codebook, or reads or writes it as a REFI-QDA file',
  options: {
    import: { type: 'string' }, export: { type: 'string' }, kind: { type: 'string' }, split: { type: 'string' }, 'dry-run': { type: 'boolean' }, force: { type: 'boolean' },
  },
  arity: [1, 1],
  run(call) {
    const from = textValue(call, 'import');
    const out = textValue(call, 'export');
    if (from !== undefined && out !== undefined) throw new UsageError('Choose --import or --export, not both.');
    return withProject(argument(call, 0), (project) => {
      if (from !== undefined) return bringIn(project, from, call);
      return out === undefined ? list(project) : takeOut(project, out, call);
    });
  },
};
