import { scoreSteps } from '../queries/scores.ts';
import type { Database } from '../database.ts';
import { runInBreaths } from '../steps.ts';
import type { KnownTable } from './known-tables.ts';

export type Mended = {
  /** Rows by table that are not in the new project because what they belong to could not be read. */
  readonly leftOut: ReadonlyMap<string, number>;
  /** References that were emptied because what they led to could not be read. */
  readonly emptied: number;
  /** Codes that could not be read and stand in the new project under a name that says so, because tags are theirs. */
  readonly standIns: number;
};

/** A page of lost codes must not take every tag with it: which moments were tagged alike is known without their name. */
const standInCodes = `
  INSERT INTO code (id, key, name, kind, position)
  SELECT code_id, 'UNREADABLE-' || code_id, 'Unreadable code ' || row_number() OVER (ORDER BY code_id), 'cause', 1000
  FROM (SELECT DISTINCT code_id FROM tag WHERE code_id NOT IN (SELECT id FROM code))`;

/**
 * Makes a whole project of the rows that were read: what refers to a lost row lets go of it where it can, else is left out;
 * what Earshot counts and indexes is counted and indexed again.
 */
export async function mend(db: Database, known: readonly KnownTable[], breathe: () => Promise<void>): Promise<Mended> {
  const standIns = db.transaction(() => db.run(standInCodes));
  const leftOut = new Map<string, number>();
  let emptied = 0;
  // What is left out may leave others without what they belong to.
  for (let isChanged = true; isChanged;) {
    isChanged = false;
    for (const table of known) {
      for (const column of table.columns) {
        if (column.parent === null) continue;
        const { table: parent, column: to } = column.parent;
        const isLost = `"${column.name}" IS NOT NULL AND "${column.name}" NOT IN (SELECT "${to}" FROM "${parent}")`;
        const changed = db.transaction(() => db.run(column.isNullable ? `UPDATE "${table.name}" SET "${column.name}" = NULL WHERE ${isLost}` : `DELETE FROM "${table.name}" WHERE ${isLost}`));
        if (changed === 0) continue;
        isChanged = true;
        if (column.isNullable) emptied += changed;
        else leftOut.set(table.name, (leftOut.get(table.name) ?? 0) + changed);
      }
      await breathe();
    }
  }
  db.exec('PRAGMA foreign_keys = ON');
  db.transaction(() => {
    // What an answer was joined to is gone; joining it anew is for a person to decide.
    db.run("UPDATE survey_response SET link_state = 'unmatched', link_reason = 'its interaction could not be read' WHERE link_state = 'matched' AND interaction_id IS NULL");
    db.run('UPDATE interaction SET turn_count = (SELECT count(*) FROM turn WHERE interaction_key = interaction.key)');
  });
  await runInBreaths(scoreSteps(db), breathe);
  db.run("INSERT INTO turn_text (turn_text) VALUES ('rebuild')");
  return { leftOut, emptied, standIns };
}
