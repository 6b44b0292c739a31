import type { Database } from '#engine/store/database.ts';

/** Blocks of the text index that one step of merging writes: some 10 ms. */
const mergedBlocks = 60;
/** Segments of one level that are merged: one less than the 16 at which the index would merge them by itself, all at once. */
const mergedSegments = 15;

/**
 * Keeps the text index of turns, one statement for a whole transaction: every statement of its own makes the index write a
 * segment of its own, which costs more than the words in it. Segments are merged in small steps, since the index's own way,
 * within the commit, keeps everyone waiting for a second in a project of a million turns.
 */
export class TurnIndex {
  #waiting: number[] = [];

  constructor(private readonly db: Database) {
    db.run("INSERT INTO turn_text (turn_text) VALUES ('automerge=0')");
  }

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

  /** Merges segments a little, in a transaction of its own. @returns whether there may be more to merge */
  mergeStep(): boolean {
    const before = this.#changes();
    this.db.run('INSERT INTO turn_text (turn_text) VALUES (?)', [`merge=${mergedBlocks},${mergedSegments}`]);
    // SQLite's FTS4 documentation: less than two changes say that there was nothing to merge.
    return this.#changes() - before >= 2;
  }

  #changes(): number {
    return this.db.get<{ n: number }>('SELECT total_changes() AS n')?.n ?? 0;
  }
}
