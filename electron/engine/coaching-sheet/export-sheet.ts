import { EarshotError } from '#shared/errors.ts';
import type { CoachingReport } from '#shared/model/coaching.ts';
import { withFixedDates } from '#engine/briefing/pdf/finish-pdf.ts';
import { asFileName, exportFile, type ExportFile } from '#engine/export-file.ts';
import type { Files } from '#engine/files.ts';
import type { PrintPdf } from '#engine/index.ts';
import { sheetPage } from './sheet-page.ts';

export type SheetHost = { files: Files; printPdf: PrintPdf | undefined; signal: AbortSignal };

/** Prints the sheet of one person; the host then offers `exportId` for saving. A failed or cancelled one leaves no file. @throws EarshotError NOT_AVAILABLE where nothing prints */
export async function exportSheet({ files, printPdf, signal }: SheetHost, report: CoachingReport, today: string): Promise<ExportFile> {
  if (printPdf === undefined) throw new EarshotError('NOT_AVAILABLE', 'A PDF cannot be printed here. Printing the screen works without.');
  const bytes = withFixedDates(await printPdf(sheetPage({ report, today }), signal), `${today}T12:00:00.000Z`);
  signal.throwIfAborted();
  return exportFile(files, `${asFileName(`Coaching ${report.person.name}`, 'Coaching')}.pdf`, [bytes]);
}
