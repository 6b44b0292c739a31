import { EarshotError } from '#shared/errors.ts';
import type { BriefingFormat, Claim, Story } from '#shared/model/briefing.ts';
import type { Files } from '#engine/files.ts';
import type { JobHandle } from '#engine/jobs.ts';
import { writeHtml } from './html/write-html.ts';
import { writePptx } from './pptx/write-pptx.ts';
import { writeXlsx } from './write-xlsx.ts';

/** The writers, by format. Each gets the same story and answers with the file's bytes. */
const writers: Record<BriefingFormat, (story: Story, job: JobHandle) => Promise<Uint8Array>> = { pptx: writePptx, xlsx: writeXlsx, html: writeHtml };

export type Exported = { exportId: string; name: string; size: number; slides: number; claims: Claim[] };

/** Writes a briefing. A failed or cancelled export leaves no file; one with personal data in it is refused. */
export async function exportBriefing(files: Files, job: JobHandle, { story, format }: { story: Story; format: BriefingFormat }): Promise<Exported> {
  const blocking = story.checks.filter((check) => check.isBlocking && !check.ok);
  if (blocking.length > 0) {
    const slides = blocking.map((check) => `"${story.slides.find((slide) => slide.id === check.slideId)?.title ?? check.slideId}"`).join(', ');
    throw new EarshotError('REFUSED', `The briefing still shows personal data on ${slides}. Take it out, then export again.`);
  }
  const shown = { ...story, slides: story.slides.filter((slide) => !slide.isHidden) };
  if (shown.slides.length === 0) throw new EarshotError('REFUSED', 'Every slide is hidden. Show at least one, then export again.');
  const bytes = await writers[format](shown, job);
  job.signal.throwIfAborted();
  const name = `${story.subtitle.replace(/[^\p{L}\p{N} _-]+/gu, ' ').trim() || 'Earshot'} briefing.${format}`;
  const sink = await files.openExport(name);
  try {
    await sink.write(bytes);
    const { exportId, size } = await sink.finish();
    return { exportId, name, size, slides: shown.slides.length, claims: shown.slides.flatMap((slide) => slide.claims) };
  } catch (error) {
    await sink.discard();
    throw error;
  }
}
