import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { installedBrowser } from '#hosts/browser.ts';
import { createPrinter } from '#hosts/print-pdf.ts';
import { BriefingFormat } from '#shared/model/briefing.ts';
import { openLab, type EngineLab } from '#tests/support/engine/engine-lab.ts';
import { sampleProject } from '#tests/support/engine/sample-project.ts';

const browser = installedBrowser();
if (browser === null) console.log('A stopped PDF: not tried, no Chromium, Chrome or Edge is on this machine.');
const formats = BriefingFormat.options.filter((format) => format !== 'pdf' || browser !== null);

let lab: EngineLab;
beforeAll(async () => {
  lab = await openLab({ from: await sampleProject('whole'), printPdf: createPrinter() });
}, 180_000);
afterAll(() => lab.close());

const waiting = async (): Promise<string[]> => readdir(join(lab.folder, 'spool/exports')).catch(() => []);

it.each(formats)('%s: an export that is stopped half way leaves no file, and the next one is whole', async (format) => {
  const before = await waiting();
  const stop = new AbortController();
  const job = await lab.client.briefing.export({ format, template: 'sixSlides' }, { signal: stop.signal });
  const first = await job.next();
  expect(first.done).toBe(false);
  stop.abort();
  await expect((async () => { while ((await job.next()).done !== true); })()).rejects.toThrow();
  expect((await lab.client.jobs.list())[0]?.state).toBe('cancelled');
  expect(await waiting()).toEqual(before);
  const again = await lab.client.briefing.export({ format, template: 'sixSlides' });
  for (;;) {
    const step = await again.next();
    if (step.done !== true) continue;
    expect(step.value.size).toBeGreaterThan(500);
    break;
  }
  expect((await waiting()).length).toBe(before.length + 1);
}, 60_000);
