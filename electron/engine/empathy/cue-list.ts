import { CuePhrase, type CueList } from '#shared/model/empathy.ts';
import { z } from 'zod';
import type { Database } from '#engine/store/database.ts';
import { shippedCues } from './shipped-cues.ts';

/** The setting that holds a project's own list. */
export const cueListKey = 'empathy-cues';

const Stored = z.object({ phrases: z.array(CuePhrase).optional() });

/** The list in force: the project's own, or the shipped one. A list that was put back keeps its version number. */
export function readCueList(db: Database): CueList {
  const row = db.get<{ value: string; version: number; changed_at: string }>('SELECT value, version, changed_at FROM setting WHERE key = ?', [cueListKey]);
  if (!row) return { version: 0, changedAt: null, phrases: [...shippedCues] };
  const { phrases } = Stored.parse(JSON.parse(row.value));
  return { version: row.version, changedAt: row.changed_at, phrases: phrases ?? [...shippedCues] };
}
