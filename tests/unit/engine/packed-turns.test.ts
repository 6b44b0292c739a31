import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packTurns, unpackTurns } from '#shared/model/packed-turns.ts';
import type { Turn } from '#shared/model/interaction.ts';
import { openDatabase, type Database } from '#engine/store/database.ts';
import { packedTurnsOf, turnsOf } from '#engine/store/queries/turns.ts';

const ms = fc.option(fc.integer({ min: 0, max: 2 ** 40 }), { nil: null });
const words = fc.option(fc.array(fc.tuple(fc.nat(), fc.nat(), fc.nat(), fc.nat()), { maxLength: 3 }), { nil: null });
// A lone surrogate is no text that a database can hold.
const text = fc.string({ unit: 'binary' }).map((each) => each.replaceAll(/\p{Surrogate}/gu, ''));
const optional = (key: 'original' | 'redacted') => fc.option(text, { nil: null }).map((value) => (value === null ? {} : { [key]: value }));
const turnsArbitrary = fc.array(fc.record({
  speaker: text, role: fc.constantFrom<Turn['role'][]>('agent', 'customer', 'bot', 'ivr', 'system', 'unknown'), startMs: ms, endMs: ms, text, words,
  original: optional('original'), redacted: optional('redacted'),
}), { maxLength: 6 }).map((drafts) => drafts.map(({ original, redacted, ...draft }, seq): Turn => ({ seq, ...draft, ...original, ...redacted })));

describe('turns as one text', () => {
  let db: Database;
  beforeAll(async () => {
    db = await openDatabase();
    db.exec(`CREATE TABLE turn (interaction_key INTEGER, seq INTEGER, speaker TEXT, role TEXT, start_ms INTEGER, end_ms INTEGER, text TEXT, words TEXT);
      CREATE TABLE turn_original (interaction_key INTEGER, seq INTEGER, text TEXT);`);
  });
  afterAll(() => db.close());

  it('come back as they were', () => {
    fc.assert(fc.property(turnsArbitrary, (turns) => {
      expect(unpackTurns(packTurns(turns))).toEqual(turns);
    }));
  });

  it('are packed by the store as by hand, in the order of the call', () => {
    fc.assert(fc.property(turnsArbitrary, (drawn) => {
      const turns = drawn.map(({ redacted: _redacted, ...turn }) => turn);
      db.exec('DELETE FROM turn; DELETE FROM turn_original');
      for (const { seq, speaker, role, startMs, endMs, text: said, words: timed, original } of turns.toReversed()) {
        db.run('INSERT INTO turn VALUES (1, ?, ?, ?, ?, ?, ?, ?)', [seq, speaker, role, startMs, endMs, said, timed === null ? null : JSON.stringify(timed)]);
        if (original !== undefined) db.run('INSERT INTO turn_original VALUES (1, ?, ?)', [seq, original]);
      }
      expect(turnsOf(db, 1)).toEqual(turns);
      expect(unpackTurns(packTurns(unpackTurns(packedTurnsOf(db, 1))))).toEqual(turns);
    }), { numRuns: 60 });
    expect(turnsOf(db, 2)).toEqual([]);
  });
});
