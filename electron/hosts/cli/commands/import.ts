import { readFile } from 'node:fs/promises';
import type { ImportReport, SetAsideRow } from '#shared/model/import-report.ts';
import type { Mapping } from '#shared/model/import-mapping.ts';
import type { JsonMapping } from '#shared/model/json-mapping.ts';
import { isJsonMapping, SavedMapping } from '#shared/model/saved-mapping.ts';
import { argument, textValue, UsageError } from '../command.ts';
import type { Command } from '../command.ts';
import { followJob, withProject } from '../project-call.ts';
import type { EngineClient } from '../project-call.ts';

const pageRows = 500;

type Mappings = { mappings: Record<string, Mapping>; jsonMappings?: Record<string, JsonMapping> };

/** A recipe of the project by id or name, or a file that holds a mapping. */
async function recipeOf(client: EngineClient, recipe: string): Promise<SavedMapping> {
  const found = (await client.imports.recipes()).find(({ id, name }) => id === recipe || name === recipe);
  if (found !== undefined) return found.mapping;
  if (!/\.json$/i.test(recipe)) throw new UsageError(`This project has no recipe “${recipe}”.`);
  const text = await readFile(recipe, 'utf8').catch(() => { throw new UsageError(`There is no file “${recipe}”, and no recipe of that name.`); });
  const mapping = SavedMapping.safeParse(parsed(text));
  if (!mapping.success) throw new UsageError(`“${recipe}” does not hold a recipe.`);
  return mapping.data;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** The recipe's mapping for every table, or every JSON of unknown shape, among the files that it fits. */
async function mappingsOf(client: EngineClient, recipe: string | undefined, fileIds: string[]): Promise<Mappings> {
  if (recipe === undefined) return { mappings: {} };
  const mapping = await recipeOf(client, recipe);
  const { files } = await client.imports.preview({ fileIds });
  // By name: a folder has one handle for all of its files.
  if (isJsonMapping(mapping)) {
    const fitting = files.filter(({ json }) => json !== null);
    return { mappings: {}, jsonMappings: Object.fromEntries(fitting.map(({ name }) => [name, mapping])) };
  }
  const fitting = files.filter(({ kind, table }) => kind === 'table' && table?.headerFingerprint === mapping.headerFingerprint);
  return { mappings: Object.fromEntries(fitting.map(({ name }) => [name, mapping])) };
}

/** Everything that was set aside; the report itself carries only the first of many. */
async function allSetAside(client: EngineClient, report: ImportReport): Promise<SetAsideRow[]> {
  const { importId, setAside, setAsideTotal } = report;
  if (importId === null || setAside.length >= setAsideTotal) return setAside;
  const rows: SetAsideRow[] = [];
  while (rows.length < setAsideTotal) {
    const page = await client.imports.setAside({ importId, offset: rows.length, limit: pageRows });
    if (page.rows.length === 0) break;
    rows.push(...page.rows);
  }
  return rows;
}

function sentences(report: ImportReport, setAside: readonly SetAsideRow[], isDryRun: boolean): string {
  const { files, read, updated, linked } = report;
  const lines = [
    `${isDryRun ? 'Would read' : 'Read'} ${read} records from ${files} files: ${report.new} new, ${updated} updated, ${setAside.length} set aside.`,
    `Surveys: ${linked.matched} matched, ${linked.ambiguous} ambiguous, ${linked.unmatched} unmatched, of ${linked.surveys}.`,
    ...setAside.map(({ file, row, message }) => `${file}${row === null ? '' : `, row ${row}`}: ${message}`),
  ];
  return lines.join('\n');
}

/** `import P FILE-OR-DIR... [--recipe R] [--dry-run]` */
export const importCommand: Command = {
  name: 'import',
  usage: 'P FILE-OR-DIR... [--recipe R] [--dry-run]',
  summary: 'detects, maps, imports and links files; folders go in whole',
  options: { recipe: { type: 'string' }, 'dry-run': { type: 'boolean' } },
  arity: [2, Infinity],
  run: (call) => withProject(argument(call, 0), async ({ client, files }) => {
    const dryRun = call.values['dry-run'] === true;
    const handles = [];
    for (const path of call.args.slice(1)) handles.push(await files.choose(path));
    const fileIds = handles.map(({ id }) => id);
    const mappings = await mappingsOf(client, textValue(call, 'recipe'), fileIds);
    const report = await followJob(await client.imports.run({ fileIds, ...mappings, dryRun }, { signal: call.terminal.stop }), call.terminal);
    const setAside = await allSetAside(client, report);
    const { read, updated, linked, ms, byKind, unchangedFiles } = report;
    return {
      json: { files: report.files, read, new: report.new, updated, setAside, linked, ms, byKind, unchangedFiles },
      text: sentences(report, setAside, dryRun),
      hasProblems: setAside.length > 0,
    };
  }),
};
