import type { CodeKind } from '#shared/model/code.ts';
import type { CodebookImport } from '#shared/model/codebook-file.ts';
import { EarshotError } from '#shared/errors.ts';
import { asFileName, encoded, exportFile, type ExportFile } from '#engine/export-file.ts';
import type { Session } from '#engine/session.ts';
import { isDefaultUntouched, listCodes, retiredCodes } from '#engine/store/queries/codebook.ts';
import { planImport } from './plan-import.ts';
import { readCodebookFile } from './read-codebook-file.ts';
import { type Separator, splitNames, suggestedSeparator } from './split-names.ts';
import { writeQdc } from './write-qdc.ts';

export type CodebookRequest = { fileId: string; kind: CodeKind; separator: Separator | null; dryRun: boolean };

/** Reads a codebook file and, unless it is a dry run, brings it in as one change. @throws UnreadableFileError, EarshotError */
export async function importCodebook(session: Session, request: CodebookRequest, signal: AbortSignal): Promise<CodebookImport> {
  const [source, ...more] = await session.options.files.chosen(request.fileId);
  if (source === undefined || more.length > 0) throw new EarshotError('REFUSED', 'Choose one codebook file.');
  const file = await readCodebookFile(source, signal);
  const codes = request.separator === null ? file.codes : splitNames(file.codes, request.separator);
  const { db } = session;
  const plan = planImport(codes, { inUse: listCodes(db), retired: retiredCodes(db), isUntouched: isDefaultUntouched(db) }, request.kind);
  if (!request.dryRun && plan.steps.length > 0) await session.executeAll(plan.steps, ['codebook', 'interactions', 'project', 'metrics', 'briefing']);
  const count = (act: CodebookImport['rows'][number]['act']): number => plan.rows.filter((row) => row.act === act).length;
  return {
    format: file.format, origin: file.origin, codes: plan.rows.length, added: count('add'), changed: count('change'), same: count('same'),
    retired: plan.retired, suggestedSeparator: suggestedSeparator(file.codes), remarks: [...file.remarks, ...plan.remarks], rows: plan.rows,
  };
}

/** Writes the codes in use as a codebook file and hands it to the host. */
export async function exportCodebook(session: Session): Promise<ExportFile & { codes: number; leftOut: number }> {
  const codes = listCodes(session.db);
  const file = await exportFile(session.options.files, `${asFileName(session.project.name, 'Earshot')} codebook.qdc`, encoded([writeQdc(codes)]));
  return { ...file, codes: codes.length, leftOut: retiredCodes(session.db).length };
}
