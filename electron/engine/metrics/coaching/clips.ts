import type { Clip, ClipPair } from '#shared/model/coaching.ts';
import type { Turn } from '#shared/model/interaction.ts';
import { hiddenTimes } from '#engine/privacy/hidden-times.ts';
import { maskPersonalData } from '#engine/privacy/mask.ts';
import type { Database } from '#engine/store/database.ts';
import { rosterNames } from '#engine/store/queries/briefing-evidence.ts';
import { clipMoments, clipMomentsById, type ClipMoment } from '#engine/store/queries/clip-moments.ts';
import { turnsOf } from '#engine/store/queries/turns.ts';
import type { Period } from './reviews.ts';

const mostTurns = 8;

/** The turns of a moment: from what was said to the answer of the other side, so that a clip is never half a story. */
export function turnsOfMoment(turns: readonly Turn[], { startMs, endMs, turnSeq }: Pick<ClipMoment, 'startMs' | 'endMs' | 'turnSeq'>): Turn[] {
  const byTime = startMs === null ? -1 : turns.findIndex((turn) => turn.endMs !== null && turn.endMs > startMs);
  const bySeq = turnSeq === null ? -1 : turns.findIndex((turn) => turn.seq === turnSeq);
  const marked = bySeq >= 0 ? bySeq : byTime;
  if (marked < 0) return [];
  // Who marks the answer means the cue before it, too.
  const first = turns[marked]?.role === 'agent' && turns[marked - 1]?.role === 'customer' ? marked - 1 : marked;
  const reach = endMs === null ? -1 : turns.findLastIndex((turn) => turn.startMs !== null && turn.startMs < endMs);
  const answer = turns.findIndex((turn, at) => at > first && turn.role === 'agent');
  const isCue = turns[first]?.role === 'customer';
  // A moment without the customer is no moment: it goes on until they have spoken.
  const customer = turns.slice(first, Math.max(first, reach) + 1).some(({ role }) => role === 'customer') ? first : turns.findIndex((turn, at) => at > first && turn.role === 'customer');
  const last = Math.max(first, reach, isCue ? answer : customer);
  return turns.slice(first, Math.min(last + 1, first + mostTurns));
}

/** A moment as a clip: whole turns, names and numbers masked in the words and silenced in the sound. */
export function clipOf(db: Database, moment: ClipMoment, { agentId, names }: { agentId: string | null; names: readonly string[] }): Clip {
  const turns = turnsOfMoment(turnsOf(db, moment.key), moment);
  const isOwn = agentId === null || moment.agentId === agentId;
  return {
    id: moment.id, interactionId: moment.interactionId, externalId: moment.externalId, startedAt: moment.startedAt, mediaId: moment.mediaId,
    startMs: turns[0]?.startMs ?? moment.startMs, endMs: turns.at(-1)?.endMs ?? moment.endMs, turnSeq: turns[0]?.seq ?? moment.turnSeq,
    outcome: moment.outcome, reason: moment.reason, note: moment.note === null ? null : maskPersonalData(moment.note, names), isOwn,
    turns: turns.map(({ seq, role, text, startMs }) => ({ seq, role, startMs, text: maskPersonalData(text, names) })),
    muted: turns.flatMap((turn) => hiddenTimes(turn, { names, isStrict: !isOwn })),
  };
}

const mostPairs = 3;

/**
 * One good moment for each poor one of an item: the person's own where there is one, else a colleague's without a name;
 * about the same reason if possible. No good moment stands twice.
 */
export function clipPairs(db: Database, { agentId, item, from, to }: { agentId: string; item: string } & Period): ClipPair[] {
  const names = rosterNames(db);
  const poor = distinct(clipMoments(db, { item, isGood: false, agentId, from, to, limit: 20 })).slice(0, mostPairs);
  const good = [
    ...clipMoments(db, { item, isGood: true, agentId, from: null, to, limit: 40 }),
    ...clipMoments(db, { item, isGood: true, agentId: null, from: null, to, limit: 200 }).filter((moment) => moment.agentId !== agentId),
  ];
  const used = new Set<string>();
  return poor.map((moment) => {
    const match = bestMatch(moment, good.filter((candidate) => !used.has(candidate.interactionId)), agentId);
    if (match) used.add(match.interactionId);
    return { poor: clipOf(db, moment, { agentId, names }), good: match ? clipOf(db, match, { agentId, names }) : null };
  });
}

/** One moment an interaction: three clips of one call would be one story told three times. */
function distinct(moments: readonly ClipMoment[]): ClipMoment[] {
  const seen = new Set<string>();
  return moments.filter(({ interactionId }) => !seen.has(interactionId) && Boolean(seen.add(interactionId)));
}

/** What counts for a match, most first: one's own, with sound where the other has sound, about the same reason. */
function bestMatch(poor: ClipMoment, candidates: readonly ClipMoment[], agentId: string): ClipMoment | undefined {
  const worth = (candidate: ClipMoment) => (candidate.agentId === agentId ? 4 : 0)
    + (poor.mediaId !== null && candidate.mediaId !== null ? 2 : 0) + (candidate.reason !== null && candidate.reason === poor.reason ? 1 : 0);
  return candidates.toSorted((a, b) => worth(b) - worth(a))[0];
}

/** The pairs that were heard in a session, as they are now. */
export function keptPairs(db: Database, clipIds: readonly string[], agentId: string): ClipPair[] {
  const names = rosterNames(db);
  const clips = clipMomentsById(db, clipIds).map((moment) => clipOf(db, moment, { agentId, names }));
  const good = clips.filter((clip) => clip.outcome === 'taken');
  return clips.filter((clip) => clip.outcome !== 'taken').map((poor, at) => ({ poor, good: good[at] ?? null }));
}
