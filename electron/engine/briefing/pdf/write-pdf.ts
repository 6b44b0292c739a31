import { EarshotError } from '#shared/errors.ts';
import type { PrintPdf } from '#engine/index.ts';
import type { JobHandle } from '#engine/jobs.ts';
import type { Edition } from '../edition.ts';
import { frozenClaims } from '../frozen-claims.ts';
import { printPage } from '../html/print-page.ts';
import { withAttachment, withFixedDates } from './finish-pdf.ts';

/** Prints the story with the host's Chromium: tagged, outlined, titled; the claims travel in it as an attachment. @throws EarshotError NOT_AVAILABLE where the host has none */
export async function writePdf(edition: Edition, job: JobHandle, printPdf: PrintPdf | undefined): Promise<Uint8Array> {
  if (printPdf === undefined) throw new EarshotError('NOT_AVAILABLE', 'A PDF cannot be printed here. PowerPoint, Excel and the web page work without.');
  job.report({ phase: 'drawing', done: 0, total: edition.story.slides.length, item: null });
  await job.breathe();
  const printed = await printPdf(printPage(edition), job.signal);
  job.signal.throwIfAborted();
  const { generatedAt } = edition.story;
  return withAttachment(withFixedDates(printed, generatedAt), { name: 'earshot-claims.json', content: frozenClaims(edition.story), at: generatedAt });
}
