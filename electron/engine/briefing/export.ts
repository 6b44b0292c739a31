import { EarshotError } from '#shared/errors.ts';
import type { BriefingFormat, Claim } from '#shared/model/briefing.ts';
import { asFileName, exportFile, type ExportFile } from '#engine/export-file.ts';
import type { Files } from '#engine/files.ts';
import type { PrintPdf } from '#engine/index.ts';
import type { JobHandle } from '#engine/jobs.ts';
import { claimsOf, type Edition } from './edition.ts';
import { writeHtml } from './html/write-html.ts';
import { writePdf } from './pdf/write-pdf.ts';
import { writePptx } from './pptx/write-pptx.ts';
import { writeCsv } from './write-csv.ts';
import { writeXlsx } from './write-xlsx.ts';
import { writeZip } from './write-zip.ts';

type Writer = (edition: Edition, job: JobHandle, printPdf: PrintPdf | undefined) => Promise<Uint8Array>;

/** The writers, by format. Each gets the same edition and answers with the file's bytes. */
const writers: Record<BriefingFormat, Writer> = { pptx: writePptx, pdf: writePdf, html: writeHtml, xlsx: writeXlsx, csv: writeCsv, zip: writeZip };

export type Exported = ExportFile & { slides: number; claims: Claim[] };
export type ExportHost = { files: Files; printPdf: PrintPdf | undefined };

/** Writes a briefing. A failed or cancelled export leaves no file; one with personal data in it is refused. */
export async function exportBriefing({ files, printPdf }: ExportHost, job: JobHandle, { edition, format }: { edition: Edition; format: BriefingFormat }): Promise<Exported> {
  const { story } = edition;
  const bytes = await writers[format](edition, job, printPdf);
  job.signal.throwIfAborted();
  const name = `${asFileName(story.subtitle, 'Earshot')} ${format === 'zip' ? 'clips' : 'briefing'}.${format}`;
  return { ...(await exportFile(files, name, [bytes])), slides: story.slides.length, claims: claimsOf(story) };
}

/** The story with only what is shown. @throws EarshotError REFUSED while personal data stand in it, or nothing is shown */
export function frozenStory<T extends Pick<Edition['story'], 'slides' | 'checks'>>(story: T): T {
  const blocking = story.checks.filter((check) => check.isBlocking && !check.ok);
  if (blocking.length > 0) {
    const slides = blocking.map((check) => `"${story.slides.find((slide) => slide.id === check.slideId)?.title ?? check.slideId}"`).join(', ');
    throw new EarshotError('REFUSED', `The briefing still shows personal data on ${slides}. Take it out, then export again.`);
  }
  const slides = story.slides.filter((slide) => !slide.isHidden);
  if (slides.length === 0) throw new EarshotError('REFUSED', 'Every slide is hidden. Show at least one, then export again.');
  return { ...story, slides };
}
