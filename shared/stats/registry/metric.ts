import type { z } from 'zod';
import type { Reason } from '#shared/model/envelope.ts';
import type { Outcome } from '../outcome.ts';
import { StatsInputError } from '../stats-input-error.ts';

/** What a call answers: the fields of the contract, the primary one first, then `reason` and, where needed, `reasons`. */
export type Answer = Record<string, unknown> & { readonly reason: Reason | null };

/** One statistics function of the command line. `run` throws StatsInputError for an input that cannot be computed with. */
export type StatsMetric = { readonly name: string; run(json: unknown): Answer };

/** contacts, 2, cost -> contacts[2].cost */
function pathOf(path: readonly PropertyKey[]): string {
  return path.reduce<string>((text, key) => {
    if (typeof key === 'number') return `${text}[${key}]`;
    return text === '' ? String(key) : `${text}.${String(key)}`;
  }, '') || 'input';
}

function isMissing(json: unknown, path: readonly PropertyKey[]): boolean {
  const value = path.reduce<unknown>((inner, key) => (typeof inner === 'object' && inner !== null ? Reflect.get(inner, key) : undefined), json);
  return value === undefined;
}

function parseWith<Schema extends z.ZodType>(schema: Schema, json: unknown): z.output<Schema> {
  const parsed = schema.safeParse(json);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const path = issue?.path ?? [];
  throw new StatsInputError(pathOf(path), isMissing(json, path) ? 'is missing' : (issue?.message ?? 'is not valid'));
}

/** Overflow at the edge of what doubles can hold must not reach the answer: such a number is not available. */
function isNotFinite(value: unknown): boolean {
  if (typeof value === 'number') return !Number.isFinite(value);
  return typeof value === 'object' && value !== null && Object.values(value).some(isNotFinite);
}

function withoutInfinities(answer: Answer): Answer {
  const { reason, reasons, ...fields } = answer;
  const [primary, ...others] = Object.keys(fields).filter((name) => isNotFinite(fields[name]));
  if (primary === undefined) return answer;
  const isPrimary = primary === Object.keys(fields)[0];
  const lost = isPrimary ? others : [primary, ...others];
  return {
    ...fields, ...Object.fromEntries([primary, ...lost].map((name) => [name, null])),
    reason: isPrimary ? 'NOT_IDENTIFIED' : reason,
    reasons: { ...(reasons as Record<string, Reason> | undefined), ...Object.fromEntries(lost.map((name) => [name, 'NOT_IDENTIFIED'])) },
  };
}

/** Binds a name, the check of its input and the call. */
export function metric<Schema extends z.ZodType>(name: string, input: Schema, answer: (input: z.output<Schema>) => Answer): StatsMetric {
  return { name, run: (json) => withoutInfinities(answer(parseWith(input, json))) };
}

/** The answer of a composite statistic: contract name -> field of the result, the primary one first. */
export function answerFrom<Result extends Outcome>(result: Result, fields: Readonly<Record<string, keyof Result & string>>): Answer {
  const named = Object.entries(fields);
  const values = Object.fromEntries(named.map(([name, field]) => [name, result[field]]));
  const reasons = named.filter(([, field]) => result.reasons[field] !== undefined).map(([name, field]) => [name, result.reasons[field]]);
  return { ...values, reason: result.reason, ...(reasons.length === 0 ? {} : { reasons: Object.fromEntries(reasons) }) };
}

/** The answer of a statistic with one field. */
export function answerOf(name: string, value: unknown, whyNull: Reason): Answer {
  return { [name]: value, reason: value === null ? whyNull : null };
}
