import type { Database } from '../database.ts';

/** Commands after which every interaction has the customer, the time and the judgements that it had: marks, words, settings, and what follows from figures. */
const marks = ['tag', 'quote', 'note', 'code', 'setting', 'cause', 'statement', 'fee', 'recipe', 'queue', 'signal', 'loop', 'rule', 'coaching', 'empathy'];
/** Commands that judge an interaction anew, and move no contact. */
const judging = ['survey', 'form', 'evaluation'];

function stampWithout(db: Database, harmless: readonly string[]): string {
  return JSON.stringify(db.get(
    `SELECT (SELECT seq FROM command_log WHERE ${harmless.map((noun) => `name NOT LIKE '${noun}.%'`).join(' AND ')} ORDER BY seq DESC LIMIT 1) AS head,
       (SELECT count(*) FROM import_batch) AS batches, (SELECT max(key) FROM interaction) AS last, (SELECT count(*) FROM interaction) AS n`,
  ));
}

/** Another after every import, and after any command that could have moved a contact. */
export function importStamp(db: Database): string {
  return stampWithout(db, [...marks, ...judging]);
}

/** Another after every import, and after any command that could have changed how an interaction is judged, or whose it is. */
export function judgementStamp(db: Database): string {
  return stampWithout(db, marks);
}
