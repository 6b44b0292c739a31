import type { Database } from '#engine/store/database.ts';
import { cachedFor } from '../project-cache.ts';
import { readCallTalk, type CallTalk, type TalkLimits } from './call-talk.ts';

/** Talk of the calls with these keys, each measured once for as long as nothing changes. */
export function talkOfCalls(db: Database, keys: readonly number[], limits: TalkLimits): ReadonlyMap<number, CallTalk> {
  const calls = cachedFor(db, `talk ${limits.silenceMinMs} ${limits.deadAirMinMs} ${limits.overlapMinMs}`, () => new Map<number, CallTalk>());
  const missing = keys.filter((key) => !calls.has(key));
  if (missing.length > 0) for (const [key, talk] of readCallTalk(db, missing, limits)) calls.set(key, talk);
  return calls;
}
