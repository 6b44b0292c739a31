import { EarshotError } from '#shared/errors.ts';
import type { BriefingFormat, Claim } from '#shared/model/briefing.ts';
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

export type Exported = { exportId: string; name: string; size: number; slides: number; claims: Claim[] };
export type ExportHost = { files: Files; printPdf: PrintPdf | undefined };

/** Writes a briefing. A failed or cancelled export leaves no file; one with personal data in it is refused. */
export async function exportBriefing({ files, printPdf }: ExportHost, job: JobHandle, { edition, format }: { edition: Edition; format: BriefingFormat }): Promise<Exported> {
  const { story } = edition;
  const bytes = await writers[format](edition, job, printPdf);
  job.signal.throwIfAborted();
  const name = `${story.subtitle.replace(/[^\p{L}\p{N} _-]+/gu, ' ').trim() || 'Earshot'} ${format === 'zip' ? 'clips' : 'briefing'}.${format}`;
  const sink = await files.openExport(name);
  try {
    await sink.write(bytes);
    const { exportId, size } = await sink.finish();
    return { exportId, name, size, slides: story.slides.length, claims: claimsOf(story) };
  } catch (error) {
    await sink.discard();
    throw error;
  }
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
