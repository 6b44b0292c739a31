import { envelope } from '#shared/model/envelope.ts';
import type { Slide } from '#shared/model/briefing.ts';
import { shareEnvelope } from '#engine/metrics/shares.ts';
import type { CauseCount } from '#engine/store/queries/briefing-evidence.ts';
import { fewestCoded } from './causes-slide.ts';
import { count, inSentence } from './figures.ts';

/** A decision, an owner and a first step; or, with too little coded, the time to listen. */
export function askSlide(causes: readonly CauseCount[], coded: number): Slide {
  const [first, ...others] = causes.filter((cause) => cause.blindSpots > 0 && cause.owner !== null);
  const share = (cause: CauseCount) => shareEnvelope({ x: cause.interactions, n: coded, evidence: { code: cause.code } });
  const enough = coded >= fewestCoded && first !== undefined;
  return {
    id: 'ask', kind: 'ask',
    title: enough ? `We ask ${inSentence(first.owner ?? '')} to own “${inSentence(first.name)}”, behind ${first.blindSpots} of our blind spots`
      : 'We ask for time to listen: too few interactions carry a cause to name one',
    lead: enough ? 'A decision, an owner and a date; the same figure will show whether it worked.' : `${count(coded)} interactions carry a cause so far. ${fewestCoded} are needed before one can be named.`,
    bullets: enough ? [
      `Decide: what ${inSentence(first.owner ?? '')} changes about “${inSentence(first.name)}” (${count(first.interactions)} of ${count(coded)} coded interactions).`,
      ...others.slice(0, 2).map((cause) => `Next in line: “${inSentence(cause.name)}” (${inSentence(cause.owner ?? '')}), ${cause.blindSpots} blind spots.`),
      'First step: the owner listens to three of these interactions with us.',
      'Check: the gap of these interactions, by the same definition, a quarter after the change.',
    ] : ['First step: draw a random sample and tag what caused each contact.'],
    quotes: [], chart: null,
    footnote: enough ? `n = ${count(coded)} interactions with a cause. An interaction with several causes counts for each.` : `n = ${count(coded)} interactions with a cause.`,
    notes: 'Association, not proof: the listed causes stand behind interactions that we passed and customers did not.',
    claims: enough ? [{ id: 'ask.cause', text: `“${first.name}” stands behind ${count(first.interactions)} of ${count(coded)} coded interactions`, envelope: share(first), definition: 'share of coded interactions' }]
      : [{ id: 'ask.coded', text: `${count(coded)} interactions carry a cause`, envelope: envelope({ unit: 'count', value: coded, n: coded, evidence: { tagged: true } }), definition: 'coded interactions' }],
    isEdited: false, isHidden: false,
  };
}
