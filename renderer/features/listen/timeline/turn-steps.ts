import type { Role, Turn } from '#shared/model/interaction.ts';
import type { TimedTurn } from './timeline.ts';

/**
 * How far into a turn "previous" still means the turn before it. Without it a second press while playing would only
 * return to the start just jumped to.
 */
const PREVIOUS_GRACE_MS = 1000;

type Step = { readonly timed: readonly TimedTurn[]; readonly positionMs: number; readonly role: Role | 'anyone'; readonly speed: number };

/** The next turn of this role after the playhead, or null. */
export function nextTurn({ timed, positionMs, role }: Step): TimedTurn | null {
  return timed.find((candidate) => candidate.startMs > positionMs && speaks(candidate.turn, role)) ?? null;
}

/** The turn of this role that "previous" goes back to: the current one when it is well under way, else the one before. */
export function previousTurn({ timed, positionMs, role, speed }: Step): TimedTurn | null {
  const beforeMs = positionMs - PREVIOUS_GRACE_MS * speed;
  return timed.findLast((candidate) => candidate.startMs < beforeMs && speaks(candidate.turn, role)) ?? null;
}

/** The same steps without times: along the order of turns, from `seq`. */
export function neighbourTurn(turns: readonly Turn[], from: { seq: number; role: Role | 'anyone'; by: 1 | -1 }): Turn | null {
  const matches = (turn: Turn): boolean => speaks(turn, from.role);
  return (from.by === 1
    ? turns.find((turn) => turn.seq > from.seq && matches(turn))
    : turns.findLast((turn) => turn.seq < from.seq && matches(turn))) ?? null;
}

function speaks(turn: Turn, role: Role | 'anyone'): boolean {
  return role === 'anyone' || turn.role === role;
}
