import type { EntityType } from '#shared/model/privacy.ts';
import type { Turn } from '#shared/model/interaction.ts';
import { isCardNumber } from './checksums.ts';
import { type Entity, lowerKeepingOffsets } from './entity.ts';
import { findEntities } from './find-entities.ts';
import type { Roster } from './roster.ts';
import { digitRuns } from './spoken-digits.ts';

type Piece = { readonly turnSeq: number; readonly digits: string; readonly start: number; readonly end: number };
type CallEntity = Entity & { readonly turnSeq: number };

/** How many turns of others may stand between two pieces of one number: “four five three nine”, “yes”, “one four eight eight”. */
const longestPause = 2;

/** Personal data of a whole conversation: turn by turn, and card numbers that are read out over several turns. */
export function callEntities(turns: readonly Pick<Turn, 'seq' | 'speaker' | 'text'>[], options: { roster: Roster; types: ReadonlySet<EntityType> }): CallEntity[] {
  const found: CallEntity[] = turns.flatMap((turn) => findEntities(turn.text, options).map((entity) => ({ ...entity, turnSeq: turn.seq })));
  if (!options.types.has('CREDIT_CARD')) return found;
  for (const piece of cardsOverTurns(turns)) {
    const overlaps = (other: CallEntity): boolean => other.turnSeq === piece.turnSeq && other.start < piece.end && piece.start < other.end;
    const rest = found.filter((other) => !overlaps(other));
    found.splice(0, found.length, ...rest, { type: 'CREDIT_CARD', start: piece.start, end: piece.end, turnSeq: piece.turnSeq });
  }
  return found.toSorted((a, b) => a.turnSeq - b.turnSeq || a.start - b.start);
}

function cardsOverTurns(turns: readonly Pick<Turn, 'seq' | 'speaker' | 'text'>[]): Piece[] {
  const speakers = new Set(turns.map(({ speaker }) => speaker));
  return [...speakers].flatMap((speaker) => cardsOf(turns, speaker));
}

function cardsOf(turns: readonly Pick<Turn, 'seq' | 'speaker' | 'text'>[], speaker: string): Piece[] {
  const cards: Piece[] = [];
  let pieces: Piece[] = [];
  /** Digits of the card that was just found: by chance its first twelve can pass the check, so what follows at once belongs to it. */
  let openDigits = 0;
  let pause = 0;
  for (const turn of turns) {
    const runs = turn.speaker === speaker ? digitRuns(lowerKeepingOffsets(turn.text), { least: isShort(turn.text) ? 1 : 2, withWritten: true }) : [];
    pause = runs.length === 0 ? pause + 1 : 0;
    if (pause > longestPause) [pieces, openDigits] = [[], 0];
    for (const { digits, start, end } of runs) {
      const piece = { turnSeq: turn.seq, digits, start, end };
      const isRest = openDigits > 0 && openDigits + digits.length <= 19;
      if (!isRest) pieces.push(piece);
      const card = isRest ? [piece] : cardAtEnd(pieces, hasCardContext(turns, turn.seq));
      cards.push(...card);
      if (card.length > 0) pieces = [];
      openDigits = card.length === 0 ? 0 : card.reduce((sum, part) => sum + part.digits.length, isRest ? openDigits : 0);
    }
  }
  return cards;
}

/** “Seven.”, “and one”: a single digit counts only where hardly anything else is said. */
function isShort(text: string): boolean {
  return text.trim().split(/\s+/).length <= 3;
}

/** The last pieces that together are a card number; longest first, so that no digit of it is left over. */
function cardAtEnd(pieces: readonly Piece[], hasContext: boolean): Piece[] {
  for (let from = Math.max(0, pieces.length - 8); from < pieces.length; from += 1) {
    const tried = pieces.slice(from);
    if (tried.length > 1 && isCardNumber(tried.map(({ digits }) => digits).join('')) && tried.every(({ digits }) => digits.length <= 8) && (hasContext || isInFours(tried))) return tried;
  }
  return [];
}

const cardWords = /\b(?:cards?|visa|mastercard|amex|long number|payment|debit|credit)\b/i;

/** Whether anybody spoke of a card in the turns just before. */
function hasCardContext(turns: readonly Pick<Turn, 'seq' | 'text'>[], seq: number): boolean {
  return turns.some((turn) => turn.seq <= seq && turn.seq > seq - 10 && cardWords.test(turn.text));
}

/** Four digits at a time is how cards are read out, and hardly any other number. */
function isInFours(pieces: readonly Piece[]): boolean {
  return pieces.length >= 3 && pieces.slice(0, -1).every(({ digits }) => digits.length === 4) && (pieces.at(-1)?.digits.length ?? 0) <= 4;
}
