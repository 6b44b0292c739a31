import { EarshotError } from '#shared/errors.ts';
import { encoded, exportFile, type ExportFile } from '#engine/export-file.ts';
import type { Session } from '#engine/session.ts';
import { setAsideRecords } from '#engine/store/queries/imports.ts';
import { fileName } from './reading/file-name.ts';
import { setAsideFile } from './tables/set-aside-file.ts';

/**
 * Writes the rows that an import set aside from one file, as a table that can be mended and imported again.
 * @throws EarshotError NOT_FOUND when nothing with rows was set aside from that file
 */
export async function saveSetAside(session: Session, { importId, file }: { importId: string; file: string }): Promise<ExportFile> {
  const problems = setAsideRecords(session.db, { importId, file });
  if (problems.length === 0) throw new EarshotError('NOT_FOUND', 'No rows of this file were set aside.');
  const name = `${fileName(file).replace(/\.[^.]+$/, '')} - set aside.csv`;
  return exportFile(session.options.files, name, encoded(setAsideFile(problems)));
}
