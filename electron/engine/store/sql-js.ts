import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import initSqlJs from 'sql.js';
import type { SqlParameters, SqlValue } from './database.ts';
import type { MemoryFile } from './memory-file.ts';
import { type EngineMemory, MemoryFileCalls, type SystemCalls } from './memory-file-calls.ts';
import { StoreError } from './store-error.ts';

/** The part of sql.js 1.16.0 that is used; its published types are of an older version. */
export type SqlJsStatement = {
  bind(parameters: SqlParameters): boolean;
  step(): boolean;
  get(): SqlValue[];
  getColumnNames(): string[];
  reset(): void;
  free(): boolean;
};
export type SqlJsDatabase = {
  run(sql: string): unknown;
  prepare(sql: string): SqlJsStatement;
  getRowsModified(): number;
  close(): void;
};
export type SqlJs = { /** Opens the database in a file; SQLite keeps it there alone. */ open(file: MemoryFile): SqlJsDatabase };

/** SHA-256 of the `sql-wasm.wasm` that sql.js 1.16.0 ships; an altered engine is not started. */
const wasmHash = '43bbcdd44287e5a2db3b6b5af34b1a3485a7a441285d247976c1ebe3c61f8dbf';

/** Loads the library from its `sql-wasm.wasm`, if that is the one that was shipped. @throws StoreError ENGINE_BROKEN */
export async function loadSqlJs(wasmPath: string): Promise<SqlJs> {
  let wasm: Uint8Array;
  try {
    wasm = readFileSync(wasmPath);
  } catch (cause) {
    throw new StoreError('ENGINE_BROKEN', 'The database engine is missing from this installation. Install Earshot again.', { cause });
  }
  if (createHash('sha256').update(wasm).digest('hex') !== wasmHash) {
    throw new StoreError('ENGINE_BROKEN', 'The database engine of this installation was altered. Install Earshot again.');
  }
  const calls = new MemoryFileCalls();
  const library = await withCalls(calls, wasm.length, () => (initSqlJs as unknown as (config: object) => Promise<Library>)({ wasmBinary: wasm, useOldExtensionFunctions: false }));
  return { open: (file) => calls.offer(file, () => new library.Database()) };
}

type Library = { Database: new () => SqlJsDatabase };

type Instantiate = (binary: Uint8Array, imports: { a?: SystemCalls }) => Promise<{ instance: { exports: Record<string, unknown> } }>;

/** sql.js has no other door to its system calls than the moment at which it starts the engine. */
async function withCalls<T>(calls: MemoryFileCalls, wasmSize: number, work: () => Promise<T>): Promise<T> {
  const { WebAssembly: platform } = globalThis as unknown as { WebAssembly: { instantiate: Instantiate; Memory: new () => EngineMemory } };
  const original = platform.instantiate;
  platform.instantiate = async (binary, imports) => {
    if (binary.byteLength !== wasmSize || imports.a === undefined) return original(binary, imports);
    const started = await original(binary, { a: calls.around(imports.a) });
    for (const exported of Object.values(started.instance.exports)) if (exported instanceof platform.Memory) calls.attach(exported);
    return started;
  };
  try {
    return await work();
  } finally {
    platform.instantiate = original;
  }
}

/** sql.js throws strings as well as errors. */
export function asError(error: unknown): Error {
  const asThrown = error instanceof Error ? error : new Error(String(error));
  if (!asThrown.message.includes('database or disk is full')) return asThrown;
  return new StoreError('TOO_LARGE', 'The project has reached the size that Earshot can hold (2 GB). Start a second project.', { cause: error });
}

/** Gives a statement its parameters. @throws Error for a number that SQLite cannot hold */
export function bind(statement: SqlJsStatement, parameters: SqlParameters): void {
  const values = Array.isArray(parameters) ? parameters : Object.values(parameters);
  for (const value of values) {
    // SQLite would store NaN as NULL without a word.
    if (value === undefined || (typeof value === 'number' && !Number.isFinite(value))) {
      throw new Error(`A statement was given ${String(value)} as a parameter.`);
    }
  }
  statement.bind(parameters);
}

/** A row as an object by column name. */
export function toRow(columns: readonly string[], values: readonly SqlValue[]): Record<string, SqlValue> {
  const row: Record<string, SqlValue> = {};
  for (let index = 0; index < columns.length; index += 1) row[columns[index] as string] = values[index] as SqlValue;
  return row;
}
