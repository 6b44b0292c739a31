import { openDatabase, type Database } from '#engine/store/database.ts';
import { migrate } from '#engine/store/migrations/index.ts';

/** A real project database in memory, at today's schema and empty. Close it when done. */
export async function aDatabase(): Promise<Database> {
  const db = await openDatabase();
  migrate(db);
  return db;
}
