import { createHash } from 'node:crypto';
import type { BriefingChoices, Slide, Story } from '#shared/model/briefing.ts';
import type { Definitions } from '#shared/model/gap.ts';
import { gapReport } from '#engine/metrics/gap/report.ts';
import { gapOverTime } from '#engine/metrics/gap/over-time.ts';
import { quadrant } from '#engine/metrics/gap/quadrant.ts';
import { costReport } from '#engine/causes/cost-report.ts';
import { paretoReport } from '#engine/causes/pareto-report.ts';
import { afterwards } from '#engine/customers/afterwards.ts';
import { cachedFor } from '#engine/metrics/project-cache.ts';
import { nonResponse } from '#engine/metrics/gap/non-response.ts';
import type { Database } from '#engine/store/database.ts';
import { causeCounts, rosterNames, type CauseCount } from '#engine/store/queries/briefing-evidence.ts';
import { listFees } from '#engine/store/queries/fees.ts';
import { dataFingerprint } from '#engine/store/queries/project-fingerprint.ts';
import { answerSlide } from './answer-slide.ts';
import { askSlide } from './ask-slide.ts';
import { addedSlide } from './charts/added-slide.ts';
import { afterSlide } from './charts/after-chart.ts';
import { slideOf } from './charts/chart-slide.ts';
import { feeSlide, ownersSlide, paretoSlide } from './charts/money-charts.ts';
import { causesSlide } from './causes-slide.ts';
import { checkStory } from './checks.ts';
import { applyEdits, type StoryEdits } from './edits.ts';
import { period } from './figures.ts';
import { gapSlide, shownGap } from './gap-slide.ts';
import { methodSlide, withFingerprint } from './method-slide.ts';
import { feelingSlide, trendSlide } from './report-slides.ts';
import { chooseQuotes } from './quotes.ts';

export type StoryOptions = {
  definitions: Definitions; edits: StoryEdits; now: Date; projectName: string;
  /** The name of the company's logo, or null. */
  logo: string | null;
};

/**
 * Decides from the data what the briefing says: the answer first, then what is so, what it sounds like, what stands
 * behind it, what we ask and how we know. Titles are findings and step down when the interval does not carry them.
 * Writers only draw what stands here.
 */
export function buildStory(db: Database, { definitions, edits, now, projectName, logo }: StoryOptions): Story {
  const ask = (definition: 'matched' | 'scorecard' | 'belief') => gapReport(db, definitions, { definition, by: definition === 'belief' ? null : 'queue', topBox: null, filter: {} });
  const [matched, scorecard, belief] = [ask('matched'), ask('scorecard'), ask('belief')];
  const report = shownGap({ matched, scorecard });
  const { causes, coded } = causeCounts(db, definitions);
  const [gap, asked] = [gapSlide({ matched, scorecard, belief }), askSlide(causes, coded)];
  const answer = answerSlide({ report, causes, coded, gap, ask: asked });
  const written = applyEdits([
    answer, withoutNothing(gap, answer), ...(edits.template === 'report' ? reportSlides(db, { definitions, now }) : []), ...[voiceSlide(db, definitions, causes), causesSlide(paretoReport(db, definitions, { weight: 'count', method: 'time-driven', filter: {} }))].map((slide) => withoutNothing(slide, answer)),
    ...(edits.template === 'report' ? moneySlides(db, definitions) : []), ...edits.charts.map((added) => addedSlide({ db, definitions, now }, added)), asked,
    methodSlide({ report, responseRate: nonResponse(db, definitions, {}).responseRate, coded }),
  ], edits);
  const when = period(report.firstAt, report.lastAt);
  const dated = written.map((slide) => ({ ...slide, bullets: slide.bullets.map((bullet) => bullet.replace(/…\.$/, '…')), footnote: slide.claims.length > 0 && report.firstAt !== null && !/\b(?:19|20)\d\d\b/.test(slide.footnote) ? `${slide.footnote} ${when}.`.trim() : slide.footnote, claims: slide.claims.map((claim) => ({ ...claim, period: when })) }));
  const choices: BriefingChoices = { template: edits.template, size: edits.size, theme: edits.theme, logo };
  const fingerprint = fingerprintOf(dated);
  const data = cachedFor(db, 'briefing data', () => dataFingerprint(db));
  const slides = withFingerprint(dated, { fingerprint, now });
  const story = {
    title: slides.find((slide) => !slide.isHidden)?.title ?? projectName, subtitle: projectName, period: when, slides, choices,
    fingerprint, dataFingerprint: data, generatedAt: dayOf(now),
  };
  return { ...story, checks: checkStory(story, rosterNames(db)) };
}

/** Where the answer is that too little is known, a slide that has nothing to show is hidden: the briefing is short, not blank. */
function withoutNothing(slide: Slide, answer: Slide): Slide {
  const hasSomething = slide.quotes.length > 0 || slide.bullets.length > 0 || Boolean(slide.chart ?? slide.bars ?? slide.plot);
  return { ...slide, isHidden: answer.claims.length === 0 && !hasSomething };
}

/** What only the full report tells. */
function reportSlides(db: Database, { definitions, now }: Pick<StoryOptions, 'definitions' | 'now'>): Slide[] {
  return [trendSlide(gapOverTime(db, { definitions, filter: {}, now })), feelingSlide(quadrant(db, { definitions, by: 'team', filter: {} }))];
}

/** What only the full report tells of money and of what happens next; each only where there is something to tell. */
function moneySlides(db: Database, definitions: Definitions): Slide[] {
  const slides = cachedFor(db, `briefing money ${JSON.stringify(definitions)}`, () => {
    const costs = costReport(db, definitions, { method: 'time-driven' });
    const pareto = costs.months === 0 ? null : paretoReport(db, definitions, { weight: 'cost', method: 'time-driven', filter: {} });
    return [
      ...(pareto === null ? [] : [slideOf('cost', 'cost', paretoSlide(pareto)), slideOf('owners', 'owners', ownersSlide(costs))]),
      ...listFees(db).slice(0, 1).map((fee) => slideOf('fee', 'fee', feeSlide({ ...fee, currency: costs.currency }))),
      slideOf('after', 'after', afterSlide(afterwards(db, { by: 'satisfaction', event: 'retention' }))),
    ];
  });
  return slides.filter((slide) => slide.kind !== 'after' || slide.plot !== null);
}

/** A briefing is of a day, not of a moment: the same data give the same file all day long. Noon, so that it is that day nearly everywhere. */
function dayOf(now: Date): string {
  return `${now.toISOString().slice(0, 10)}T12:00:00.000Z`;
}

/** The same data and words give the same fingerprint, whenever and wherever the story is built. */
function fingerprintOf(slides: readonly Slide[]): string {
  return createHash('sha256').update(JSON.stringify(slides)).digest('hex').slice(0, 16);
}

function voiceSlide(db: Database, definitions: Definitions, causes: readonly CauseCount[]): Slide {
  const frequent = causes.filter((cause) => cause.blindSpots > 0).slice(0, 2);
  const quotes = chooseQuotes(db, definitions, { causes: frequent.map((cause) => cause.name), most: 3 });
  const unhappy = quotes.filter((quote) => !quote.isAgainst).length;
  const title = unhappy === 0 ? 'We have no customer\'s own words to play yet'
    : `This is what calls sound like that we passed and customers did not`;
  return {
    id: 'voice', kind: 'voice', title, lead: unhappy === 0 ? 'Star customers\' words while listening, and they will stand here.' : 'Chosen by rule: starred words, else those at the median of each cause; one against the message.',
    bullets: [], quotes, chart: null,
    footnote: quotes.length === 0 ? '' : `${quotes.length} quotes, verbatim; names and numbers are masked. Each reference plays in Earshot.`,
    notes: quotes.map((quote) => `${quote.externalId}, turn ${quote.turnSeq + 1}${quote.isAgainst ? ' (against the message)' : ''}`).join('\n'),
    claims: [], isEdited: false, isHidden: false,
  };
}
