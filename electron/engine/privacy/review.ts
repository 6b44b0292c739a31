import type { EntityType, PrivatePlace } from '#shared/model/privacy.ts';
import type { Turn } from '#shared/model/interaction.ts';
import type { Database } from '#engine/store/database.ts';
import { rosterNames } from '#engine/store/queries/briefing-evidence.ts';
import { type Redaction, redactionsOf } from '#engine/store/queries/redactions.ts';
import { turnsOf } from '#engine/store/queries/turns.ts';
import { callEntities } from './call-entities.ts';
import { readPolicy } from './policy.ts';
import { type Roster, rosterOf } from './roster.ts';
import { soundSpan } from './sound-span.ts';

export type Reviewer = { readonly roster: Roster; readonly types: ReadonlySet<EntityType> };

/** What a look at many interactions needs once: the people known, and the kinds that the policy asks for. */
export function reviewerFor(db: Database): Reviewer {
  return { roster: rosterOf(rosterNames(db)), types: new Set(readPolicy(db).types) };
}

export type Conversation = { readonly id: string; readonly key: number };

/** Every place of one interaction: what was decided, and what is suggested besides. */
export function placesOf(db: Database, { id, key }: Conversation, reviewer: Reviewer): PrivatePlace[] {
  const turns = new Map(turnsOf(db, key).map((turn) => [turn.seq, turn]));
  const decided = redactionsOf(db, id);
  const suggested = callEntities([...turns.values()], reviewer)
    .filter((entity) => !decided.some((place) => place.turnSeq === entity.turnSeq && entity.start < place.charEnd && place.charStart < entity.end))
    .flatMap((entity) => {
      const turn = turns.get(entity.turnSeq);
      return turn === undefined ? [] : [toPlace(turn, { start: entity.start, end: entity.end, type: entity.type })];
    });
  return [...decided.map((place) => known(place, turns)), ...suggested]
    .toSorted((a, b) => a.turnSeq - b.turnSeq || a.charStart - b.charStart);
}

function known(place: Redaction, turns: ReadonlyMap<number, Turn>): PrivatePlace {
  const { id, turnSeq, charStart, charEnd, startMs, endMs, type, status } = place;
  const text = status === 'final' ? null : turns.get(turnSeq)?.text.slice(charStart, charEnd) ?? null;
  return { id, turnSeq, charStart, charEnd, startMs, endMs, type, status, text };
}

/** A stretch of a turn as a place that nobody has decided about. */
export function toPlace(turn: Turn, span: { start: number; end: number; type: EntityType }): PrivatePlace {
  const sound = soundSpan(turn, span);
  return {
    id: null, turnSeq: turn.seq, charStart: span.start, charEnd: span.end, startMs: sound?.startMs ?? null, endMs: sound?.endMs ?? null,
    type: span.type, status: 'suggested', text: turn.text.slice(span.start, span.end),
  };
}
