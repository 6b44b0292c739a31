import type { CountedCue, CueListMeasure, EmpathyFigures } from '#shared/model/empathy.ts';
import { envelope, type Envelope } from '#shared/model/envelope.ts';
import type { InteractionFilter } from '#shared/model/interaction-filter.ts';
import { newCueBudget, type CueMatcher } from '#engine/empathy/cue-matcher.ts';
import { maskPersonalData } from '#engine/privacy/mask.ts';
import type { Database } from '#engine/store/database.ts';
import { rosterNames } from '#engine/store/queries/briefing-evidence.ts';
import { cueRows, type CueRow } from '#engine/store/queries/empathy.ts';
import { groupBy } from '../group-by.ts';
import { meanEnvelope, quantileEnvelope } from '../means.ts';
import { shareEnvelope } from '../shares.ts';
import { Tally } from '../tally.ts';

type Question = { agentId: string | null; from: string | null; to: string | null };

/** So many cues are handed over to be heard; the figures count all. */
const mostShown = 200;

/** The cue that several judgements are about: theirs where they agree, else none. A judgement made as such stands before a tag. */
function oneCue(rows: readonly CueRow[]): CountedCue | null {
  const judged = rows.filter(({ by }) => by === 'judgement');
  const counted = judged.length > 0 ? judged : rows;
  const [first] = counted;
  if (first === undefined) return null;
  const softened = new Set(counted.map((row) => row.softened));
  const [heard] = softened;
  return {
    ...first, outcome: counted.every(({ outcome }) => outcome === first.outcome) ? first.outcome : null,
    softened: softened.size === 1 && heard !== null && heard !== undefined ? heard === 1 : null,
  };
}

function countedCues(rows: readonly CueRow[]): CountedCue[] {
  return [...groupBy(rows, ({ interactionId, turnSeq }) => `${interactionId} ${turnSeq}`).values()].map(oneCue).filter((cue) => cue !== null);
}

/** How cues were met. A cue counts once; those without a chance, and those that listeners hear differently, are in no share. */
export function empathyFigures(db: Database, { agentId, from, to }: Question): EmpathyFigures {
  const cues = countedCues(cueRows(db, { agentId, from, to }));
  const evidence: InteractionFilter = {
    ...(agentId === null ? {} : { agent: agentId }), ...(from === null ? {} : { from }), ...(to === null ? {} : { to }), cued: true,
  };
  const of = (outcome: CountedCue['outcome']) => cues.filter((cue) => cue.outcome === outcome);
  const chances = cues.filter(({ outcome }) => outcome !== null && outcome !== 'none');
  const isTaken = ({ outcome }: CountedCue): boolean => outcome === 'taken';
  const names = rosterNames(db);
  return {
    counts: { taken: of('taken').length, missed: of('missed').length, wrong: of('wrong').length, none: of('none').length, disputed: of(null).length },
    met: shareOf(chances, (cue) => Number(isTaken(cue)), evidence),
    balance: meanEnvelope(tallyOf(chances, (cue) => (isTaken(cue) ? 100 : -100)), { unit: 'points', evidence }),
    delay: quantileEnvelope(tallyOf(chances, ({ responseDelayMs }) => (responseDelayMs === null ? null : responseDelayMs / 1000)), 0.5, { unit: 'seconds', evidence, flags: ['turn_times'] }),
    softenedAfterTaken: shareOf(chances.filter(isTaken), softenedValue, evidence),
    softenedAfterOther: shareOf(chances.filter((cue) => !isTaken(cue)), softenedValue, evidence),
    cues: cues.slice(0, mostShown).map((cue) => ({ ...cue, words: maskPersonalData(cue.words, names) })),
  };
}

const softenedValue = ({ softened }: CountedCue): number | null => (softened === null ? null : Number(softened));

function tallyOf(cues: readonly CountedCue[], valueOf: (cue: CountedCue) => number | null): Tally {
  const tally = new Tally(null);
  for (const cue of cues) {
    const value = valueOf(cue);
    tally.add({ cluster: cue.interactionId, value, excluded: value === null ? 'missing' : null });
  }
  return tally;
}

/** A share whose interval knows that the cues of one interaction hang together. */
function shareOf(cues: readonly CountedCue[], valueOf: (cue: CountedCue) => number | null, evidence: InteractionFilter | null): Envelope {
  const tally = tallyOf(cues, valueOf);
  const x = tally.values.reduce((sum, value) => sum + value, 0);
  return shareEnvelope({ x, n: tally.n, inScope: cues.length, excluded: { missing: cues.length - tally.n }, designEffect: tally.designEffect, evidence });
}

/** Cues of which listeners say the same. */
export function judgedCues(db: Database): readonly CountedCue[] {
  return countedCues(cueRows(db, { agentId: null, from: null, to: null }).filter(({ by }) => by === 'judgement')).filter(({ outcome }) => outcome !== null);
}

/**
 * How well the list does by this project's own judgements: the share of offered and judged turns that were cues, and the
 * share of cues that the list offers. Listeners saw the offers, so the second is flattered.
 */
export function measureCueList(judged: readonly CountedCue[], match: CueMatcher): CueListMeasure {
  const budget = newCueBudget();
  const offered = new Set(judged.filter((cue) => match(cue.words, budget) !== null));
  const isOffered = (cue: CountedCue) => offered.has(cue);
  const isCue = ({ outcome }: CountedCue) => outcome !== 'none';
  if (judged.length === 0 || budget.leftMs <= 0) {
    const nothing = envelope({ unit: 'share', value: null, reason: 'NO_DATA' });
    return { precision: nothing, recall: nothing };
  }
  return {
    precision: shareOf(judged.filter(isOffered), (cue) => Number(isCue(cue)), null),
    recall: shareOf(judged.filter(isCue), (cue) => Number(isOffered(cue)), null),
  };
}
