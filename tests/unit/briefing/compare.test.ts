import { expect, it } from 'vitest';
import { compareBriefing as compareWith } from '#engine/briefing/compare.ts';
import { writeHtml } from '#engine/briefing/html/write-html.ts';
import { withAttachment } from '#engine/briefing/pdf/finish-pdf.ts';
import { frozenClaims } from '#engine/briefing/frozen-claims.ts';
import { writePptx } from '#engine/briefing/pptx/write-pptx.ts';
import { writeXlsx } from '#engine/briefing/write-xlsx.ts';
import { writeZip } from '#engine/briefing/write-zip.ts';
import type { SourceFile } from '#engine/importers/importer.ts';
import type { Story } from '#shared/model/briefing.ts';
import { aStory, share, written } from './a-story.ts';

const compareBriefing = (file: SourceFile, shown: Story) => compareWith(file, { shown, whole: shown });
const fileOf = (bytes: Uint8Array): SourceFile => ({ name: 'in/deck.x', size: bytes.length, reference: 'x', read: () => Promise.resolve(bytes), stream: async function* () { yield await Promise.resolve(bytes); } });
const barePdf = Buffer.from('%PDF-1.4\n1 0 obj\n<</Type /Catalog\n/Pages 2 0 R>>\nendobj\ntrailer\n<</Size 3\n/Root 1 0 R>>\nstartxref\n0\n%%EOF\n');

/** The story with other figures: by claim id, x of n. */
function changed(story: Story, figures: Record<string, readonly [x: number, n: number] | null>, data = 'other'): Story {
  return { ...story, dataFingerprint: data, slides: story.slides.map((slide) => ({ ...slide, claims: slide.claims.flatMap((claim) => {
    const figure = figures[claim.id];
    return figure === null ? [] : [figure === undefined ? claim : { ...claim, envelope: share(...figure) }];
  }) })) };
}

it.each([
  ['pptx', (story: Story) => written(writePptx, story)], ['xlsx', (story: Story) => written(writeXlsx, story)], ['html', (story: Story) => written(writeHtml, story)], ['zip', (story: Story) => written(writeZip, story)],
  ['pdf', (story: Story) => Promise.resolve(withAttachment(barePdf, { name: 'earshot-claims.json', content: frozenClaims(story), at: story.generatedAt }))],
] as const)('a %s opens again and says which claims still hold', async (_format, write) => {
  const story = aStory('Größe </pre> & „neu“');
  const bytes = await write(story);
  const same = await compareBriefing(fileOf(bytes), story);
  expect(same).toMatchObject({ name: 'deck.x', title: story.title, isSameData: true, period: 'August 2026' });
  expect(same.claims.map(({ id, state }) => [id, state])).toEqual([['gap.company', 'same'], ['causes.a', 'same']]);
  expect(same.claims[1]?.text).toBe('Größe </pre> & „neu“ stands behind 12 of 100');
  const later = await compareBriefing(fileOf(bytes), changed(story, { 'gap.company': [936, 1300], 'causes.a': [30, 100] }));
  expect(later.isSameData).toBe(false);
  expect(later.claims.map(({ state }) => state)).toEqual(['moved', 'different']);
  expect((await compareBriefing(fileOf(bytes), changed(story, { 'causes.a': null }))).claims.map(({ state }) => state)).toEqual(['same', 'gone']);
  expect((await compareBriefing(fileOf(await write(changed(story, { 'causes.a': null }))), story)).claims.map(({ state }) => state)).toEqual(['same', 'new']);
});

it.each([['nothing', ''], ['a text', 'hello'], ['a broken archive', 'PK\u0003\u0004xxxx'], ['another page', '<pre hidden id="earshot-claims">{"earshot":"else"}</pre>'], ['a PDF without claims', '%PDF-1.4\n']])('%s is refused in words', async (_what, text) => {
  await expect(compareBriefing(fileOf(new TextEncoder().encode(text)), aStory())).rejects.toMatchObject({ code: 'UNREADABLE_FILE', message: expect.stringContaining('deck.x') as string });
});
