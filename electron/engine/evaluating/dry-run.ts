import type { DryRun, DryRunRow } from '#shared/contract/evaluations.ts';
import { chosenFrom, type StoredAnswer } from '#shared/form/answers.ts';
import { scoreForm, type FormScore } from '#shared/form/score-form.ts';
import type { FormDefinition } from '#shared/model/form.ts';
import { mean } from '#shared/stats/descriptive.ts';
import type { Database } from '#engine/store/database.ts';
import { answersToQuestions } from '#engine/store/queries/evaluations.ts';

const shownRows = 200;

type Past = Pick<DryRunRow, 'evaluationId' | 'interactionId' | 'externalId'> & { answers: StoredAnswer[] };
type Compared = { readonly row: DryRunRow; readonly isIncomplete: boolean };

/**
 * Scores past evaluations under both versions of a form, from the answers that they have. Both are computed anew, so
 * that what differs is the form and nothing else.
 */
export function dryRun(db: Database, before: FormDefinition, after: FormDefinition): DryRun {
  const keys = [...new Set([before, after].flatMap((form) => form.sections.flatMap((section) => section.questions.map(({ key }) => key))))];
  const compared = pastOf(db, keys).map((past) => compare(past, before, after));
  const rows = compared.map(({ row }) => row);
  const changed = rows.filter((row) => row.before !== row.after && !isClose(row.before, row.after) || row.passedBefore !== row.passedAfter);
  const change = (row: DryRunRow): number => Math.abs((row.after ?? 0) - (row.before ?? 0));
  return {
    compared: rows.length, unchanged: rows.length - changed.length, changedTotal: changed.length,
    changed: [...changed].sort((a, b) => change(b) - change(a) || (a.evaluationId < b.evaluationId ? -1 : 1)).slice(0, shownRows),
    incomplete: compared.filter(({ isIncomplete }) => isIncomplete).length,
    meanBefore: meanOf(rows.map((row) => row.before)), meanAfter: meanOf(rows.map((row) => row.after)),
    newlyFailed: rows.filter((row) => row.passedAfter === false && row.passedBefore !== false).length,
    newlyPassed: rows.filter((row) => row.passedAfter === true && row.passedBefore !== true).length,
  };
}

const isClose = (a: number | null, b: number | null): boolean => a !== null && b !== null && Math.abs(a - b) < 1e-9;
const meanOf = (scores: readonly (number | null)[]): number | null => mean(scores.filter((score) => score !== null));

function pastOf(db: Database, keys: readonly string[]): Past[] {
  const byId = new Map<string, Past>();
  for (const { evaluationId, interactionId, externalId, ...answer } of answersToQuestions(db, keys)) {
    const past = byId.get(evaluationId) ?? { evaluationId, interactionId, externalId, answers: [] };
    past.answers.push(answer);
    byId.set(evaluationId, past);
  }
  return [...byId.values()];
}

function compare({ answers, ...past }: Past, before: FormDefinition, after: FormDefinition): Compared {
  const old = scored(before, answers);
  const now = scored(after, answers);
  return {
    row: { ...past, before: old.score.score, after: now.score.score, passedBefore: old.score.passed, passedAfter: now.score.passed },
    isIncomplete: now.isIncomplete,
  };
}

function scored(form: FormDefinition, answers: readonly StoredAnswer[]): { score: FormScore; isIncomplete: boolean } {
  const { chosen, unread } = chosenFrom(form, answers);
  const score = scoreForm(form, chosen);
  return { score, isIncomplete: unread.length > 0 || score.open.length > 0 };
}
