import type { Database } from '#engine/store/database.ts';

/**
 * Keeps the text index of turns, one statement for a whole transaction: every statement of its own makes the index write a
 * segment of its own, which costs more than the words in it.
 */
export class TurnIndex {
  #waiting: number[] = [];

  constructor(private readonly db: Database) {}

  /** The turns of this interaction (by key) are in place and are to be found from the end of the transaction on. */
  add(interactionKey: number): void {
    this.#waiting.push(interactionKey);
  }

  /** Takes the turns of an interaction out, before they are deleted. */
  remove(interactionKey: number): void {
    // The index can only forget what it knows.
    this.flush();
    this.db.run('DELETE FROM turn_text WHERE docid IN (SELECT key FROM turn WHERE interaction_key = ?)', [interactionKey]);
  }

  /** Has to be called before the transaction ends. */
  flush(): void {
    if (this.#waiting.length === 0) return;
    this.db.run(
      'INSERT INTO turn_text (docid, text) SELECT key, text FROM turn WHERE interaction_key IN (SELECT value FROM json_each(?))',
      [JSON.stringify(this.#waiting)],
    );
    this.#waiting = [];
  }
}
