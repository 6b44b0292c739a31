import { expect, it } from 'vitest';
import { feelingSlide, trendSlide } from '#engine/briefing/report-slides.ts';
import { writeHtml } from '#engine/briefing/html/write-html.ts';
import { writePptx } from '#engine/briefing/pptx/write-pptx.ts';
import { envelope } from '#shared/model/envelope.ts';
import { aStory, share, written } from './a-story.ts';
import { cellsOf, openPackage } from './open-pptx.ts';

type Months = Parameters<typeof trendSlide>[0]['months'];
const months = (count: number, signals: readonly number[] = []): Months => Array.from({ length: count }, (_month, at) => ({
  month: `2025-${String(at + 1).padStart(2, '0')}`, n: 40, gap: share(10, 40), blindSpot: share(at + 4, 40), lcl: -0.1, ucl: 1.2, isSignal: signals.includes(at), isComplete: true,
}));
const score = (value: number) => envelope({ unit: 'score', value, n: 60 });
const unknown = { units: 0, alpha: null, lo: null, icc: null, gate: 'unknown' as const, sem: null };
const teams = (n: number): Parameters<typeof feelingSlide>[0] => ({
  threshold: 62.5, groups: [{ name: 'North', n, technical: score(80), emotional: score(55), customer: share(1, 2) }, { name: 'South', n, technical: score(70), emotional: score(72), customer: share(1, 2) }],
  counts: { rightAndWarm: n, correctButCold: n, kindButWrong: 2, neither: 1, uncertain: 0, unscored: 0 }, reliability: { technical: unknown, emotional: unknown, items: [] },
});

it('calls a month a signal only where chance does not explain it, and draws nothing of few months', () => {
  expect(trendSlide({ months: months(12), centre: 0.2 }).title).toBe('Blind spots stay within chance: 20% over 12 months');
  expect(trendSlide({ months: months(12, [3, 7]), centre: 0.2 }).title).toBe('In 2 of 12 months blind spots left the range of chance');
  expect(trendSlide({ months: months(12), centre: 0.2 }).claims[0]).toMatchObject({ id: 'trend.last', envelope: share(15, 40) });
  expect(trendSlide({ months: months(5), centre: null })).toMatchObject({ title: '5 whole months carry both views: too few to see a trend', plot: null, claims: [], bullets: [] });
  const { plot } = trendSlide({ months: months(12), centre: 0.2 });
  expect(plot?.kind === 'control' && plot.months.every(({ lcl, ucl }) => lcl === 0 && ucl === 1)).toBe(true);
});

it('tells cold from wrong by their counts, and neither of few', () => {
  expect(feelingSlide(teams(60)).title).toBe('Where we fall short we are cold rather than wrong: 49% are correct but cold');
  expect(feelingSlide(teams(3))).toMatchObject({ plot: null, claims: [] });
  expect(feelingSlide(teams(20)).plot).toBeNull();
});

it('draws both as native charts whose workbooks hold the figures, and with tables on the page', async () => {
  const story = aStory();
  const [trend, feeling] = [trendSlide({ months: months(12), centre: 0.2 }), feelingSlide(teams(60))];
  const report = { ...story, slides: [trend, feeling] };
  const deck = openPackage(await written(writePptx, report));
  expect([deck.text('ppt/charts/chart1.xml').includes('<c:lineChart>'), deck.text('ppt/charts/chart2.xml').includes('<c:scatterChart>')]).toEqual([true, true]);
  const [line, points] = deck.matching(/^ppt\/embeddings\/.*\.xlsx$/).map((name) => cellsOf(openPackage(deck.parts[name] ?? new Uint8Array()), 'xl/worksheets/sheet1.xml'));
  const drawn = trend.plot?.kind === 'control' ? trend.plot.months : [];
  expect(drawn.map((_month, at) => [line?.get(`B${at + 2}`)?.value, line?.get(`D${at + 2}`)?.value])).toEqual(drawn.map((month) => [month.value, month.ucl]));
  expect([...(points?.values() ?? [])].map(({ value }) => value)).toEqual(expect.arrayContaining([80, 55, 70, 72]));
  const page = new TextDecoder().decode(await written(writeHtml, report));
  expect(page).toContain('<th scope="row">2025-12</th><td>38%</td><td>40</td><td>0% to 100%</td><td>no</td>');
  expect(page).toContain('<th scope="row">South</th><td>70</td><td>72</td><td>60</td>');
  expect([...page.matchAll(/<svg role="img" aria-label="([^"]{40,})"/g)]).toHaveLength(2);
});
