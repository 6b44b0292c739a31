import { z } from 'zod';
import { usualConf } from '../limits.ts';

/** Any finite number. */
export const number = z.number();

/** A finite number >= 0. */
export const nonNegative = z.number().min(0);

/** A finite number > 0. */
export const positive = z.number().positive();

/** A share, 0..1. */
export const share = z.number().min(0).max(1);

/** A whole count >= 0. */
export const count = z.int().min(0);

/** A confidence level strictly between 0 and 1. */
export const conf = z.number().gt(0).lt(1).default(usualConf);

export const numbers = z.array(number);
export const text = z.string();

/** A stretch [start, end) whose end does not lie before its start. */
export const stretch = z.tuple([nonNegative, nonNegative]).refine(([start, end]) => end >= start, 'ends before it starts');

/** A code: text, or a number that is read as text. */
export const code = z.union([z.string(), z.number()]).transform(String);

/** A stretch with a code. */
export const codedStretch = z.tuple([nonNegative, nonNegative, code])
  .refine(([start, end]) => end >= start, 'ends before it starts')
  .transform(([start, end, name]) => ({ start, end, code: name }));

/** Refuses objects in which one count is larger than the whole it is part of. */
export function isPart<Part extends string, Whole extends string>(part: Part, whole: Whole) {
  return {
    check: (input: Record<Part, number> & Record<Whole, number>) => input[part] <= input[whole],
    because: { path: [part], error: `is larger than ${whole}` },
  };
}

/** Refuses objects whose two arrays differ in length. */
export function isAsLong<One extends string, Other extends string>(one: One, other: Other) {
  return {
    check: (input: Record<One, readonly unknown[]> & Record<Other, readonly unknown[]>) => input[one].length === input[other].length,
    because: { path: [one], error: `is not as long as ${other}` },
  };
}

/** A table of rows that all have the same length. */
export function rectangular<Cell extends z.ZodType>(cell: Cell) {
  return z.array(z.array(cell)).refine((rows) => rows.every((row) => row.length === (rows[0]?.length ?? 0)), 'has rows of different length');
}
