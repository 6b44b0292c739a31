import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { writePptx } from '#engine/briefing/pptx/write-pptx.ts';
import { deckProblems } from './deck-problems.ts';
import { aStory, payloads, written } from './a-story.ts';
import { cellsOf, openPackage } from './open-pptx.ts';

const story = aStory('Billing & "Fees" <2026>');
const bytes = await written(writePptx, story);
const deck = openPackage(bytes);
const slides = deck.matching(/^ppt\/slides\/slide\d+\.xml$/);

describe('the deck', () => {
  it('has a slide for each of the story, each with its title in a title placeholder', () => {
    expect(slides).toHaveLength(story.slides.length);
    slides.forEach((name, at) => {
      const elements = deck.elements(name);
      expect(elements.filter((element) => element.name === 'p:ph').map((element) => element.attributes['type']).filter((type) => type !== 'sldNum')).toEqual(['title']);
      expect(elements.filter((element) => element.name === 'a:t').map((element) => element.text)).toContain(story.slides[at]?.title);
    });
  });

  it('gives each object of a slide an id of its own and says it in words, or marks it as decoration', () => {
    for (const name of slides) {
      const objects = deck.elements(name).filter((element) => element.name === 'p:cNvPr');
      const ids = objects.map((object) => object.attributes['id']);
      expect(new Set(ids).size).toBe(ids.length);
      const meant = objects.filter((object) => !object.path.endsWith('p:nvGrpSpPr') && !object.attributes['name']?.startsWith('Decoration'));
      expect(meant.length).toBeGreaterThan(1);
      expect(meant.filter((object) => (object.attributes['descr'] ?? '') === '')).toEqual([]);
      const decorations = deck.elements(name).filter((element) => element.name === 'adec:decorative');
      expect(decorations).toHaveLength(objects.filter((object) => object.attributes['name']?.startsWith('Decoration')).length);
    }
  });

  it('says the chart in words, and the language of every run', () => {
    expect(deck.text(slides[1] ?? '')).toContain('descr="For each of 2 queues');
    for (const name of [...slides, ...deck.matching(/^ppt\/charts\/chart\d+\.xml$/), ...deck.matching(/^ppt\/slide(Layouts|Masters)\/[^/]*\.xml$/)]) {
      const runs = deck.elements(name).filter((element) => ['a:rPr', 'a:endParaRPr'].includes(element.name));
      expect(runs.filter((run) => run.attributes['lang'] !== 'en-GB')).toEqual([]);
    }
    expect(deck.text('docProps/core.xml')).toContain('<dc:language>en-GB</dc:language>');
  });

  it('embeds the very figures of the charts, as numbers', () => {
    const books = deck.matching(/^ppt\/embeddings\/.*\.xlsx$/);
    const [gap, causes] = books.map((name) => cellsOf(openPackage(deck.parts[name] ?? new Uint8Array()), 'xl/worksheets/sheet1.xml'));
    const rows = story.slides[1]?.chart?.rows ?? [];
    expect(rows.map((_row, at) => [gap?.get(`B${at + 2}`)?.value, gap?.get(`C${at + 2}`)?.value])).toEqual(rows.map((row) => [row.company, row.customer]));
    const bars = story.slides[3]?.bars?.rows ?? [];
    expect(bars.map((_row, at) => causes?.get(`B${at + 2}`)?.value)).toEqual(bars.map((row) => row.share));
    expect(books).toHaveLength(2);
  });

  it('sets each label clear of the other mark, whichever is higher', () => {
    const chart = deck.text('ppt/charts/chart1.xml');
    const series = [...chart.matchAll(/<c:ser>[\s\S]*?<\/c:ser>/g)].map(([whole]) => whole);
    const labelsOf = (name: string) => /<c:dLbls>[\s\S]*?<\/c:dLbls>/.exec(series.find((one) => one.includes(`<c:v>${name}</c:v>`)) ?? '')?.[0] ?? '';
    const [company, customer] = [labelsOf('We say good'), labelsOf('Customers say good')];
    expect(company).toMatch(/<c:dLbl><c:idx val="1"\/><c:dLblPos val="b"\/>/);
    expect(customer).toMatch(/<c:dLbl><c:idx val="1"\/><c:dLblPos val="t"\/>/);
    expect(company).not.toContain('<c:idx val="0"/>');
    expect(company.match(/<c:dLblPos val="t"\/>/g)).toHaveLength(1);
    // The bar between the two marks is an error bar that reads the sheet, under both of them.
    expect(series[0]).toMatch(/<c:errBars>[\s\S]*<c:f>Sheet1!\$E\$2:\$E\$3<\/c:f>/);
  });

  it('refers to nothing outside of the file', () => {
    for (const name of deck.matching(/\.rels$/)) expect(deck.elements(name).filter((element) => element.attributes['TargetMode'] === 'External')).toEqual([]);
  });

  it('is the same to the byte for the same story', async () => {
    await new Promise((resolve) => setTimeout(resolve, 1100));
    expect(Buffer.from(await written(writePptx, story)).equals(Buffer.from(bytes))).toBe(true);
  });
});

it('is found wanting where it names a person, says nothing of a picture, or shows what its sheet does not say', () => {
  expect(deckProblems(bytes, [])).toEqual([]);
  expect(deckProblems(bytes, ['Solved Once'])).toEqual(expect.arrayContaining([expect.stringContaining('names a person')]) as string[]);
  const changed = (name: string, change: (xml: string) => string) => deckProblems(zipSync({ ...deck.parts, [name]: strToU8(change(deck.text(name))) }), []);
  expect(changed(slides[1] ?? '', (xml) => xml.replace(/ descr="For each[^"]*"/, ' descr=""'))).toHaveLength(1);
  expect(changed('ppt/charts/chart1.xml', (xml) => xml.replace('<c:v>0.7</c:v>', '<c:v>0.8</c:v>'))).toHaveLength(1);
});

it('takes 300 payloads for words', async () => {
  expect(payloads).toHaveLength(300);
  for (let at = 0; at < payloads.length; at += 30) {
    const hostile = openPackage(await written(writePptx, aStory(payloads.slice(at, at + 30).join(' '))));
    for (const name of hostile.matching(/\.(xml|rels)$/)) {
      expect(hostile.elements(name).filter((element) => ['script', 'img', 'svg', 'a:hlinkClick', 'x', 'iframe'].includes(element.name) || element.attributes['TargetMode'] === 'External')).toEqual([]);
    }
  }
}, 60_000);

it('keeps a payload in the workbook of a chart a word', async () => {
  const hostile = openPackage(await written(writePptx, aStory('=HYPERLINK("http://evil.example";"x")')));
  for (const name of hostile.matching(/\.xlsx$/)) {
    const cells = [...cellsOf(openPackage(hostile.parts[name] ?? new Uint8Array()), 'xl/worksheets/sheet1.xml').values()];
    expect(cells.filter((cell) => cell.formula !== null)).toEqual([]);
    expect(cells.some((cell) => String(cell.value).includes('HYPERLINK'))).toBe(true);
  }
});

it('sets a long title smaller, so that it ends above the lead', async () => {
  const long = aStory();
  for (const slide of long.slides) slide.title = 'We rated seventy of a hundred good and customers rated thirty of the very same hundred good, which is more than anybody here expected';
  const sizes = openPackage(await written(writePptx, long)).elements('ppt/slides/slide1.xml').filter((element) => element.name === 'a:rPr').map((run) => Number(run.attributes['sz']));
  expect(sizes[0]).toBeLessThan(2800);
  expect(sizes[0]).toBeGreaterThanOrEqual(1200);
});
