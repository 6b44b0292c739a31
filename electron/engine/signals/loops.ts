import { EarshotError } from '#shared/errors.ts';
import type { Definitions } from '#shared/model/gap.ts';
import { leastWeeksAfter, loopStages, verifiedBelow, type Loop, type LoopRow, type LoopStage, type LoopTest } from '#shared/model/loop.ts';
import { verifiedFallTest } from '#shared/stats/emerging.ts';
import type { Database } from '#engine/store/database.ts';
import { lastContactAt } from '#engine/store/queries/bad-contacts.ts';
import { findCode } from '#engine/store/queries/codebook.ts';
import { codedContacts, matchingContacts, spokenContacts } from '#engine/store/queries/signal-counts.ts';
import { findLoopRow, findRule } from '#engine/store/queries/signals.ts';
import { baselineWeeks } from './detect.ts';
import { addDays, completeWeeks, endOf, mondayOf } from './weeks.ts';

export type LoopContext = { readonly definitions: Definitions; readonly now: Date };

export const noLoop: LoopRow = { heardOn: null, owner: null, assignedOn: null, decision: null, decidedOn: null, changeMade: null, changedOn: null, verifiedOn: null, verification: null };

const dayMs = 86_400_000;

/** What a subject is called. @throws EarshotError NOT_FOUND */
export function nameOfSubject(db: Database, subject: string): { name: string; owner: string | null } {
  const at = subject.indexOf(':');
  const [kind, id] = [subject.slice(0, at), subject.slice(at + 1)];
  if (kind === 'words') return { name: id, owner: null };
  const found = kind === 'code' ? findCode(db, id) : findRule(db, id);
  if (!found) throw new EarshotError('NOT_FOUND', 'What this is about is not in the project any more.');
  return { name: found.name, owner: 'owner' in found ? found.owner : null };
}

/** Contacts with the subject, and contacts that could have had it, between two moments. */
function countBetween(db: Database, subject: string, range: { from: string; to: string }): { count: number; exposure: number } {
  const id = subject.slice(subject.indexOf(':') + 1);
  if (subject.startsWith('code:')) {
    const rows = codedContacts(db, range);
    return { count: new Set(rows.filter(({ code }) => code === id).map(({ key }) => key)).size, exposure: new Set(rows.map(({ key }) => key)).size };
  }
  const found = matchingContacts(db, subject.startsWith('rule:') ? findRule(db, id)?.words ?? '' : `role:customer ${id}`);
  const all = spokenContacts(db, range);
  return { count: all.filter(({ key }) => found.has(key)).length, exposure: all.length };
}

/**
 * The twelve weeks before a change against the complete weeks since, by the conditional test that signals are found with,
 * lower tail. The week of the change belongs to neither. Null before a change, or without contacts on a side.
 */
export function loopTest(db: Database, { subject, changedOn }: { subject: string; changedOn: string | null }, { definitions, now }: LoopContext): LoopTest | null {
  const lastAt = lastContactAt(db);
  if (changedOn === null || lastAt === null) return null;
  const zone = definitions.timeZone;
  const week = mondayOf(changedOn);
  const after = addDays(week, 7);
  const [lastWeek] = completeWeeks({ lastAt, now, zone, count: 1 });
  if (!lastWeek) return null;
  const weeks = Math.max(0, Math.round((Date.parse(lastWeek.start) - Date.parse(after)) / (7 * dayMs)) + 1);
  const before = countBetween(db, subject, { from: addDays(week, -7 * baselineWeeks), to: week });
  const since = countBetween(db, subject, { from: after, to: new Date(endOf(lastWeek, zone)).toISOString() });
  const p = verifiedFallTest({ baselineCount: before.count, baselineExposure: before.exposure, currentCount: since.count, currentExposure: since.exposure });
  return { before, after: since, weeks, p: p ?? 1 };
}

const dayOfStage = (row: LoopRow, stage: LoopStage): string | null => ({
  heard: row.heardOn, assigned: row.owner === null ? null : row.assignedOn, decided: row.decision === null ? null : row.decidedOn,
  changed: row.changeMade === null ? null : row.changedOn, verified: row.verification === null ? null : row.verifiedOn,
})[stage];

/** Stages with the days since the stage before that has one. */
export function stagesOf(row: LoopRow): Loop['stages'] {
  let before: string | null = null;
  return loopStages.map((stage) => {
    const on = dayOfStage(row, stage);
    const daysBetween = on === null || before === null ? null : Math.round((Date.parse(on) - Date.parse(before)) / dayMs);
    if (on !== null) before = on;
    return { stage, on, daysBetween };
  });
}

/** A loop with its stages and what the numbers say today. */
export function toLoop(db: Database, { subject, row }: { subject: string; row: LoopRow }, context: LoopContext): Loop {
  const test = row.changeMade === null ? null : loopTest(db, { subject, changedOn: row.changedOn }, context);
  const effect = test === null ? 'none' as const : test.weeks < leastWeeksAfter ? 'tooEarly' as const : test.p < verifiedBelow ? 'lower' as const : 'noDifference' as const;
  return { ...row, subject, name: nameOfSubject(db, subject).name, stages: stagesOf(row), test, effect };
}

/** What people entered of a loop; before anybody did, the owner of the code. @throws EarshotError NOT_FOUND */
export function stagesSoFar(db: Database, subject: string): LoopRow {
  const { owner } = nameOfSubject(db, subject);
  return findLoopRow(db, subject) ?? { ...noLoop, owner };
}

/** The loop of a cause or signal; one that nobody began has no day yet. @throws EarshotError NOT_FOUND */
export function loopOf(db: Database, subject: string, context: LoopContext): Loop {
  return toLoop(db, { subject, row: stagesSoFar(db, subject) }, context);
}
