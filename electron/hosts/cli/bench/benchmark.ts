/** How much to measure with; 1 is the size that the budgets are written for. */
export type BenchOptions = { readonly scale: number; readonly folder: string; say(line: string): void };

/** One measurement beside a reference run in the same process. `ratio` is the figure that counts; times depend on the machine. */
export type BenchResult = {
  readonly name: string;
  /** What was measured, with its size. */
  readonly work: string;
  readonly reference: string;
  readonly ms: number;
  readonly referenceMs: number;
  readonly ratio: number;
  /** Largest ratio that is within the budget. */
  readonly budget: number;
  readonly isWithin: boolean;
  /** Further figures, in milliseconds unless the name says otherwise. */
  readonly more: Readonly<Record<string, number>>;
};

export interface Benchmark {
  readonly name: string;
  run(options: BenchOptions): Promise<BenchResult>;
}

/** Milliseconds that `work` takes, and what it gives. */
export async function timed<T>(work: () => T | Promise<T>): Promise<{ ms: number; value: T }> {
  const startedAt = performance.now();
  const value = await work();
  return { ms: performance.now() - startedAt, value };
}

/** The given share of values lies at or below this one; `values` need no order. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}

export function resultOf(measured: Omit<BenchResult, 'ratio' | 'isWithin'>): BenchResult {
  const ratio = measured.ms / measured.referenceMs;
  return { ...measured, ratio, isWithin: ratio <= measured.budget };
}
