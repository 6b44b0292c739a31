import { cachedUnder } from '#engine/metrics/project-cache.ts';
import type { Database } from '#engine/store/database.ts';
import { causeCodes, causeTags, type CauseCode } from '#engine/store/queries/cause-codes.ts';
import type { ContactBase } from './contact-base.ts';

/**
 * Which causes each contact carries. Contacts share a few combinations: `sets` lists them as positions of causes in
 * ascending order, `setOf` numbers each contact's; set 0 is "none".
 */
export type Coding = { readonly causes: readonly CauseCode[]; readonly sets: readonly (readonly number[])[]; readonly setOf: Int32Array };

/** Reads the tags that name a cause. A code that stands twice on a contact counts once. */
function readCoding(db: Database, base: ContactBase): Coding {
  const causes = causeCodes(db);
  const idsOf = new Map(causeTags(db).map((row) => [row.code, row.ids]));
  const sets: number[][] = [[]];
  const following = new Map<number, number>();
  const setOf = new Int32Array(base.n);
  for (const { id, position } of causes) {
    for (const interaction of idsOf.get(id)?.split('\n') ?? []) {
      const contact = base.indexOf(interaction);
      if (contact === undefined) continue;
      const before = setOf[contact] ?? 0;
      const members = sets[before] ?? [];
      if (members.at(-1) === position) continue;
      const step = before * causes.length + position;
      let after = following.get(step);
      if (after === undefined) {
        after = sets.length;
        sets.push([...members, position]);
        following.set(step, after);
      }
      setOf[contact] = after;
    }
  }
  return { causes, sets, setOf };
}

/** The coding of a project, read again only after something changed. */
export function codingOf(db: Database, base: ContactBase): Coding {
  return cachedUnder(db, { name: 'cause coding', stamp: codingStamp(db) }, () => readCoding(db, base));
}

/** Another after every command: tags and codes are changed by commands and imports alone. */
export function codingStamp(db: Database): string {
  return JSON.stringify(db.get('SELECT (SELECT hash FROM command_log ORDER BY seq DESC LIMIT 1) AS head, (SELECT count(*) FROM import_batch) AS batches, (SELECT count(*) FROM tag) AS tags'));
}
