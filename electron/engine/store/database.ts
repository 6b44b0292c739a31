/** A value that SQLite stores. Booleans are bound as 0 and 1 and come back as numbers. */
export type SqlValue = string | number | null | Uint8Array;
export type SqlParameter = SqlValue | boolean;

/** Positional (`?`) or named (`:name`, written with its colon) parameters. */
export type SqlParameters = readonly SqlParameter[] | Readonly<Record<string, SqlParameter>>;

/** A statement prepared once and run for many rows. Free it when done (`bulk` does so by itself). */
export interface PreparedStatement {
  /** @returns how many rows it changed */
  run(parameters?: SqlParameters): number;
  free(): void;
}

/** One SQLite database in memory. Everything is synchronous; nothing else in Earshot knows which library is behind it. */
export interface Database {
  /** All rows as objects, keyed by column name. */
  all<T>(sql: string, parameters?: SqlParameters): T[];
  /** The first row, or undefined. */
  get<T>(sql: string, parameters?: SqlParameters): T | undefined;
  /** Rows one at a time; the statement is freed when the loop ends or breaks. */
  iterate<T>(sql: string, parameters?: SqlParameters): IterableIterator<T>;
  /** Runs one statement. @returns how many rows it changed */
  run(sql: string, parameters?: SqlParameters): number;
  /** Runs any number of statements, without parameters and without results. */
  exec(sql: string): void;
  prepare(sql: string): PreparedStatement;
  /** Runs one statement for every row of parameters. @returns how many rows were changed in all */
  bulk(sql: string, rows: Iterable<SqlParameters>): number;
  /**
   * Runs `work` in a transaction, or in a savepoint when one is open already, and undoes it when `work` throws.
   * `work` must be synchronous: a transaction never stays open across an `await`.
   */
  transaction<T>(work: () => T): T;
  readonly isInTransaction: boolean;
  /** The database file as bytes. @throws inside a transaction */
  export(): Uint8Array;
  /** Puts another database in place of this one; whoever holds this object sees the new content from now on. */
  replace(bytes: Uint8Array): void;
  close(): void;
}
