import type { ParseArgsConfig } from 'node:util';

/** Where a command line reads and writes; the process's own streams, or a test's. */
export interface Terminal {
  /** Standard output: the one document. */
  out(text: string): void;
  /** Standard error: everything said to people. */
  say(line: string): void;
  readInput(): Promise<string>;
  /** Aborts when the person presses Ctrl+C or the system ends the program. */
  readonly stop: AbortSignal;
}

export type CallValues = Readonly<Record<string, string | boolean | (string | boolean)[] | undefined>>;

/** One use of a command. */
export type Call = { readonly args: readonly string[]; readonly values: CallValues; readonly terminal: Terminal };

/** What a command answers: `json` is the document of `--json`, `text` says the same to a person. */
export type Outcome = {
  readonly json: unknown;
  readonly text: string;
  /** Done, but there is something to look at: exit code 1. */
  readonly hasProblems?: boolean;
};

export interface Command {
  readonly name: string;
  /** What follows the name, e.g. `P ID --at 2:14`. */
  readonly usage: string;
  readonly summary: string;
  readonly options: NonNullable<ParseArgsConfig['options']>;
  /** How many arguments it takes: at least, at most. */
  readonly arity: readonly [least: number, most: number];
  /** `always`: its document is printed with or without `--json`. `itself`: it has printed it while it ran. */
  readonly printsJson?: 'always' | 'itself';
  /** @throws UsageError for arguments that make no sense */
  run(call: Call): Promise<Outcome>;
}

/** The command line was not understood; the message says what to write instead. */
export class UsageError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'UsageError';
  }
}

/** A value that takes text, or undefined. */
export function textValue(call: Call, name: string): string | undefined {
  const value = call.values[name];
  return typeof value === 'string' ? value : undefined;
}

/** A value that must be given. @throws UsageError */
export function neededValue(call: Call, name: string): string {
  const value = textValue(call, name);
  if (value === undefined) throw new UsageError(`--${name} is missing.`);
  return value;
}

/** A whole number of at least `least`, or undefined. @throws UsageError */
export function countValue(call: Call, name: string, least = 1): number | undefined {
  const value = textValue(call, name);
  if (value === undefined) return undefined;
  if (!/^\d{1,9}$/.test(value) || Number(value) < least) throw new UsageError(`--${name} takes a whole number from ${least}, not “${value}”.`);
  return Number(value);
}

/** An argument by position; the number of arguments has been checked before. */
export function argument(call: Call, index: number): string {
  return call.args[index] ?? '';
}
