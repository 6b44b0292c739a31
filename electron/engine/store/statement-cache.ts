/** What the cache needs to know of a prepared statement. */
export type Freeable = { reset(): void; free(): void };

/**
 * Keeps prepared statements by their text, least recently used first out. A statement in use is taken out of the
 * cache, so that the same text may be used again inside its own loop.
 */
export class StatementCache<S extends Freeable> {
  readonly #statements = new Map<string, S>();
  readonly #prepare: (sql: string) => S;
  readonly #limit: number;

  constructor(prepare: (sql: string) => S, limit: number) {
    this.#prepare = prepare;
    this.#limit = limit;
  }

  take(sql: string): S {
    const cached = this.#statements.get(sql);
    if (cached === undefined) return this.#prepare(sql);
    this.#statements.delete(sql);
    return cached;
  }

  giveBack(sql: string, statement: S): void {
    statement.reset();
    this.#statements.get(sql)?.free();
    this.#statements.delete(sql);
    this.#statements.set(sql, statement);
    const [oldest] = this.#statements.size > this.#limit ? this.#statements : [];
    if (oldest === undefined) return;
    this.#statements.delete(oldest[0]);
    oldest[1].free();
  }

  /** Frees every statement that is not in use. */
  clear(): void {
    for (const statement of this.#statements.values()) statement.free();
    this.#statements.clear();
  }
}
