import type { Database } from '#engine/store/database.ts';

/**
 * Blocks of the text index that one step of merging writes: some 10 ms where no word is in more than a few thousand turns. A
 * block holds at least one word with all its places, so that of the higher levels, whose segments are 15 times as large,
 * fewer are written at first.
 */
const mostBlocks = 60;
const fewerOfEachLevel = 30;
/** A step is meant to last this long, in ms; the next one of its level is made as much shorter or longer. */
const stepMs = 10;
/** Segments of one level that are merged: one less than the 16 at which the index would merge them by itself, all at once. */
const mergedSegments = 15;

/**
 * Keeps the text index of turns, one statement for a whole transaction: every statement of its own makes the index write a
 * segment of its own, which costs more than the words in it. Segments are merged in small steps, since the index's own way,
 * within the commit, keeps everyone waiting for a second in a project of a million turns.
 */
export class TurnIndex {
  #waiting: number[] = [];
  /** How many blocks the next step of each level writes. */
  readonly #blocks = new Map<number, number>();

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
    const levels = this.#levelsToMerge();
    const highest = levels.at(-1) ?? 0;
    const blocks = Math.min(...levels.map((level) => this.#blocksOf(level)), mostBlocks);
    const [before, startedAt] = [this.#changes(), performance.now()];
    this.db.run('INSERT INTO turn_text (turn_text) VALUES (?)', [`merge=${blocks},${mergedSegments}`]);
    const share = stepMs / Math.max(1, performance.now() - startedAt);
    // Longer steps come slowly: the next words may be the frequent ones. What a lower level took says nothing of a higher one.
    const next = share < 1 ? Math.floor(blocks * share) : levels.length > 1 ? this.#blocksOf(highest) : blocks + Math.ceil(blocks / 8);
    this.#blocks.set(highest, Math.min(mostBlocks, Math.max(1, next)));
    // SQLite's FTS4 documentation: less than two changes say that there was nothing to merge.
    return this.#changes() - before >= 2;
  }

  #blocksOf(level: number): number {
    return this.#blocks.get(level) ?? Math.max(1, Math.round(mostBlocks / fewerOfEachLevel ** level));
  }

  /** Levels with enough segments, or about to have them: the index goes on to the next one within the same step. */
  #levelsToMerge(): number[] {
    const full = this.db.all<{ level: number }>('SELECT level FROM turn_text_segdir GROUP BY level HAVING count(*) >= ? ORDER BY level', [mergedSegments - 1]);
    return full.map(({ level }) => level);
  }

  #changes(): number {
    return this.db.get<{ n: number }>('SELECT total_changes() AS n')?.n ?? 0;
  }
}
