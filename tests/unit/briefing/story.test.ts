import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasPersonalData } from '#engine/privacy/mask.ts';
import { openLab, vtt, type EngineLab } from '#tests/support/engine/engine-lab.ts';
import { openSampleLab } from '#tests/unit/metrics/sample-lab.ts';
import type { BriefingChart } from '#shared/model/briefing-chart.ts';
import { feeInputNames, type FeeBeliefs } from '#shared/model/fee.ts';
import type { Story } from '#shared/model/briefing.ts';

const names = ['Ruth Hallam', 'Graham Pell'];

async function refusalOf(job: Promise<AsyncIterator<unknown>>): Promise<string> {
  const steps = await job;
  try {
    while ((await steps.next()).done !== true) { /* to its end */ }
    return 'nothing was refused';
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

describe('the briefing of the sample', () => {
  let lab: EngineLab;
  let story: Story;
  beforeAll(async () => {
    lab = await openSampleLab({ transcripts: true });
    story = await lab.client.briefing.story();
  }, 120_000);
  afterAll(() => lab.close());

  it('tells answer, gap, voice, causes, ask and method, each with a finding for a title', () => {
    expect(story.slides.map((slide) => slide.id)).toEqual(['answer', 'gap', 'voice', 'causes', 'ask', 'method']);
    expect(story.slides[0]).toMatchObject({ title: expect.stringMatching(/^We overrate our service by 40 points, and ask .+ to start closing it$/) as string, figure: { value: '40 points' } });
    expect(story.slides[1]?.title).toBe('We rated 72% good; customers rated 32% of the same interactions good');
    expect(story.slides[5]?.title).toContain('400 interactions');
    expect(story.checks.filter((check) => !check.ok)).toEqual([]);
    expect(story.slides.flatMap((slide) => [slide.title, ...slide.bullets]).filter((text) => text.includes('"')), 'quoted as print does').toEqual([]);
  });

  it('claims the gap report\'s own figures', async () => {
    const report = await lab.client.gap.report({ definition: 'matched', by: 'queue', topBox: null, filter: {} });
    const claims = new Map(story.slides.flatMap((slide) => slide.claims).map((claim) => [claim.id, claim.envelope]));
    expect(claims.get('gap.company')).toEqual(report.company);
    expect(claims.get('gap.customer')).toEqual(report.customer);
    expect(claims.get('gap.gap')).toEqual(report.gap);
    expect(claims.get('method.response')?.n).toBe(1688);
  });

  it('quotes masked words, one of them against the message, and never one who refused', async () => {
    const quotes = story.slides.find((slide) => slide.id === 'voice')?.quotes ?? [];
    expect(quotes.length).toBeGreaterThanOrEqual(3);
    expect(quotes.filter((quote) => quote.isAgainst)).toHaveLength(1);
    expect(quotes.filter((quote) => hasPersonalData(quote.text, names))).toEqual([]);
    expect(quotes.every((quote) => quote.externalId !== '' && /^20\d\d-\d\d$/.test(quote.when))).toBe(true);
  });

  it('ranks causes as their screen does, with owner, n and interval, and calls none proof', async () => {
    const causes = story.slides.find((slide) => slide.id === 'causes');
    const shares = causes?.bars?.rows.map((row) => row.share) ?? [];
    expect(shares.length).toBe(8);
    const report = await lab.client.causes.report({ weight: 'count', method: 'time-driven', filter: {} });
    expect(causes?.bars?.rows.map(({ label, share }) => [label, share])).toEqual(report.causes.filter(({ isOther }) => !isOther).slice(0, 8).map(({ name, share }) => [name, share.value]));
    expect(causes?.title).toContain(report.causes[0]?.name);
    expect(causes?.claims[0]?.envelope.value).toBe(shares[0]);
    expect(JSON.stringify(story.slides)).not.toMatch(/caused? by|because of|leads to/i);
  });

  it('keeps its fingerprint for the same data, and not for other words', async () => {
    const again = await lab.client.briefing.story();
    expect([again.fingerprint, again.generatedAt]).toEqual([story.fingerprint, `${story.generatedAt.slice(0, 10)}T12:00:00.000Z`]);
    expect(story.slides[5]?.footnote).toContain(story.fingerprint);
    const edited = await lab.client.briefing.editSlide({ slideId: 'ask', lead: 'Our own words' });
    expect(edited.fingerprint).not.toBe(story.fingerprint);
    expect((await lab.client.briefing.editSlide({ slideId: 'ask', lead: null })).fingerprint).not.toBe(edited.fingerprint);
  });

  it('takes in any chart of a screen with its figures, and gives it up again', async () => {
    const metric = { name: 'nps', label: 'NPS', filter: {} };
    const beliefs = Object.fromEntries(feeInputNames.map((input) => [input, { low: 1, mode: 1, high: 1 }])) as FeeBeliefs;
    const charts: BriefingChart[] = [
      { of: 'gapSegments', definition: 'matched', by: 'queue', topBox: null, filter: {} }, { of: 'gapSegments', definition: 'mean', by: 'team', topBox: null, filter: {} },
      { of: 'square', topBox: null, filter: {} }, { of: 'overTime', filter: {} }, { of: 'quadrant', by: 'team', filter: {} }, { of: 'belief', topBox: null }, { of: 'nonResponse', filter: {} },
      { of: 'metricSegments', ...metric, by: 'queue' }, { of: 'metricMonths', ...metric }, { of: 'metricSpread', ...metric }, { of: 'pareto', weight: 'customers', method: 'time-driven', filter: {} },
      { of: 'owners', method: 'time-driven' }, { of: 'fee', name: 'A fee', currency: 'GBP', beliefs, seed: 7, basis: { code: 'BF', startsOn: '2026-08-03' } }, { of: 'afterwards', by: 'satisfaction', event: 'repurchase' },
    ];
    const ids: string[] = [];
    let longer = story;
    for (const chart of charts) {
      const added = await lab.client.briefing.addChart({ chart });
      ids.push(added.slideId);
      longer = added.story;
    }
    charts.forEach(({ of }, at) => {
      const slideId = String(ids[at]);
      const slide = longer.slides.find(({ id }) => id === slideId);
      expect([of, slide?.kind, Boolean(slide?.chart ?? slide?.plot)]).toEqual([of, 'chart', true]);
      expect([of, slide?.claims.length === 0, slide?.claims.filter(({ id, envelope }) => !id.startsWith(slideId) || envelope.value === null || envelope.n === 0)]).toEqual([of, false, []]);
    });
    // What people here believe was not said in an interaction; every other figure leads to those it is made of.
    const unheard = longer.slides.flatMap(({ claims }) => claims).filter(({ envelope }) => envelope.evidence === null);
    expect(unheard.map(({ text }) => text)).toEqual([expect.stringMatching(/^80% of our leaders/), expect.stringMatching(/% of us say superior$/)]);
    expect(longer.slides.flatMap(({ claims }) => claims).find(({ definition }) => definition === 'net of a fee, simulated')?.envelope.evidence).toEqual({ code: 'BF', from: '2026-08-03' });
    expect(longer.checks.filter(({ slideId, ok, code }) => ids.includes(slideId) && !ok && code !== 'words')).toEqual([]);
    expect(longer.slides.slice(-2).map(({ id }) => id)).toEqual(['ask', 'method']);
    for (const _chart of charts) await lab.client.project.undo();
    expect((await lab.client.briefing.story()).slides.map(({ id }) => id)).toEqual(story.slides.map(({ id }) => id));
  }, 60_000);

  it('tells money and what happens next in the full report, each claim with its interactions', async () => {
    const { slides } = await lab.client.briefing.choose({ template: 'report' });
    await lab.client.briefing.choose({ template: 'sixSlides' });
    const kinds = ['trend', 'feeling', 'cost', 'owners', 'after'];
    expect(slides.map(({ kind }) => kind).filter((kind) => kinds.includes(kind))).toEqual(kinds);
    const [cost, owners, after] = ['cost', 'owners', 'after'].map((id) => slides.find((slide) => slide.id === id));
    const report = await lab.client.causes.report({ weight: 'cost', method: 'time-driven', filter: {} });
    expect(cost?.claims[0]?.envelope).toEqual(report.causes[0]?.share);
    expect(owners?.plot?.kind === 'waterfall' && owners.plot.steps.reduce((sum, step) => sum + (step.kind === 'left' ? -step.amount : step.amount), 0)).toBeCloseTo(0, 6);
    expect(after?.plot?.kind).toBe('survival');
    expect([cost, owners, after].flatMap((slide) => slide?.claims ?? []).filter(({ envelope }) => envelope.evidence === null)).toEqual([]);
  });

  it('does not leave with a person in it', async () => {
    await lab.client.briefing.editSlide({ slideId: 'ask', bullets: ['Ruth Hallam must be called back'] });
    expect(await refusalOf(lab.client.briefing.export({ format: 'pptx' }))).toContain('personal data');
    await lab.client.briefing.editSlide({ slideId: 'ask', bullets: null });
    expect(await refusalOf(lab.client.briefing.export({ format: 'pptx' }))).toBe('nothing was refused');
  });
});

describe('a briefing without enough', () => {
  let lab: EngineLab;
  beforeAll(async () => { lab = await openLab(); });
  afterAll(() => lab.close());

  it('of an empty project says so and exports', async () => {
    const story = await lab.client.briefing.story();
    expect(story.slides.map((slide) => slide.title)).toEqual([
      'There is nothing to compare yet: neither ratings nor customers\' answers are loaded', 'There is nothing to compare yet: neither ratings nor customers\' answers are loaded', 'We have no customer\'s own words to play yet',
      'No interaction carries a cause yet, so none can be named', 'We ask for time to listen: too few interactions carry a cause to name one',
      'We cannot say how far apart we are before both sides are loaded',
    ]);
    expect(story.slides.every((slide) => slide.chart === null && (slide.bars ?? null) === null)).toBe(true);
    // Short: what has nothing to show is hidden, and may be shown.
    expect(story.slides.filter(({ isHidden }) => !isHidden).map(({ id }) => id)).toEqual(['answer', 'ask', 'method']);
    const shown = await lab.client.briefing.editSlide({ slideId: 'causes', isHidden: false });
    expect(shown.slides.filter(({ isHidden }) => !isHidden).map(({ id }) => id)).toEqual(['answer', 'causes', 'ask', 'method']);
    expect(await refusalOf(lab.client.briefing.export({ format: 'pptx' }))).toBe('nothing was refused');
  });

  it('of twelve surveys states no gap, and of one side only names the side', async () => {
    const ids = Array.from({ length: 12 }, (_item, at) => `T-${at + 1}`);
    const calls = Object.fromEntries(ids.map((id) => [`${id}.vtt`, vtt([['Agent', 'Hello'], ['Customer', `My bill is wrong again, as in case ${id}, and nobody writes back.`]])]));
    await lab.run(await lab.put({ ...calls, 'surveys.csv': `response_id,interaction_id,answered_at,csat\n${ids.map((id, at) => `S-${at},${id},2026-08-0${1 + (at % 9)}T10:00:00Z,${1 + (at % 5)}`).join('\n')}\n` }));
    const oneSided = await lab.client.briefing.story();
    expect(oneSided.slides[1]?.title).toBe('Customers have answered, but nobody here has rated an interaction yet');
    await lab.run(await lab.put({ 'quality_scores.csv': `evaluation_id,interaction_id,evaluated_at,purpose,score,passed\n${ids.map((id, at) => `E-${at},${id},2026-08-1${at % 9}T10:00:00Z,random,90,yes`).join('\n')}\n` }));
    const few = await lab.client.briefing.story();
    expect(few.slides[0]?.title).toBe('Only 12 interactions carry both views: too few to state a gap');
    expect(few.slides[1]).toMatchObject({ chart: null, isHidden: true });
    expect(few.slides[1]?.lead).not.toMatch(/\d+ points/);
    expect(few.slides[5]?.title).toContain('first sign');
  });
});
