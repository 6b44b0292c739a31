import { EarshotError } from '#shared/errors.ts';
import type { Database } from '#engine/store/database.ts';

/**
 * A check for a change: what it writes over is still what its author saw (`expectedVersion`), so that two windows never write over
 * each other. Nothing is checked where nobody said what they saw, and what is gone is left to the command to refuse.
 */
export function asSeen<T>(expected: string | undefined, seen: { find(db: Database): T | undefined; version(found: T): string }): (db: Database) => void {
  return (db) => {
    const found = expected === undefined ? undefined : seen.find(db);
    if (found === undefined || seen.version(found) === expected) return;
    throw new EarshotError('REFUSED', 'This was changed in another window meanwhile. Look at it as it is now, then change it again.');
  };
}
