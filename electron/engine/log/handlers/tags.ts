import { addNote, addQuote, addTag, changeTag, removeNote, removeQuote, removeTag, tagParts } from '#shared/commands/tags.ts';
import type { Database } from '#engine/store/database.ts';
import { findTag } from '#engine/store/queries/moments.ts';
import { CommandRefused, type AnyCommandHandler, type CommandHandler } from '../handler.ts';
import { insertRow, mustFind, partsIfThere, updateRow } from './row-values.ts';

type PayloadOf<D> = D extends { payload: { _output: infer P } } ? P : never;

function mustHaveInteraction(db: Database, id: string): void {
  mustFind(db.get('SELECT 1 AS found FROM interaction WHERE id = ?', [id]), 'interaction');
}

function countTags(db: Database, interactionId: string): void {
  db.run('UPDATE interaction SET tag_count = (SELECT count(*) FROM tag WHERE interaction_id = ?1) WHERE id = ?1', [interactionId]);
}

type Place = { startMs: number | null; endMs: number | null; charStart: number | null; charEnd: number | null };

function mustBeOrdered(place: Place): void {
  const reversed = (from: number | null, to: number | null) => from !== null && to !== null && to < from;
  if (reversed(place.startMs, place.endMs) || reversed(place.charStart, place.charEnd)) {
    throw new CommandRefused('REFUSED', 'A tag cannot end before it starts.');
  }
}

const tagColumns = (p: PayloadOf<typeof changeTag>) => ({
  code_id: p.codeId, start_ms: p.startMs, end_ms: p.endMs, turn_seq: p.turnSeq, char_start: p.charStart, char_end: p.charEnd,
  note: p.note, severity: p.severity, outcome: p.outcome,
});

const add: CommandHandler<PayloadOf<typeof addTag>> = {
  definition: addTag,
  apply(db, payload) {
    mustHaveInteraction(db, payload.interactionId);
    mustFind(db.get('SELECT 1 AS found FROM code WHERE id = ?', [payload.codeId]), 'code');
    mustBeOrdered(payload);
    insertRow(db, 'tag', {
      id: payload.id, interaction_id: payload.interactionId, ...tagColumns(payload), created_at: payload.createdAt, created_by: payload.createdBy,
    });
    countTags(db, payload.interactionId);
    return { inverse: { name: removeTag.name, payload: { id: payload.id } }, entityId: payload.id };
  },
};

const change: CommandHandler<PayloadOf<typeof changeTag>> = {
  definition: changeTag,
  standing: (db, { id }) => partsIfThere(tagParts, findTag(db, id)),
  apply(db, payload) {
    const before = mustFind(findTag(db, payload.id), 'tag');
    mustFind(db.get('SELECT 1 AS found FROM code WHERE id = ?', [payload.codeId]), 'code');
    mustBeOrdered(payload);
    updateRow(db, { table: 'tag', id: payload.id }, tagColumns(payload));
    const { interactionId: _interaction, codeKey: _key, codeName: _name, createdAt: _at, createdBy: _by, ...inverse } = before;
    return { inverse: { name: changeTag.name, payload: inverse }, entityId: payload.id };
  },
};

const remove: CommandHandler<PayloadOf<typeof removeTag>> = {
  definition: removeTag,
  standing: (db, { id }) => partsIfThere(tagParts, findTag(db, id)),
  apply(db, { id }) {
    const before = mustFind(findTag(db, id), 'tag');
    db.run('DELETE FROM tag WHERE id = ?', [id]);
    countTags(db, before.interactionId);
    const { codeKey: _key, codeName: _name, ...inverse } = before;
    return { inverse: { name: addTag.name, payload: inverse }, entityId: id };
  },
};

const star: CommandHandler<PayloadOf<typeof addQuote>> = {
  definition: addQuote,
  apply(db, p) {
    mustHaveInteraction(db, p.interactionId);
    insertRow(db, 'quote', {
      id: p.id, interaction_id: p.interactionId, turn_seq: p.turnSeq, char_start: p.charStart, char_end: p.charEnd, note: p.note,
      created_at: p.createdAt, created_by: p.createdBy,
    });
    return { inverse: { name: removeQuote.name, payload: { id: p.id } }, entityId: p.id };
  },
};

const unstar: CommandHandler<PayloadOf<typeof removeQuote>> = {
  definition: removeQuote,
  apply(db, { id }) {
    const row = mustFind(db.get<PayloadOf<typeof addQuote>>(
      `SELECT id, interaction_id AS interactionId, turn_seq AS turnSeq, char_start AS charStart, char_end AS charEnd, note,
        created_at AS createdAt, created_by AS createdBy FROM quote WHERE id = ?`, [id],
    ), 'quote');
    db.run('DELETE FROM quote WHERE id = ?', [id]);
    return { inverse: { name: addQuote.name, payload: row }, entityId: id };
  },
};

const noteDown: CommandHandler<PayloadOf<typeof addNote>> = {
  definition: addNote,
  apply(db, p) {
    mustHaveInteraction(db, p.interactionId);
    insertRow(db, 'note', {
      id: p.id, interaction_id: p.interactionId, at_ms: p.atMs, turn_seq: p.turnSeq, text: p.text, created_at: p.createdAt, created_by: p.createdBy,
    });
    return { inverse: { name: removeNote.name, payload: { id: p.id } }, entityId: p.id };
  },
};

const dropNote: CommandHandler<PayloadOf<typeof removeNote>> = {
  definition: removeNote,
  apply(db, { id }) {
    const row = mustFind(db.get<PayloadOf<typeof addNote>>(
      `SELECT id, interaction_id AS interactionId, at_ms AS atMs, turn_seq AS turnSeq, text, created_at AS createdAt, created_by AS createdBy
       FROM note WHERE id = ?`, [id],
    ), 'note');
    db.run('DELETE FROM note WHERE id = ?', [id]);
    return { inverse: { name: addNote.name, payload: row }, entityId: id };
  },
};

export const tagHandlers: readonly AnyCommandHandler[] = [add, change, remove, star, unstar, noteDown, dropNote];
