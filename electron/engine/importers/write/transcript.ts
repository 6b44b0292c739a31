import type { ParsedInteraction, ParsedTurn } from '../importer.ts';
import type { References } from './references.ts';
import { rowId } from './row-id.ts';
import { remember, upsert, type Columns, type WriteContext, type Written } from './upsert.ts';

const insertTurn = 'INSERT INTO turn (interaction_key, seq, speaker, role, start_ms, end_ms, text, words) VALUES (?, ?, ?, ?, ?, ?, ?, ?)';

/**
 * Writes one interaction as a transcript file tells it. What a table already said of it (channel, agent, customer,
 * times) stands; the transcript fills what is not known and brings its turns.
 */
export function writeTranscript(context: WriteContext, references: References, { parsed, format }: { parsed: ParsedInteraction; format: string }): { id: string; written: Written } {
  const row = upsert(context, 'interaction', {
    key: { external_id: parsed.externalId },
    set: { format, role_status: roleStatus(parsed), ...statedDuration(context, parsed) },
    fill: {
      channel: parsed.channel, started_at: parsed.startedAt, duration_ms: parsed.durationMs ?? lastEnd(parsed.turns),
      agent_id: references.agent(parsed.agent?.externalId, parsed.agent?.name),
      customer_id: references.customer(parsed.customer?.externalId, parsed.customer?.name),
      language: parsed.language, reason: parsed.reason,
    },
    merge: { fields: parsed.fields ?? {}, facts: parsed.facts ?? {} },
  });
  const turns = parsed.turns.length === 0 ? 'same' : writeTurns(context, row.id, parsed.turns);
  writeSegments(context, row.id, parsed);
  return { id: row.id, written: row.written === 'same' && turns === 'updated' ? 'updated' : row.written };
}

/** A duration that was only read off the last turn gives way to one that is stated, whichever file comes first. */
function statedDuration({ db }: WriteContext, { externalId, durationMs }: ParsedInteraction): { duration_ms?: number } {
  if (durationMs === undefined) return {};
  const known = db.get<{ isDerived: number }>(
    `SELECT i.duration_ms = (SELECT max(coalesce(t.end_ms, t.start_ms)) FROM turn t WHERE t.interaction_key = i.key) AS isDerived
     FROM interaction i WHERE i.external_id = ?`, [externalId],
  );
  return known?.isDerived === 1 ? { duration_ms: durationMs } : {};
}

function roleStatus({ turns, rolesSure }: ParsedInteraction): string | undefined {
  if (turns.length === 0) return undefined;
  return rolesSure ? 'sure' : 'unsure';
}

function lastEnd(turns: readonly ParsedTurn[]): number | undefined {
  const last = turns.reduce((end, turn) => Math.max(end, turn.endMs ?? turn.startMs ?? 0), 0);
  return last > 0 ? last : undefined;
}

/** Writes the turns, and leaves them to the turn index; replaces others of the same interaction if they differ. */
export function writeTurns(context: WriteContext, interactionId: string, turns: readonly ParsedTurn[]): Written {
  const { db, importId } = context;
  const interaction = db.get<{ key: number; turn_count: number; import_id: string }>('SELECT key, turn_count, import_id FROM interaction WHERE id = ?', [interactionId]);
  if (!interaction) throw new Error('turns are written after their interaction');
  const { key } = interaction;
  if (interaction.turn_count > 0) {
    const before = db.all<Columns>('SELECT * FROM turn WHERE interaction_key = ? ORDER BY seq', [key]);
    if (sameTurns(before, turns)) return 'same';
    if (interaction.import_id !== importId) remember(context, { table: 'turn', rowId: String(key), before: { turns: before }, after: null });
    context.turnIndex.remove(key);
    db.run('DELETE FROM turn WHERE interaction_key = ?', [key]);
  } else if (interaction.import_id !== importId) {
    remember(context, { table: 'turn', rowId: String(key), before: { turns: [] }, after: null });
  }
  db.bulk(insertTurn, turns.map((turn, seq) => [
    key, seq, turn.speaker, turn.role, turn.startMs, turn.endMs, turn.text, turn.words ? JSON.stringify(turn.words) : null,
  ]));
  context.turnIndex.add(key);
  db.run('UPDATE interaction SET turn_count = ? WHERE key = ?', [turns.length, key]);
  return interaction.import_id === importId ? 'same' : 'updated';
}

function sameTurns(stored: readonly Columns[], turns: readonly ParsedTurn[]): boolean {
  return stored.length === turns.length && turns.every((turn, at) => {
    const row = stored[at];
    return row !== undefined && row['text'] === turn.text && row['speaker'] === turn.speaker
      && row['start_ms'] === turn.startMs && row['end_ms'] === turn.endMs;
  });
}

function writeSegments(context: WriteContext, interactionId: string, parsed: ParsedInteraction): void {
  if (!parsed.segments || parsed.segments.length === 0) return;
  const { db, newId } = context;
  db.run('DELETE FROM segment WHERE interaction_id = ?', [interactionId]);
  db.bulk('INSERT INTO segment (id, interaction_id, seq, kind, start_ms, end_ms) VALUES (?, ?, ?, ?, ?, ?)',
    parsed.segments.map((segment, seq) => [rowId(newId()), interactionId, seq, segment.kind, segment.startMs, segment.endMs]));
}
