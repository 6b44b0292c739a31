import type { Database } from '#engine/store/database.ts';
import { readCallTalk, type CallTalk, type TalkLimits } from './call-talk.ts';

type Remembered = { stamp: string; calls: Map<number, CallTalk> };

/** Measured calls per open project; gone with it. */
const remembered = new WeakMap<Database, Remembered>();

/** Changes with every command and import, and with the limits that the project sets. */
function stampOf(db: Database, { silenceMinMs, overlapMinMs }: TalkLimits): string {
  const state = db.get<{ head: string | null; turns: number | null; calls: number }>(
    'SELECT (SELECT hash FROM command_log ORDER BY seq DESC LIMIT 1) AS head, sum(turn_count) AS turns, count(*) AS calls FROM interaction',
  );
  return JSON.stringify([state, silenceMinMs, overlapMinMs]);
}

/** Talk of the calls with these keys, each measured once for as long as nothing changes. */
export function talkOfCalls(db: Database, keys: readonly number[], limits: TalkLimits): ReadonlyMap<number, CallTalk> {
  const stamp = stampOf(db, limits);
  const known = remembered.get(db);
  const { calls } = known?.stamp === stamp ? known : { calls: new Map<number, CallTalk>() };
  const missing = keys.filter((key) => !calls.has(key));
  if (missing.length > 0) for (const [key, talk] of readCallTalk(db, missing, limits)) calls.set(key, talk);
  remembered.set(db, { stamp, calls });
  return calls;
}
