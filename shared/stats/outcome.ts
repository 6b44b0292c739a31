import type { Reason } from '#shared/model/envelope.ts';

/**
 * What every composite statistic carries beside its values. The first field of a result is its primary one: when that is null,
 * `reason` says why. When another field is null on its own account, `reasons` says why under the field's name.
 */
export type Outcome = { readonly reason: Reason | null; readonly reasons: Readonly<Record<string, Reason>> };

/** Available, with the reasons of single fields that are not. */
export function available(reasons: Readonly<Record<string, Reason>> = {}): Outcome {
  return { reason: null, reasons };
}

/** Not available as a whole. */
export function unavailable(reason: Reason, reasons: Readonly<Record<string, Reason>> = {}): Outcome {
  return { reason, reasons };
}

/** Reasons from pairs [field, is it missing, why]; keeps only the missing ones. */
export function reasonsFor(...rows: readonly (readonly [field: string, missing: boolean, reason: Reason])[]): Record<string, Reason> {
  return Object.fromEntries(rows.filter(([, missing]) => missing).map(([field, , reason]) => [field, reason]));
}

/** One reason for every one of the named fields that is null. */
export function whereNull<Name extends string>(values: Readonly<Record<Name, unknown>>, fields: readonly Name[], reason: Reason): Record<string, Reason> {
  return Object.fromEntries(fields.filter((field) => values[field] === null).map((field) => [field, reason]));
}

/** x / n, or null where there is nothing to divide by. */
export function ratio(x: number, n: number): number | null {
  return n === 0 ? null : x / n;
}
