import { arrangeCodes, codePlaceParts, mergeCode, splitCode, unmergeCode, unsplitCode } from '#shared/commands/codebook.ts';
import type { Database } from '#engine/store/database.ts';
import { findCode, placeOfCode } from '#engine/store/queries/codebook.ts';
import { CommandRefused, type AnyCommandHandler, type CommandHandler } from '../handler.ts';
import { insertCode, mustHang } from './code-row.ts';
import { mustFind, partsIfThere } from './row-values.ts';

type PayloadOf<D> = D extends { payload: { _output: infer P } } ? P : never;
type Place = PayloadOf<typeof arrangeCodes>['places'][number];

const arrange: CommandHandler<PayloadOf<typeof arrangeCodes>> = {
  definition: arrangeCodes,
  standing: (db, { id }) => partsIfThere(codePlaceParts, placeOfCode(db, id)),
  apply(db, { id, places }) {
    const before = places.map((place) => mustFind(
      db.get<Place>('SELECT id, parent_id AS parentId, position FROM code WHERE id = ?', [place.id]), 'code',
    ));
    for (const place of places) {
      mustHang(db, place.id, place.parentId);
      db.run('UPDATE code SET parent_id = ?, position = ? WHERE id = ?', [place.parentId, place.position, place.id]);
    }
    return { inverse: { name: arrangeCodes.name, payload: { id, places: before } }, entityId: id };
  },
};

const idsOf = (rows: { id: string }[]) => rows.map(({ id }) => id);

function moveTags(db: Database, tagIds: readonly string[], codeId: string): void {
  db.bulk('UPDATE tag SET code_id = ? WHERE id = ?', tagIds.map((id) => [codeId, id]));
}

function mustBeInUse(db: Database, id: string): { quickSlot: number | null } {
  const row = mustFind(db.get<{ retired: number; quickSlot: number | null }>('SELECT retired, quick_slot AS quickSlot FROM code WHERE id = ?', [id]), 'code');
  if (row.retired === 1) throw new CommandRefused('REFUSED', 'One of the codes is out of use. Bring it back first.');
  return { quickSlot: row.quickSlot };
}

const merge: CommandHandler<PayloadOf<typeof mergeCode>> = {
  definition: mergeCode,
  apply(db, { id, intoId }) {
    if (id === intoId) throw new CommandRefused('REFUSED', 'A code cannot be merged into itself.');
    const { quickSlot } = mustBeInUse(db, id);
    mustBeInUse(db, intoId);
    mustHang(db, id, intoId);
    const tagIds = idsOf(db.all('SELECT id FROM tag WHERE code_id = ? ORDER BY id', [id]));
    const childIds = idsOf(db.all('SELECT id FROM code WHERE parent_id = ? ORDER BY id', [id]));
    db.run('UPDATE tag SET code_id = ? WHERE code_id = ?', [intoId, id]);
    db.run('UPDATE code SET parent_id = ? WHERE parent_id = ?', [intoId, id]);
    db.run('UPDATE code SET retired = 1, quick_slot = NULL WHERE id = ?', [id]);
    return { inverse: { name: unmergeCode.name, payload: { id, intoId, tagIds, childIds, quickSlot } }, entityId: id };
  },
};

const unmerge: CommandHandler<PayloadOf<typeof unmergeCode>> = {
  definition: unmergeCode,
  apply(db, { id, intoId, tagIds, childIds, quickSlot }) {
    mustFind(findCode(db, id), 'code');
    moveTags(db, tagIds, id);
    db.bulk('UPDATE code SET parent_id = ? WHERE id = ?', childIds.map((child) => [id, child]));
    db.run('UPDATE code SET retired = 0, quick_slot = ? WHERE id = ?', [quickSlot, id]);
    return { inverse: { name: mergeCode.name, payload: { id, intoId } }, entityId: id };
  },
};

const split: CommandHandler<PayloadOf<typeof splitCode>> = {
  definition: splitCode,
  apply(db, { id, code, tagIds }) {
    mustFind(findCode(db, id), 'code');
    insertCode(db, code);
    for (const tagId of tagIds) {
      const owner = mustFind(db.get<{ codeId: string }>('SELECT code_id AS codeId FROM tag WHERE id = ?', [tagId]), 'tag');
      if (owner.codeId !== id) throw new CommandRefused('REFUSED', 'A tag to be moved belongs to another code by now. Look at the split again.');
    }
    moveTags(db, tagIds, code.id);
    return { inverse: { name: unsplitCode.name, payload: { id, newId: code.id } }, entityId: id };
  },
};

const unsplit: CommandHandler<PayloadOf<typeof unsplitCode>> = {
  definition: unsplitCode,
  apply(db, { id, newId }) {
    const { uses: _uses, ...code } = mustFind(findCode(db, newId), 'code');
    const tagIds = idsOf(db.all('SELECT id FROM tag WHERE code_id = ? ORDER BY id', [newId]));
    moveTags(db, tagIds, id);
    db.run('DELETE FROM code WHERE id = ?', [newId]);
    return { inverse: { name: splitCode.name, payload: { id, code: { ...code, retired: false }, tagIds } }, entityId: id };
  },
};

/** Commands that change the shape of the tree. */
export const codeTreeHandlers: readonly AnyCommandHandler[] = [arrange, merge, unmerge, split, unsplit];
