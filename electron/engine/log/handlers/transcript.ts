import { correctTurn, putTimes, restoreTurn, shiftTimes, timeParts, timesOf, wordParts } from '#shared/commands/transcript.ts';
import type { Turn } from '#shared/model/interaction.ts';
import type { Database } from '#engine/store/database.ts';
import { CommandRefused, type AnyCommandHandler, type CommandHandler } from '../handler.ts';
import { changeBetween, movedSpan, movedWords } from './reworded.ts';
import { mustFind } from './row-values.ts';

type PayloadOf<D> = D extends { payload: { _output: infer P } } ? P : never;
type Span = { id: string; charStart: number | null; charEnd: number | null };
type TurnRow = { key: number; text: string; words: string | null };

function keyOf(db: Database, interactionId: string): number {
  return mustFind(db.get<{ key: number }>('SELECT key FROM interaction WHERE id = ?', [interactionId]), 'interaction').key;
}

function mustTurn(db: Database, interactionKey: number, seq: number): TurnRow {
  return mustFind(db.get<TurnRow>('SELECT key, text, words FROM turn WHERE interaction_key = ? AND seq = ?', [interactionKey, seq]), 'turn');
}

const wordsIn = (words: string | null): Turn['words'] => (words === null ? null : JSON.parse(words) as Turn['words']);

/** The words of a turn, in the full-text index too, which asks the table what to forget. */
function putText(db: Database, turn: TurnRow, now: { text: string; words: Turn['words'] }): void {
  db.run('DELETE FROM turn_text WHERE docid = ?', [turn.key]);
  db.run('UPDATE turn SET text = ?, words = ? WHERE key = ?', [now.text, now.words === null ? null : JSON.stringify(now.words), turn.key]);
  db.run('INSERT INTO turn_text (docid, text) VALUES (?, ?)', [turn.key, now.text]);
}

function spansOn(db: Database, table: 'tag' | 'quote', turn: { interactionId: string; seq: number }): Span[] {
  return db.all<Span>(
    `SELECT id, char_start AS charStart, char_end AS charEnd FROM ${table} WHERE interaction_id = ? AND turn_seq = ? AND char_start IS NOT NULL ORDER BY id`,
    [turn.interactionId, turn.seq],
  );
}

function putSpans(db: Database, table: 'tag' | 'quote', spans: readonly Span[]): void {
  db.bulk(`UPDATE ${table} SET char_start = ?, char_end = ? WHERE id = ?`, spans.map(({ id, charStart, charEnd }) => [charStart, charEnd, id]));
}

function originalOf(db: Database, interactionKey: number, seq: number): string | null {
  return db.get<{ text: string }>('SELECT text FROM turn_original WHERE interaction_key = ? AND seq = ?', [interactionKey, seq])?.text ?? null;
}

function putOriginal(db: Database, at: { interactionKey: number; seq: number }, original: string | null): void {
  db.run('DELETE FROM turn_original WHERE interaction_key = ? AND seq = ?', [at.interactionKey, at.seq]);
  if (original !== null) db.run('INSERT INTO turn_original (interaction_key, seq, text) VALUES (?, ?, ?)', [at.interactionKey, at.seq, original]);
}

/** Who corrects words cannot see what is hidden among them, and would write over it. */
function mustHideNothing(db: Database, interactionId: string, seq: number): void {
  if (db.get("SELECT 1 AS found FROM redaction WHERE interaction_id = ? AND turn_seq = ? AND status <> 'dismissed'", [interactionId, seq])) {
    throw new CommandRefused('REFUSED', 'Parts of this turn are hidden, so its words cannot be changed. Show them first, where that is still possible.');
  }
}

const correct: CommandHandler<PayloadOf<typeof correctTurn>> = {
  definition: correctTurn,
  standing: (db, { interactionId, seq }) => wordParts.of(mustTurn(db, keyOf(db, interactionId), seq)),
  apply(db, { interactionId, seq, text }) {
    const interactionKey = keyOf(db, interactionId);
    const turn = mustTurn(db, interactionKey, seq);
    if (turn.text === text) return { inverse: null, entityId: interactionId };
    mustHideNothing(db, interactionId, seq);
    const words = wordsIn(turn.words);
    const [tags, quotes] = [spansOn(db, 'tag', { interactionId, seq }), spansOn(db, 'quote', { interactionId, seq })];
    const original = originalOf(db, interactionKey, seq);
    const change = changeBetween(turn.text, text);
    const moved = (span: Span): Span => {
      const [charStart, charEnd] = movedSpan([span.charStart ?? 0, span.charEnd ?? turn.text.length], change) ?? [null, null];
      return { id: span.id, charStart, charEnd };
    };
    putText(db, turn, { text, words: movedWords(words, change) });
    putSpans(db, 'tag', tags.map(moved));
    putSpans(db, 'quote', quotes.map(moved));
    const first = original ?? turn.text;
    putOriginal(db, { interactionKey, seq }, first === text ? null : first);
    return { inverse: { name: restoreTurn.name, payload: { interactionId, seq, text: turn.text, words, tags, quotes, original } }, entityId: interactionId };
  },
};

const restore: CommandHandler<PayloadOf<typeof restoreTurn>> = {
  definition: restoreTurn,
  apply(db, { interactionId, seq, text, words, tags, quotes, original }) {
    const interactionKey = keyOf(db, interactionId);
    const turn = mustTurn(db, interactionKey, seq);
    putText(db, turn, { text, words });
    putSpans(db, 'tag', tags);
    putSpans(db, 'quote', quotes);
    putOriginal(db, { interactionKey, seq }, original);
    return { inverse: { name: correctTurn.name, payload: { interactionId, seq, text: turn.text } }, entityId: interactionId };
  },
};

type TimedTurn = { seq: number; start_ms: number | null; end_ms: number | null; words: string | null };
type TimedTag = { id: string; start_ms: number | null; end_ms: number | null };

function momentsOf(db: Database, interactionId: string, interactionKey: number): { turns: TimedTurn[]; tags: TimedTag[]; redactions: TimedTag[] } {
  return {
    turns: db.all<TimedTurn>('SELECT seq, start_ms, end_ms, words FROM turn WHERE interaction_key = ? AND start_ms IS NOT NULL ORDER BY seq', [interactionKey]),
    tags: db.all<TimedTag>('SELECT id, start_ms, end_ms FROM tag WHERE interaction_id = ? AND turn_seq IS NOT NULL AND start_ms IS NOT NULL ORDER BY id', [interactionId]),
    redactions: db.all<TimedTag>('SELECT id, start_ms, end_ms FROM redaction WHERE interaction_id = ? AND start_ms IS NOT NULL ORDER BY id', [interactionId]),
  };
}

/** From a time of the transcript to the time of the recording. @throws CommandRefused when two points cannot be joined */
function timeMap([first, second]: PayloadOf<typeof shiftTimes>['points']): (ms: number) => number {
  if (first === undefined) throw new CommandRefused('REFUSED', 'Say where something of the transcript is heard.');
  const scale = second === undefined ? 1 : (second.toMs - first.toMs) / (second.fromMs - first.fromMs);
  if (!Number.isFinite(scale) || scale < 0.5 || scale > 2) {
    throw new CommandRefused('REFUSED', 'The two points do not fit one recording: between them one side runs more than twice as fast as the other. Look at the times again.');
  }
  return (ms) => Math.max(0, Math.round(first.toMs + (ms - first.fromMs) * scale));
}

function putTurnTimes(db: Database, interactionKey: number, turns: readonly (readonly [number, number | null, number | null, Turn['words']])[]): void {
  db.bulk('UPDATE turn SET start_ms = ?, end_ms = ?, words = ? WHERE interaction_key = ? AND seq = ?',
    turns.map(([seq, start, end, words]) => [start, end, words === null ? null : JSON.stringify(words), interactionKey, seq]));
}

const shift: CommandHandler<PayloadOf<typeof shiftTimes>> = {
  definition: shiftTimes,
  standing: (db, { interactionId }) => timeParts.of(timesOf(momentsOf(db, interactionId, keyOf(db, interactionId)).turns.map(({ seq, start_ms }) => ({ seq, startMs: start_ms })))),
  apply(db, { interactionId, points }) {
    const interactionKey = keyOf(db, interactionId);
    const { turns, tags, redactions } = momentsOf(db, interactionId, interactionKey);
    if (turns.length === 0) throw new CommandRefused('REFUSED', 'This transcript has no times that could be moved.');
    const map = timeMap(points);
    const at = (ms: number | null): number | null => (ms === null ? null : map(ms));
    putTurnTimes(db, interactionKey, turns.map(({ seq, start_ms, end_ms, words }) => [
      seq, at(start_ms), at(end_ms), wordsIn(words)?.map(([from, to, charStart, charEnd]): [number, number, number, number] => [map(from), map(to), charStart, charEnd]) ?? null,
    ]));
    db.bulk('UPDATE tag SET start_ms = ?, end_ms = ? WHERE id = ?', tags.map(({ id, start_ms, end_ms }) => [at(start_ms), at(end_ms), id]));
    // What is to be silent is where its words are heard.
    db.bulk('UPDATE redaction SET start_ms = ?, end_ms = ? WHERE id = ?', redactions.map(({ id, start_ms, end_ms }) => [at(start_ms), at(end_ms), id]));
    const before = {
      interactionId, points, turns: turns.map(({ seq, start_ms, end_ms, words }) => [seq, start_ms, end_ms, wordsIn(words)]),
      tags: tags.map(({ id, start_ms, end_ms }) => [id, start_ms, end_ms]), redactions: redactions.map(({ id, start_ms, end_ms }) => [id, start_ms, end_ms]),
    };
    return { inverse: { name: putTimes.name, payload: before }, entityId: interactionId };
  },
};

const put: CommandHandler<PayloadOf<typeof putTimes>> = {
  definition: putTimes,
  apply(db, { interactionId, points, turns, tags, redactions }) {
    putTurnTimes(db, keyOf(db, interactionId), turns);
    db.bulk('UPDATE tag SET start_ms = ?, end_ms = ? WHERE id = ?', tags.map(([id, start, end]) => [start, end, id]));
    db.bulk('UPDATE redaction SET start_ms = ?, end_ms = ? WHERE id = ?', redactions.map(([id, start, end]) => [start, end, id]));
    return { inverse: { name: shiftTimes.name, payload: { interactionId, points } }, entityId: interactionId };
  },
};

/** Corrections of a transcript: its words and its times. */
export const transcriptHandlers: readonly AnyCommandHandler[] = [correct, restore, shift, put];
