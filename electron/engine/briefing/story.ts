import { createHash } from 'node:crypto';
import type { Slide, Story } from '#shared/model/briefing.ts';
import type { Definitions } from '#shared/model/gap.ts';
import { envelope } from '#shared/model/envelope.ts';
import { gapReport } from '#engine/metrics/gap/report.ts';
import { shareEnvelope } from '#engine/metrics/shares.ts';
import type { Database } from '#engine/store/database.ts';
import { causeCounts, rosterNames, type CauseCount } from '#engine/store/queries/briefing-evidence.ts';
import { checkStory } from './checks.ts';
import { applyEdits, type StoryEdits } from './edits.ts';
import { period } from './figures.ts';
import { gapSlide } from './gap-slide.ts';
import { chooseQuotes } from './quotes.ts';

export type StoryOptions = { definitions: Definitions; edits: StoryEdits; now: Date; projectName: string };

/**
 * Decides from the data what the briefing says: what is so, what it sounds like, what we ask. Titles are findings and
 * step down when the interval does not carry them. Writers only draw what stands here.
 */
export function buildStory(db: Database, { definitions, edits, now, projectName }: StoryOptions): Story {
  const ask = (definition: 'matched' | 'scorecard' | 'belief') => gapReport(db, definitions, { definition, by: definition === 'belief' ? null : 'queue', topBox: null, filter: {} });
  const [matched, scorecard, belief] = [ask('matched'), ask('scorecard'), ask('belief')];
  const { causes, coded } = causeCounts(db, definitions);
  const slides = applyEdits([
    gapSlide({ matched, scorecard, belief }),
    voiceSlide(db, definitions, causes),
    askSlide(causes, coded),
  ], edits);
  const story = {
    title: slides[0]?.title ?? projectName, subtitle: projectName, period: period(matched.firstAt, matched.lastAt), slides,
    fingerprint: fingerprintOf(slides), generatedAt: now.toISOString(),
  };
  return { ...story, checks: checkStory(story, rosterNames(db)) };
}

/** The same data and words give the same fingerprint, whenever and wherever the story is built. */
function fingerprintOf(slides: readonly Slide[]): string {
  return createHash('sha256').update(JSON.stringify(slides)).digest('hex').slice(0, 16);
}

function voiceSlide(db: Database, definitions: Definitions, causes: readonly CauseCount[]): Slide {
  const frequent = causes.filter((cause) => cause.blindSpots > 0).slice(0, 2);
  const quotes = chooseQuotes(db, definitions, { causes: frequent.map((cause) => cause.name), most: 4 });
  const unhappy = quotes.filter((quote) => !quote.isAgainst).length;
  const title = unhappy === 0 ? 'We have no customer\'s own words to play yet'
    : `This is what calls sound like that we passed and customers did not`;
  return {
    id: 'voice', kind: 'voice', title, lead: unhappy === 0 ? 'Star customers\' words while listening, and they will stand here.' : 'Chosen by rule: starred words first, then the words nearest to the median of each frequent cause; one speaks against the message.',
    bullets: [], quotes, chart: null,
    footnote: quotes.length === 0 ? '' : `${quotes.length} quotes, verbatim; names and numbers are masked. Each reference plays in Earshot.`,
    notes: quotes.map((quote) => `${quote.externalId}, turn ${quote.turnSeq + 1}${quote.isAgainst ? ' (against the message)' : ''}`).join('\n'),
    claims: [], isEdited: false, isHidden: false,
  };
}

function askSlide(causes: readonly CauseCount[], coded: number): Slide {
  const [first, ...others] = causes.filter((cause) => cause.blindSpots > 0 && cause.owner !== null);
  const share = (cause: CauseCount) => shareEnvelope({ x: cause.interactions, n: coded, evidence: { code: cause.code } });
  const enough = coded >= 30 && first !== undefined;
  return {
    id: 'ask', kind: 'ask',
    title: enough ? `We ask ${first.owner} to own "${first.name}", behind ${first.blindSpots} of our blind spots`
      : 'We ask for time to listen: too few interactions carry a cause to name one',
    lead: enough ? 'A decision, an owner and a date; the same figure will show whether it worked.' : `${coded} interactions carry a cause so far. 30 are needed before one can be named.`,
    bullets: enough ? [
      `Decide: what ${first.owner} changes about "${first.name}" (${first.interactions} of ${coded} coded interactions).`,
      ...others.slice(0, 2).map((cause) => `Next in line: "${cause.name}" (${cause.owner}), ${cause.blindSpots} blind spots.`),
      'First step: the owner listens to three of these interactions with us.',
      'Check: the gap of these interactions, by the same definition, a quarter after the change.',
    ] : ['First step: draw a random sample and tag what caused each contact.'],
    quotes: [], chart: null,
    footnote: enough ? `n = ${coded} interactions with a cause. An interaction with several causes counts for each.` : `n = ${coded} interactions with a cause.`,
    notes: 'Association, not proof: the listed causes stand behind interactions that we passed and customers did not.',
    claims: enough ? [{ id: 'ask.cause', text: `"${first.name}" stands behind ${first.interactions} of ${coded} coded interactions`, envelope: share(first), definition: 'share of coded interactions' }]
      : [{ id: 'ask.coded', text: `${coded} interactions carry a cause`, envelope: envelope({ unit: 'count', value: coded, n: coded, evidence: { tagged: true } }), definition: 'coded interactions' }],
    isEdited: false, isHidden: false,
  };
}
