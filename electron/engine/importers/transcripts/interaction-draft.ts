import type { Role } from '#shared/model/interaction.ts';
import type { Parsed, ParsedInteraction, ParsedTurn, ParsedWord, Problem } from '#engine/importers/importer.ts';
import { UnreadableFileError } from '#engine/importers/importer.ts';
import { normaliseLines } from '#engine/importers/text-encoding.ts';
import { findRoles } from '#engine/importers/transcripts/roles.ts';

/** A turn as a format gives it. Without `role`, labels and wording decide. Times in milliseconds, checked later. */
export type DraftTurn = {
  speaker: string;
  text: string;
  role?: Role | undefined;
  startMs?: number | null | undefined;
  endMs?: number | null | undefined;
  words?: readonly ParsedWord[] | undefined;
};

export type InteractionDraft = Omit<ParsedInteraction, 'turns' | 'rolesSure'> & { turns: DraftTurn[] };

/** Beyond this a "time" is another unit or another clock (three years: letters of one thread can lie far apart). */
const maxTimeMs = 1e11;

/**
 * What every format has in common: clean text, sane times, reading order, roles. Yields what a person should know, then
 * the interaction. `needsTurns: false` is for files that describe a call without its words.
 * @throws UnreadableFileError when turns are needed and there is none
 */
export function* finishInteraction(file: string, draft: InteractionDraft, needsTurns = true): Generator<Parsed<ParsedInteraction>> {
  const said = draft.turns.map((turn) => ({ ...turn, speaker: cleanLabel(turn.speaker), text: cleanText(turn.text) })).filter((turn) => turn.text !== '');
  if (said.length === 0 && needsTurns) throw noTurns();
  const times = checkTimes(file, said);
  const ordered = inOrder(said);
  const { roles, sure, swapped } = findRoles(ordered);
  if (swapped) yield { problem: swappedProblem(file) };
  for (const problem of times) yield { problem };
  const turns = ordered.map((turn, index): ParsedTurn => toTurn(turn, roles[index] ?? 'unknown'));
  yield { record: { ...draft, ...(swapped ? { facts: { ...draft.facts, speakersLookSwapped: true } } : {}), turns, rolesSure: said.length === 0 || sure } };
}

/** LF only, no control characters, no lone surrogates, trimmed. */
export function cleanText(text: string): string {
  return normaliseLines(text)
    .replace(/[^\P{Cc}\n\t]|\ufeff/gu, '')
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .trim();
}

/** A speaker on one line; direction marks could make a name look like another. */
export function cleanLabel(label: string): string {
  return cleanText(label).replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '').replace(/\s+/g, ' ').trim().slice(0, 200);
}

/** When the last turn ends, for formats that state no duration; `undefined` without times. */
export function lastEndMs(turns: readonly DraftTurn[]): number | undefined {
  let last = -1;
  for (const turn of turns) last = Math.max(last, turn.endMs ?? turn.startMs ?? -1);
  return last > 0 && last <= maxTimeMs ? Math.round(last) : undefined;
}

function toTurn(turn: DraftTurn, role: Role): ParsedTurn {
  const base = { speaker: turn.speaker, role, startMs: turn.startMs ?? null, endMs: turn.endMs ?? null, text: turn.text };
  return turn.words !== undefined && turn.words.length > 0 ? { ...base, words: turn.words } : base;
}

/** Rounds times to whole milliseconds and takes out impossible ones; says how many. */
function checkTimes(file: string, turns: DraftTurn[]): Problem[] {
  const bad = { count: 0, first: 0, found: '' };
  turns.forEach((turn, index) => {
    const start = soundTime(turn.startMs);
    const end = soundTime(turn.endMs);
    const isBackwards = start !== null && end !== null && end < start;
    const isBad = isBackwards || (start === null && isGiven(turn.startMs)) || (end === null && isGiven(turn.endMs));
    if (isBad && bad.count++ === 0) Object.assign(bad, { first: index + 1, found: `${turn.startMs ?? '?'} to ${turn.endMs ?? '?'} ms` });
    turn.startMs = start;
    turn.endMs = isBackwards ? null : end;
    if (isBad) turn.words = undefined;
  });
  return bad.count === 0 ? [] : [timeProblem(file, bad)];
}

function isGiven(ms: number | null | undefined): ms is number {
  return ms !== null && ms !== undefined;
}

function soundTime(ms: number | null | undefined): number | null {
  return !isGiven(ms) || !Number.isFinite(ms) || ms < 0 || ms > maxTimeMs ? null : Math.round(ms);
}

/** Reading order is time order when every turn has a time; ties and untimed transcripts keep the file's order. */
function inOrder<T extends DraftTurn>(turns: T[]): T[] {
  let isSorted = true;
  let previous = -1;
  for (const turn of turns) {
    if (!isGiven(turn.startMs)) return turns;
    if (turn.startMs < previous) isSorted = false;
    previous = turn.startMs;
  }
  return isSorted ? turns : turns.toSorted((a, b) => (a.startMs ?? 0) - (b.startMs ?? 0));
}

function noTurns(): UnreadableFileError {
  return new UnreadableFileError({
    row: null, column: null, code: 'TRANSCRIPT_EMPTY', found: 'no spoken text', expected: 'at least one turn',
    message: 'This transcript holds no spoken text, so there is nothing to import. Check whether the export was complete.',
  });
}

function timeProblem(file: string, bad: { count: number; first: number; found: string }): Problem {
  const which = bad.count === 1 ? `Turn ${bad.first} has an impossible time` : `${bad.count} turns have impossible times, the first is turn ${bad.first}`;
  return {
    file, row: bad.first, column: null, code: 'TURN_TIME_INVALID', found: bad.found, expected: 'a start from 0 on and an end after it',
    message: `${which} (${bad.found}). The text was imported, the impossible times were left out.`,
  };
}

function swappedProblem(file: string): Problem {
  return {
    file, row: null, column: null, code: 'SPEAKERS_LOOK_SWAPPED', found: 'the customer speaks like an agent', expected: null,
    message: 'Agent and customer look swapped: the one labelled customer greets and offers help. The roles are marked unsure until someone confirms them.',
  };
}
