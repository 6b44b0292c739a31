import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FrozenClaims } from '#engine/briefing/frozen-claims.ts';
import { installedBrowser } from '#hosts/browser.ts';
import { createPrinter } from '#hosts/print-pdf.ts';
import type { BriefingSize, BriefingTemplate } from '#shared/model/briefing.ts';
import { openLab, type EngineLab } from '#tests/support/engine/engine-lab.ts';
import { sampleProject } from '#tests/support/engine/sample-project.ts';
import { openPdf, pdfProblems } from './open-pdf.ts';

const browser = installedBrowser();
if (browser === null) console.log('PDF of the sample: not printed, no Chromium, Chrome or Edge is on this machine.');

// Each takes a browser some seconds.
const looks = [['report', 'a4'] as const, ...(process.env['EARSHOT_LONG'] === '1' ? [['onePage', 'letter'], ['sixSlides', 'wide']] as const : [])];
if (looks.length === 1) console.log('PDF of the sample: one page and six slides are not printed, they belong to the long forms (EARSHOT_LONG=1).');

describe.skipIf(browser === null)('the PDF of the sample', () => {
  let lab: EngineLab;
  beforeAll(async () => {
    lab = await openLab({ from: await sampleProject('whole'), printPdf: createPrinter() });
  }, 180_000);
  afterAll(() => lab.close());

  async function printed(template: BriefingTemplate, size: BriefingSize): Promise<Uint8Array> {
    const job = await lab.client.briefing.export({ format: 'pdf', template, size });
    for (;;) {
      const step = await job.next();
      if (step.done !== true) continue;
      const target = join(lab.folder, `${template}-${size}.pdf`);
      await lab.files.exports.save(step.value.exportId, target, { overwrite: true });
      return new Uint8Array(readFileSync(target));
    }
  }

  it.each(looks)('has tags, headings, words for figures, title, language and bookmarks: %s, %s', async (template, size) => {
    const bytes = await printed(template, size);
    expect(await pdfProblems(bytes)).toEqual([]);
    const { pdf, tree } = await openPdf(bytes);
    const story = await lab.client.briefing.story();
    const bookmarks = JSON.stringify(await pdf.getOutline());
    const missing = story.slides.filter(({ id }) => template !== 'onePage' || id !== 'answer').filter(({ title }) => !bookmarks.includes(JSON.stringify(title).slice(1, -1)));
    expect(missing.map(({ title }) => title)).toEqual([]);
    expect(tree.filter(({ role }) => role === 'Figure').length).toBeGreaterThanOrEqual({ onePage: 1, sixSlides: 2, report: 6 }[template]);
    const attached = (await pdf.getAttachments()) as Record<string, { content: Uint8Array }>;
    expect(FrozenClaims.parse(JSON.parse(new TextDecoder().decode(attached['earshot-claims.json']?.content))).claims.length).toBeGreaterThan(8);
  }, 60_000);
});
