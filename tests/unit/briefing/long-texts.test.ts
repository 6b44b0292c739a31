import { expect, it } from 'vitest';
import { sheetsOf } from '#engine/briefing/continued.ts';
import { applyEdits, noEdits } from '#engine/briefing/edits.ts';
import { onePageParts } from '#engine/briefing/one-page-parts.ts';
import { coloursOf } from '#engine/briefing/pptx/layout.ts';
import { plotChart } from '#engine/briefing/pptx/plots.ts';
import { writePptx } from '#engine/briefing/pptx/write-pptx.ts';
import { houseTheme, type Slide } from '#shared/model/briefing.ts';
import { aQuote, aStory, written } from './a-story.ts';
import { openPackage } from './open-pptx.ts';

const long = 'What we promise at the beginning of a call is not what the back office can keep by the end of the week. '.repeat(20);
/** A slide of one's own at the limits of the contract. */
const own: Slide = { id: 'own-1', kind: 'own', title: long.slice(0, 400), lead: long.slice(0, 2000), bullets: Array.from({ length: 12 }, () => long.slice(0, 600)), quotes: [], chart: null, footnote: '', notes: '', claims: [], isEdited: true, isHidden: false };
const story = (choices: Parameters<typeof aStory>[2]) => {
  const { slides, ...rest } = aStory(long.slice(0, 120), [], choices);
  return { ...rest, slides: [...slides.slice(0, 2), own, ...slides.slice(2)] };
};

type Box = { x: number; y: number; right: number; bottom: number; name: string };

/** The boxes of text and charts of a slide in inches, in their order; the title's is its master's and higher than its words. */
function boxesOf(xml: string): Box[] {
  return [...xml.matchAll(/<p:cNvPr id="\d+" name="([^"]*)"[\s\S]*?<a:off x="(\d+)" y="(\d+)"\/>\s*<a:ext cx="(\d+)" cy="(\d+)"\/>/g)].flatMap(([, name = '', ...numbers]) => {
    const [x = 0, y = 0, w = 0, h = 0] = numbers.map((number) => Number(number) / 914_400);
    return /^(?:Decoration|Text 0)/.test(name) ? [] : [{ name, x, y, right: x + w, bottom: y + h }];
  });
}

it.each(['wide', 'a4', 'letter'] as const)('one page in %s holds texts at their limits: nothing lies over anything else or leaves the page', async (size) => {
  const deck = openPackage(await written(writePptx, story({ template: 'onePage', size })));
  const boxes = boxesOf(deck.text('ppt/slides/slide1.xml'));
  const foot = boxes.find(({ name }) => name === 'Footnote');
  expect(boxes.length).toBeGreaterThan(8);
  expect(boxes.filter(({ name, bottom }) => !/^(?:Footnote|Slide Number)/.test(name) && bottom > (foot?.y ?? 0) + 0.02)).toEqual([]);
  const meeting = boxes.flatMap((one, at) => boxes.slice(at + 1).filter((other) => one.x < other.right - 0.02 && other.x < one.right - 0.02 && one.y < other.bottom - 0.02 && other.y < one.bottom - 0.02).map((other) => [one.name, other.name]));
  expect(meeting).toEqual([]);
});

it('cuts long texts on one page before they become too small to read, and leaves short ones whole', () => {
  const room = { w: 7.2, h: 8.6, columns: 1 } as const;
  expect(onePageParts(aStory().slides, room)).toMatchObject({ size: 13 });
  const { size, columns } = onePageParts(story({}).slides, room);
  expect(size).toBeGreaterThanOrEqual(8);
  expect(columns.flat().flatMap(({ bullets }) => bullets).every((bullet) => bullet.length <= 170)).toBe(true);
  expect(columns.flat().map(({ kind }) => kind)).toEqual(expect.arrayContaining(['gap', 'voice', 'causes', 'ask', 'method']));
});

it('goes on to another sheet where more was written than can be read, and loses no point', async () => {
  const sheets = sheetsOf(own);
  expect(sheets.flatMap(({ bullets }) => bullets)).toEqual(own.bullets);
  expect(sheets.every(({ lead, bullets }) => lead.length + bullets.join('').length <= 2000)).toBe(true);
  expect(sheets.map(({ title }) => title.slice(-8))).toEqual([own.title.slice(-8), '(2 of 5)', '(3 of 5)', '(4 of 5)', '(5 of 5)']);
  expect(new Set(sheets.map(({ id }) => id)).size).toBe(sheets.length);
  expect(sheetsOf({ ...own, lead: '', bullets: ['One.', 'Two.'] })).toHaveLength(1);
  // Quotes fill their slide; points that somebody added to it stand on the next one.
  const quoted = sheetsOf({ ...own, lead: '', bullets: ['Hear how often.'], quotes: [aQuote('I have told this to three people.')] });
  expect(quoted.map(({ quotes, bullets }) => [quotes.length, bullets.length])).toEqual([[1, 0], [0, 1]]);
  const deck = openPackage(await written(writePptx, story({})));
  expect(deck.matching(/^ppt\/slides\/slide\d+\.xml$/)).toHaveLength(6 + sheets.length);
});

it('writes the sums of a waterfall so small that neighbours do not touch', () => {
  const steps = Array.from({ length: 8 }, (_step, at) => ({ label: `Step ${at}`, amount: -1_234_567, from: 1, to: 0, kind: 'lost' as const }));
  const sizeIn = (width: number) => plotChart({ kind: 'waterfall', title: 't', description: 'd', currency: 'GBP', steps }, coloursOf(houseTheme), { size: 12, width }).series.at(-1)?.labels?.size ?? 99;
  // 11 letters and a space of at most 0.62 em in an eighth of what stands beside the axis.
  expect(sizeIn(7.5) * 0.62 * 12).toBeLessThanOrEqual((7.5 - 0.8) * 72 / 8);
  expect(sizeIn(30)).toBe(11);
});

it('puts a slide that the user\'s order does not know behind the one that is told before it', () => {
  const { slides } = aStory();
  const more = slides.toSpliced(2, 0, { ...own, id: 'trend', kind: 'trend' });
  const order = ['answer', 'method', 'gap', 'voice', 'causes', 'ask'];
  expect(applyEdits(more, { ...noEdits, order }).map(({ id }) => id)).toEqual(['answer', 'method', 'gap', 'trend', 'voice', 'causes', 'ask']);
});
