import type { Seen } from '#shared/commands/edit.ts';
import { changeRedactions } from '#shared/commands/privacy.ts';
import type { EntityType, PrivatePlace } from '#shared/model/privacy.ts';
import type { JobHandle } from '#engine/jobs.ts';
import type { Session } from '#engine/session.ts';
import { redactionsOf } from '#engine/store/queries/redactions.ts';
import { turnsOf } from '#engine/store/queries/turns.ts';
import { type Conversation, placesOf, reviewerFor, toPlace } from './review.ts';
import { occurrencesOf } from './roster.ts';

type Span = { turnSeq: number; charStart: number; charEnd: number; type: EntityType };
type Addition = (typeof changeRedactions)['payload']['_output']['add'][number];

export const staleAfterReview = ['privacy', 'interactions', 'briefing', 'project'];

/** All conversations with turns, in the order of import. */
export function conversations(session: Session, ids: readonly string[] | null): (Conversation & { externalId: string })[] {
  const only = ids === null ? '' : 'AND id IN (SELECT value FROM json_each(?))';
  return session.db.all(`SELECT id, key, external_id AS externalId FROM interaction WHERE turn_count > 0 ${only} ORDER BY key`, ids === null ? [] : [JSON.stringify(ids)]);
}

function addition(session: Session, interactionId: string, place: PrivatePlace & { status: 'applied' | 'dismissed' }): Addition {
  const { turnSeq, charStart, charEnd, startMs, endMs, type, status } = place;
  const { newId, actor } = session.options;
  return { id: newId(), interactionId, turnSeq, charStart, charEnd, startMs, endMs, type, status, createdAt: session.now(), createdBy: actor };
}

/** Decides about places of one interaction; what was decided about the same words before is replaced. */
export async function decide(session: Session, { id, key }: Conversation, spans: { apply: readonly Span[]; dismiss: readonly Span[]; seen?: Seen | undefined }): Promise<void> {
  const turns = new Map(turnsOf(session.db, key).map((turn) => [turn.seq, turn]));
  const wanted = [...spans.apply.map((span) => ({ span, status: 'applied' as const })), ...spans.dismiss.map((span) => ({ span, status: 'dismissed' as const }))];
  const add = wanted.flatMap(({ span, status }) => {
    const turn = turns.get(span.turnSeq);
    if (turn === undefined || span.charEnd > turn.text.length || span.charEnd <= span.charStart) return [];
    return [addition(session, id, { ...toPlace(turn, { start: span.charStart, end: span.charEnd, type: span.type }), status })];
  });
  if (add.length === 0) return;
  await session.executeAll((db) => {
    const replaced = redactionsOf(db, id).filter((old) => old.status !== 'final'
      && add.some((place) => place.turnSeq === old.turnSeq && place.charStart < old.charEnd && old.charStart < place.charEnd));
    return [{ definition: changeRedactions, payload: { remove: replaced.map((old) => old.id), add }, seen: spans.seen }];
  }, staleAfterReview);
}

/** Hides every occurrence of some words in one conversation. @returns how many */
export async function hideWords(session: Session, conversation: Conversation, mark: { words: string; type: EntityType }): Promise<number> {
  const apply = turnsOf(session.db, conversation.key)
    .flatMap((turn) => occurrencesOf(turn.text, mark.words).map(({ start, end }) => ({ turnSeq: turn.seq, charStart: start, charEnd: end, type: mark.type })));
  await decide(session, conversation, { apply, dismiss: [] });
  return apply.length;
}

const placesAtOnce = 2000;

/** Hides everything that is suggested, some thousand places a command, so that each can be undone. */
export async function applySuggestions(session: Session, job: JobHandle, ids: readonly string[] | null): Promise<{ applied: number; interactions: number }> {
  const reviewer = reviewerFor(session.db);
  const all = conversations(session, ids);
  let waiting: Addition[] = [];
  let applied = 0;
  let interactions = 0;
  const flush = async () => {
    if (waiting.length > 0) await session.execute(changeRedactions, { remove: [], add: waiting }, staleAfterReview);
    waiting = [];
  };
  for (const [index, conversation] of all.entries()) {
    const suggested = placesOf(session.db, conversation, reviewer).filter(({ status }) => status === 'suggested');
    waiting.push(...suggested.map((place) => addition(session, conversation.id, { ...place, status: 'applied' })));
    applied += suggested.length;
    if (suggested.length > 0) interactions += 1;
    if (waiting.length >= placesAtOnce) await flush();
    job.report({ phase: 'checking', done: index + 1, total: all.length, item: conversation.externalId });
    await job.breathe();
  }
  await flush();
  return { applied, interactions };
}

type ScanRow = { interactionId: string; externalId: string; suggested: number; hidden: number };

/** How much each conversation has to look at. Writes nothing. */
export async function scanProject(session: Session, job: JobHandle, limit: number) {
  const reviewer = reviewerFor(session.db);
  const all = conversations(session, null);
  const rows: ScanRow[] = [];
  const suggested: Record<string, number> = {};
  let hidden = 0;
  for (const [index, conversation] of all.entries()) {
    const places = placesOf(session.db, conversation, reviewer);
    const open = places.filter(({ status }) => status === 'suggested');
    const covered = places.filter(({ status }) => status === 'applied' || status === 'final').length;
    for (const { type } of open) suggested[type] = (suggested[type] ?? 0) + 1;
    hidden += covered;
    if (places.length > 0) rows.push({ interactionId: conversation.id, externalId: conversation.externalId, suggested: open.length, hidden: covered });
    job.report({ phase: 'checking', done: index + 1, total: all.length, item: conversation.externalId });
    await job.breathe();
  }
  const turns = session.db.get<{ n: number }>('SELECT count(*) AS n FROM turn')?.n ?? 0;
  rows.sort((a, b) => b.suggested - a.suggested || b.hidden - a.hidden || a.externalId.localeCompare(b.externalId));
  return { interactions: all.length, turns, suggested, hidden, rows: rows.slice(0, limit) };
}
