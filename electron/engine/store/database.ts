import { createRequire } from 'node:module';
import { type Content, MemoryFile, wholeOf } from './memory-file.ts';
import { asError, bind, loadSqlJs, toRow, type SqlJs, type SqlJsDatabase, type SqlJsStatement } from './sql-js.ts';
import { StatementCache, type Freeable } from './statement-cache.ts';
import { StoreError, type StoreLog } from './store-error.ts';

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
  /** The database file as it is now, to be read while changes go on; takes no time and hardly any memory. @throws inside a transaction */
  cut(): Content;
  /** The same in one piece: a copy, hence for small databases. @throws inside a transaction */
  export(): Uint8Array;
  /** Another database of the same engine; its own caller closes it. */
  another(bytes?: Uint8Array): Database;
  /** Puts another database in place of this one; whoever holds this object sees the new content from now on. */
  replace(bytes: Uint8Array): void;
  close(): void;
}

export type DatabaseOptions = {
  /** A database file; without it the database starts empty. */
  readonly bytes?: Uint8Array;
  readonly log?: StoreLog | undefined;
  /** Where `sql-wasm.wasm` lies, if not in node_modules. */
  readonly wasmPath?: string | undefined;
};

/** Just under 2 GiB of 4,096-byte pages: past about 3.8 GiB sql.js stalls instead of failing. Not kept in the file. */
export const maxPageCount = 524_000;

// SQLite keeps none of these in the file, so they are set on every open.
const pragmas = `
  PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON; PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON;
  PRAGMA max_page_count = ${maxPageCount}; PRAGMA journal_mode = MEMORY; PRAGMA temp_store = MEMORY;
`;

const slowQueryMs = 40;
const cachedStatements = 120;
const engines = new Map<string, Promise<SqlJs>>();

/** Opens a database in memory, with every pragma set. @throws StoreError ENGINE_BROKEN */
export async function openDatabase(options: DatabaseOptions = {}): Promise<Database> {
  const wasmPath = options.wasmPath ?? createRequire(import.meta.url).resolve('sql.js/dist/sql-wasm.wasm');
  const loading = engines.get(wasmPath) ?? loadSqlJs(wasmPath);
  engines.set(wasmPath, loading);
  try {
    return new SqlJsBackedDatabase(await loading, options);
  } catch (error) {
    if (error instanceof StoreError) engines.delete(wasmPath);
    throw asError(error);
  }
}

type CachedStatement = Freeable & { readonly statement: SqlJsStatement; readonly columns: string[]; readonly isChange: boolean };

class SqlJsBackedDatabase implements Database {
  readonly #engine: SqlJs;
  readonly #log: StoreLog | undefined;
  readonly #statements = new StatementCache((sql) => this.#prepare(sql), cachedStatements);
  #file: MemoryFile;
  #raw: SqlJsDatabase;
  #depth = 0;

  constructor(engine: SqlJs, options: DatabaseOptions) {
    this.#engine = engine;
    this.#log = options.log;
    [this.#file, this.#raw] = this.#open(options.bytes);
  }

  all<T>(sql: string, parameters?: SqlParameters): T[] {
    return this.#use(sql, parameters, ({ statement, columns }) => {
      const rows: T[] = [];
      while (statement.step()) rows.push(toRow(columns, statement.get()) as T);
      return rows;
    });
  }

  get<T>(sql: string, parameters?: SqlParameters): T | undefined {
    return this.#use(sql, parameters, ({ statement, columns }) => (statement.step() ? (toRow(columns, statement.get()) as T) : undefined));
  }

  *iterate<T>(sql: string, parameters?: SqlParameters): IterableIterator<T> {
    const taken = this.#statements.take(sql);
    try {
      if (parameters !== undefined) bind(taken.statement, parameters);
      while (taken.statement.step()) yield toRow(taken.columns, taken.statement.get()) as T;
    } catch (error) {
      throw asError(error);
    } finally {
      this.#statements.giveBack(sql, taken);
    }
  }

  run(sql: string, parameters?: SqlParameters): number {
    return this.#use(sql, parameters, ({ statement, isChange }) => {
      statement.step();
      return isChange ? this.#raw.getRowsModified() : 0;
    });
  }

  exec(sql: string): void {
    // Statements prepared before a change of tables would keep the old columns.
    this.#statements.clear();
    const startedAt = performance.now();
    try {
      this.#raw.run(sql);
    } catch (error) {
      throw asError(error);
    } finally {
      this.#reportSlow(sql, startedAt);
    }
  }

  prepare(sql: string): PreparedStatement {
    const taken = this.#statements.take(sql);
    let isFree = false;
    return {
      run: (parameters) => {
        if (isFree) throw new Error('This statement was freed.');
        return this.#step(taken, parameters);
      },
      free: () => {
        if (!isFree) this.#statements.giveBack(sql, taken);
        isFree = true;
      },
    };
  }

  bulk(sql: string, rows: Iterable<SqlParameters>): number {
    const statement = this.prepare(sql);
    try {
      let changed = 0;
      for (const row of rows) changed += statement.run(row);
      return changed;
    } finally {
      statement.free();
    }
  }

  transaction<T>(work: () => T): T {
    const isOuter = this.#depth === 0;
    const name = `nested_${this.#depth}`;
    this.run(isOuter ? 'BEGIN' : `SAVEPOINT ${name}`);
    this.#depth += 1;
    try {
      const result = work();
      if (result instanceof Promise) throw new Error('A transaction may not stay open across an await.');
      this.run(isOuter ? 'COMMIT' : `RELEASE ${name}`);
      return result;
    } catch (error) {
      this.#rollBack(isOuter ? ['ROLLBACK'] : [`ROLLBACK TO ${name}`, `RELEASE ${name}`]);
      throw error;
    } finally {
      this.#depth -= 1;
    }
  }

  get isInTransaction(): boolean {
    return this.#depth > 0;
  }

  cut(): Content {
    if (this.isInTransaction) throw new Error('The database cannot be exported inside a transaction.');
    try {
      // Fails where somebody has begun a transaction by hand: its pages may lie in the file already.
      this.#raw.run('BEGIN; COMMIT');
    } catch (error) {
      throw asError(error);
    }
    return this.#file.cut();
  }

  export(): Uint8Array {
    return wholeOf(this.cut());
  }

  another(bytes?: Uint8Array): Database {
    return new SqlJsBackedDatabase(this.#engine, bytes === undefined ? {} : { bytes });
  }

  replace(bytes: Uint8Array): void {
    if (this.isInTransaction) throw new Error('The database cannot be replaced inside a transaction.');
    const [file, raw] = this.#open(bytes);
    this.close();
    this.#file = file;
    this.#raw = raw;
  }

  close(): void {
    this.#statements.clear();
    this.#raw.close();
  }

  #open(bytes?: Uint8Array): [MemoryFile, SqlJsDatabase] {
    const file = new MemoryFile(bytes);
    const raw = this.#engine.open(file);
    try {
      raw.run(pragmas);
      return [file, raw];
    } catch (error) {
      raw.close();
      throw asError(error);
    }
  }

  /** Some errors (a full database) have rolled everything back already. */
  #rollBack(statements: string[]): void {
    try {
      for (const sql of statements) this.run(sql);
    } catch (error) {
      if (!(error instanceof Error) || !/no transaction is active|no such savepoint/.test(error.message)) throw error;
    }
  }

  #use<R>(sql: string, parameters: SqlParameters | undefined, work: (taken: CachedStatement) => R): R {
    const startedAt = performance.now();
    const taken = this.#statements.take(sql);
    try {
      if (parameters !== undefined) bind(taken.statement, parameters);
      return work(taken);
    } catch (error) {
      throw asError(error);
    } finally {
      this.#statements.giveBack(sql, taken);
      this.#reportSlow(sql, startedAt);
    }
  }

  #step(taken: CachedStatement, parameters: SqlParameters | undefined): number {
    try {
      if (parameters !== undefined) bind(taken.statement, parameters);
      taken.statement.step();
      return taken.isChange ? this.#raw.getRowsModified() : 0;
    } catch (error) {
      throw asError(error);
    } finally {
      taken.statement.reset();
    }
  }

  #prepare(sql: string): CachedStatement {
    try {
      const statement = this.#raw.prepare(sql);
      return {
        statement,
        columns: statement.getColumnNames(),
        isChange: /^\s*(insert|update|delete|replace|with)\b/i.test(sql),
        reset: () => statement.reset(),
        free: () => void statement.free(),
      };
    } catch (error) {
      throw asError(error);
    }
  }

  #reportSlow(sql: string, startedAt: number): void {
    const ms = performance.now() - startedAt;
    if (ms > slowQueryMs) this.#log?.({ level: 'warn', code: 'SLOW_QUERY', detail: { ms: Math.round(ms), sql: sql.trim().slice(0, 200) } });
  }
}
