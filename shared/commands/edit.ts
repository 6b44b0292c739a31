import { z } from 'zod';
import { versionOf } from '../version.ts';

/** What can be changed of something, part by part. A part that is not there is null. */
export type Parts = Readonly<Record<string, unknown>>;

/**
 * What the author of a change saw: the version of each part by its name. A part changed by another window since then is not written
 * over; one that is not named is not looked at, and without any `seen` things are changed however they stand.
 */
export const Seen = z.record(z.string().max(300), z.string().max(20));
export type Seen = z.infer<typeof Seen>;
/** The input of every procedure that edits. */
export const seen = Seen.optional();

/** The version of one part; null and "not there" are the same. */
export const versionOfPart = (part: unknown): string => versionOf(part ?? null);

export function versionsOf(parts: Parts): Seen {
  return Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, versionOfPart(part)]));
}

/** How a row is taken apart, alike in the page and in the engine, so that both tell the same versions. */
export type Thing<R> = {
  /** Parts come and go, as the answers of a form do: one that its author did not name was not there for them. */
  readonly isOpen: boolean;
  /** Every part; null where there is no row. */
  of(row: R | null): Parts;
  /** The row with these parts. */
  put<T extends R>(row: T, parts: Parts): T;
};

/** A row whose parts are columns; columns that belong together (a decision and its day) are one part. */
export function thing<R extends object>(columns: Readonly<Record<string, readonly (keyof R & string)[]>>): Thing<R> {
  const partOf = (row: R, keys: readonly (keyof R & string)[]): unknown => {
    const [only] = keys;
    return keys.length === 1 && only !== undefined ? row[only] ?? null : Object.fromEntries(keys.map((key) => [key, row[key] ?? null]));
  };
  const columnsOf = (keys: readonly (keyof R & string)[], part: unknown) => keys.map((key) => [key, keys.length === 1 ? part : (part as Record<string, unknown> | null)?.[key] ?? null]);
  return {
    isOpen: false,
    of: (row) => Object.fromEntries(Object.entries(columns).map(([name, keys]) => [name, row === null ? null : partOf(row, keys)])),
    put: (row, parts) => ({ ...row, ...Object.fromEntries(Object.entries(columns).flatMap(([name, keys]) => (name in parts ? columnsOf(keys, parts[name]) : []))) }),
  };
}

/** What one sees of a row: the versions that go along with a change of it. */
export function seenOf<R>(of: Pick<Thing<R>, 'of'>, row: R | null): Seen {
  return versionsOf(of.of(row));
}

/**
 * What a kind of command does to what stands there already.
 * `writes`: puts parts of its own in its place; parts that only another window changed stay as they stand.
 * `rests`: does one thing that rests on what its author saw, so all of it must still stand.
 * `free`: can write over nothing, and why.
 */
export type Edit<P> =
  | { readonly kind: 'writes'; readonly isOpen: boolean; of(payload: P): Parts; put(payload: P, parts: Parts): P }
  | { readonly kind: 'rests'; readonly isOpen: boolean }
  | { readonly kind: 'free'; readonly because: string };

/** The payload is the row, or holds it. */
export function writes<R extends object, P extends R>(parts: Thing<R>): Edit<P> {
  return { kind: 'writes', isOpen: parts.isOpen, of: (payload) => parts.of(payload), put: (payload, changed) => parts.put(payload, changed) };
}
export const rests = { kind: 'rests', isOpen: false } as const;
export const restsOnAll = { kind: 'rests', isOpen: true } as const;
export const free = (because: string) => ({ kind: 'free', because } as const);

/** Reasons that hold for several commands. */
export const addsSomething = free('It adds something of its own; nothing stands there that could be lost.');
export const takesBack = free('It only ever takes a command back, and undo takes back what is there.');
export const neverEdited = free('It removes something that no command edits: it stands as its author saw it.');
