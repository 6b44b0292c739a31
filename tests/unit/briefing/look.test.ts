import { expect, it } from 'vitest';
import { addOwnSlide, applyEdits, editSlide, noEdits, placeSlide, removeOwnSlide } from '#engine/briefing/edits.ts';
import { FrozenClaims } from '#engine/briefing/frozen-claims.ts';
import { carriedClaims } from '#engine/briefing/carried-claims.ts';
import { readLogo, pictureOf } from '#engine/briefing/logo.ts';
import { writePptx } from '#engine/briefing/pptx/write-pptx.ts';
import { writeXlsx } from '#engine/briefing/write-xlsx.ts';
import { houseTheme } from '#shared/model/briefing.ts';
import type { SourceFile } from '#engine/importers/importer.ts';
import { aStory, editionOf, written } from './a-story.ts';
import { openPackage } from './open-pptx.ts';

const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAIAAAABCAYAAAD0In+KAAAADklEQVR4nGNgYPj/HwADAgH/p9d8hQAAAABJRU5ErkJggg==', 'base64');
const fileOf = (bytes: Uint8Array, size = bytes.length): SourceFile => ({ name: 'in/logo.png', size, reference: 'x', read: () => Promise.resolve(bytes), stream: async function* () { yield await Promise.resolve(bytes); } });
const sizes = { wide: [12191695, 6858000], a4: [10692079, 7560259], letter: [10058400, 7772400] } as const;

it.each(Object.entries(sizes))('six slides have the size %s', async (size, [width, height]) => {
  const deck = openPackage(await written(writePptx, aStory('Billing', [], { size: size as keyof typeof sizes })));
  expect(deck.elements('ppt/presentation.xml').find(({ name }) => name === 'p:sldSz')?.attributes).toMatchObject({ cx: String(width), cy: String(height) });
});

it('puts everything on one slide that stands, with one title placeholder and words for each object', async () => {
  const deck = openPackage(await written(writePptx, aStory('Billing', [], { template: 'onePage', size: 'a4' })));
  expect(deck.matching(/^ppt\/slides\/slide\d+\.xml$/)).toHaveLength(1);
  const elements = deck.elements('ppt/slides/slide1.xml');
  expect(elements.filter(({ name }) => name === 'p:ph').map(({ attributes }) => attributes['type'])).toContain('title');
  const said = elements.filter(({ name }) => name === 'a:t').map(({ text }) => text).join(' ');
  for (const slide of aStory().slides.slice(1)) expect(said).toContain(slide.title);
  expect(said).toContain('40 points');
  const boxes = [...deck.text('ppt/slides/slide1.xml').matchAll(/<a:off x="\d+" y="(\d+)"\/>\s*<a:ext cx="\d+" cy="(\d+)"\/>/g)].map(([, y, height]) => Number(y) + Number(height));
  expect(boxes.length).toBeGreaterThan(8);
  expect(Math.max(...boxes)).toBeLessThanOrEqual(10692079);
});

it('puts colours and fonts into the theme and refers to them by their place', async () => {
  const theme = { ...houseTheme, company: '#123456', headFont: 'Georgia' };
  const deck = openPackage(await written(writePptx, aStory('Billing', [], { theme })));
  expect(deck.text('ppt/theme/theme1.xml')).toMatch(/<a:accent1><a:srgbClr val="123456"\/><\/a:accent1>/);
  expect(deck.text('ppt/theme/theme1.xml')).toContain('<a:latin typeface="Georgia"');
  for (const name of deck.matching(/^ppt\/(slides|charts)\/[^/]*\.xml$/)) expect(deck.text(name)).not.toContain('123456');
  expect(deck.text('ppt/charts/chart1.xml')).toContain('<a:schemeClr val="accent1"/>');
  expect(deck.elements('ppt/slides/slide2.xml').filter(({ name }) => name === 'a:latin').every(({ attributes }) => /^\+m[jn]-lt$/.test(attributes['typeface'] ?? ''))).toBe(true);
});

it('shows the logo on the master, in words too, and takes nothing else for one', async () => {
  const logo = pictureOf(await readLogo(fileOf(png)), 'Logo of "Us" & Co');
  expect(logo).toMatchObject({ width: 2, height: 1, mime: 'image/png' });
  const deck = openPackage(await written(writePptx, editionOf(aStory(), { logo })));
  expect(deck.matching(/^ppt\/media\/.*\.png$/)).toHaveLength(1);
  const pictures = deck.matching(/^ppt\/slideLayouts\/[^/]*\.xml$/).flatMap((name) => deck.elements(name)).filter(({ path, name }) => name === 'p:cNvPr' && path.endsWith('p:nvPicPr'));
  expect(pictures.map(({ attributes }) => attributes['descr'])).toEqual(['Logo of "Us" & Co']);
  for (const bytes of [Buffer.from('<svg xmlns="x"/>'), png.subarray(0, 20), Buffer.from([0xff, 0xd8, 0xff, 0xd9])]) await expect(readLogo(fileOf(bytes))).rejects.toMatchObject({ code: 'UNREADABLE_FILE' });
  await expect(readLogo(fileOf(png, 600 * 1024))).rejects.toMatchObject({ code: 'UNREADABLE_FILE' });
});

it('carries its claims in the deck and in the workbook', async () => {
  for (const write of [writePptx, writeXlsx]) {
    const { parts } = openPackage(await written(write, aStory('Größe „neu“')));
    const { claims, fingerprint } = FrozenClaims.parse(JSON.parse(carriedClaims(parts) ?? 'null'));
    expect(fingerprint).toBe('0123456789abcdef');
    expect(claims.map(({ text }) => text)).toEqual(['We rated 70% of Größe „neu“ good', 'Größe „neu“ stands behind 12 of 100']);
  }
});

it('takes the user\'s own slides and order, and gives them up again', () => {
  const { slides } = aStory();
  const added = addOwnSlide(noEdits, slides, { slideId: 'own-1', afterId: 'gap' });
  const named = editSlide(added, 'own-1', { title: 'We have begun' });
  expect(applyEdits(slides, named).map(({ id }) => id)).toEqual(['answer', 'gap', 'own-1', 'voice', 'causes', 'ask', 'method']);
  expect(applyEdits(slides, named)[2]).toMatchObject({ kind: 'own', title: 'We have begun', isEdited: true });
  const moved = placeSlide(named, applyEdits(slides, named), { slideId: 'own-1', to: -5 });
  expect(applyEdits(slides, moved)[0]?.id).toBe('own-1');
  expect(applyEdits(slides, placeSlide(moved, applyEdits(slides, moved), { slideId: 'own-1', to: 99 })).at(-1)?.id).toBe('own-1');
  expect(applyEdits(slides, removeOwnSlide(moved, 'own-1')).map(({ id }) => id)).toEqual(slides.map(({ id }) => id));
});
