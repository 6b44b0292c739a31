import { repairsFor, type Repair } from '#shared/model/import-mapping.ts';
import type { Parsed, Problem } from '../importer.ts';

/** Problems of one kind in one column, which one choice mends. */
export type ProblemGroup = { code: string; column: string | null; rows: number; repairs: readonly Repair[]; examples: Problem[] };

/** Rows of a table by what stands between them and the project. */
export type DryRun = { ready: number; needsYou: number; unreadable: number; groups: ProblemGroup[] };

const EXAMPLES = 20;

/** Counts as it is told of problems; a row with several counts once, under the worst of them. */
class ProblemCounter {
  readonly groups = new Map<string, ProblemGroup>();
  needsYou = 0;
  unreadable = 0;
  private row: number | null = null;
  private isMendable = true;
  private isOpen = false;

  add(problem: Problem): void {
    const repairs = repairsFor(problem.code);
    const key = `${problem.code}\n${problem.column ?? ''}`;
    const group = this.groups.get(key) ?? { code: problem.code, column: problem.column, rows: 0, repairs, examples: [] };
    group.rows += 1;
    if (group.examples.length < EXAMPLES) group.examples.push(problem);
    this.groups.set(key, group);
    if (problem.row !== this.row || problem.row === null) this.close();
    this.row = problem.row;
    this.isMendable &&= repairs.length > 0;
    this.isOpen = true;
  }

  close(): void {
    if (this.isOpen && this.isMendable) this.needsYou += 1;
    else if (this.isOpen) this.unreadable += 1;
    this.isOpen = false;
    this.isMendable = true;
  }
}

/**
 * Reads everything and writes nothing: how many records are ready, how many rows need a choice, how many cannot be read,
 * grouped by what mends them, the largest group first.
 * @throws what the reader throws
 */
export async function countDryRun<T>(parsed: AsyncIterable<Parsed<T>>): Promise<DryRun> {
  const counter = new ProblemCounter();
  let ready = 0;
  for await (const item of parsed) {
    if ('record' in item) ready += 1;
    else counter.add(item.problem);
  }
  counter.close();
  const groups = [...counter.groups.values()].sort((a, b) => b.rows - a.rows);
  return { ready, needsYou: counter.needsYou, unreadable: counter.unreadable, groups };
}
