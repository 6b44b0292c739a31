import { expect, it } from 'vitest';
import { writePdf } from '#engine/briefing/pdf/write-pdf.ts';
import { installedBrowser } from '#hosts/browser.ts';
import { createPrinter } from '#hosts/print-pdf.ts';
import { FrozenClaims } from '#engine/briefing/frozen-claims.ts';
import type { BriefingChoices } from '#shared/model/briefing.ts';
import { aStory, editionOf, written } from './a-story.ts';
import { openPdf } from './open-pdf.ts';

const browser = installedBrowser();
if (browser === null) console.log('PDF: not printed, no Chromium, Chrome or Edge is on this machine.');
const withBrowser = it.skipIf(browser === null);

const print = (text: string, choices: Partial<BriefingChoices>) =>
  written((edition, job) => writePdf(edition, job, createPrinter()), editionOf(aStory(text, [], choices)));

withBrowser('is tagged, titled, in a language, outlined, with words for each picture, and carries its claims', async () => {
  const { pdf, pages, tree } = await openPdf(await print('Moving home', {}));
  const [meta, mark, outline, attachments] = await Promise.all([pdf.getMetadata(), pdf.getMarkInfo(), pdf.getOutline(), pdf.getAttachments()]);
  expect(meta.info).toMatchObject({ Title: 'We overrate our service by 40 points', Language: 'en-GB' });
  expect(mark).toMatchObject({ Marked: true });
  expect((outline as { title: string }[]).map(({ title }) => title)).toContain('We overrate our service by 40 points');
  expect(tree.filter(({ role }) => role === 'H1')).toHaveLength(1);
  expect(tree.filter(({ role }) => role === 'H2').length).toBeGreaterThanOrEqual(5);
  expect(tree.flatMap(({ role, alt }) => role === 'Figure' && alt ? [alt] : [])).toContain('For each of 2 queues, both shares. The widest gap is 40 points in Moving home.');
  expect(tree.map(({ role }) => role)).toEqual(expect.arrayContaining(['Table', 'TR', 'TH', 'L', 'LI']));
  expect(pages[0]?.view.slice(2)).toEqual([960, 540]);
  const frozen = FrozenClaims.parse(JSON.parse(new TextDecoder().decode((attachments as Record<string, { content: Uint8Array }>)['earshot-claims.json']?.content)));
  expect(frozen.claims.map(({ id }) => id)).toEqual(['gap.company', 'causes.a']);
}, 60_000);

withBrowser.each([
  { what: 'six slides on A4 lie', choices: { template: 'sixSlides', size: 'a4' }, size: [842, 595], sheets: 6 }, { what: 'six slides on Letter lie', choices: { template: 'sixSlides', size: 'letter' }, size: [792, 612], sheets: 6 },
  { what: 'one page on A4 stands', choices: { template: 'onePage', size: 'a4' }, size: [595, 842], sheets: 1 }, { what: 'one page on a screen lies', choices: { template: 'onePage', size: 'wide' }, size: [960, 540], sheets: 1 },
] as const)('$what, and long words fit their sheets', async ({ choices, size, sheets }) => {
  const long = 'Moving home, with a very long name that goes on and on about what customers were promised and what they were told '.repeat(3);
  const { pages, text } = await openPdf(await print(long, choices));
  expect(pages[0]?.view.slice(2).map(Math.round)).toEqual(size);
  // The foot of every sheet is on the sheet itself; nothing ran over into a page of its own.
  const first = text.findIndex((words) => words.includes('and what it rests on'));
  expect(first < 0 ? text.length : first).toBe(sheets);
}, 60_000);

withBrowser('is the same to the byte', async () => {
  const [once, twice] = [await print('Billing', {}), await print('Billing', {})];
  expect(Buffer.from(once).equals(Buffer.from(twice))).toBe(true);
}, 60_000);

it('refuses in words where nothing prints, and leaves no half file', async () => {
  const job = { signal: new AbortController().signal };
  await expect(createPrinter({ program: null })('<p>', job.signal)).rejects.toMatchObject({ code: 'NOT_AVAILABLE', message: expect.stringContaining('needs Chromium, Chrome or Edge') as string });
  await expect(createPrinter({ program: '/bin/true' })('<p>', job.signal)).rejects.toMatchObject({ code: 'NOT_AVAILABLE' });
  await expect(createPrinter({ program: '/bin/sleep', timeLimitMs: 50 })('<p>', job.signal)).rejects.toMatchObject({ code: 'NOT_AVAILABLE' });
  await expect(written((edition, handle) => writePdf(edition, handle, undefined), aStory())).rejects.toMatchObject({ code: 'NOT_AVAILABLE' });
});
