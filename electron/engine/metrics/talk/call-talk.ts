import type { Definitions } from '#shared/model/gap.ts';
import { talkMetrics } from '#shared/stats/talk.ts';
import { complement, totalLength, union, type Stretch } from '#shared/stats/time-set.ts';
import type { Database } from '#engine/store/database.ts';
import { silenceParts, type SilenceParts } from './silence-parts.ts';
import { interruptions, longestMonologueS, overlapS, responseLatencyS, speechOf } from './turn-taking.ts';

/** What one call's two voices say; shares 0-1, seconds, words per minute. */
export type CallTalk = {
  talkShare: number | null; overtalkShare: number | null; silenceShare: number | null; silenceEvents: number; interruptions: number;
  longestMonologueS: number | null; responseLatencyS: number | null; pace: number | null;
} & SilenceParts;

export type TalkLimits = Pick<Definitions, 'silenceMinMs' | 'deadAirMinMs' | 'overlapMinMs'>;

type CallSql = { key: number; durationMs: number | null; holdMs: number | null; turns: string; holds: string | null };

/** A word ends at a space; the first needs none. */
const wordsSql = "(length(trim(t.text)) - length(replace(trim(t.text), ' ', '')) + 1)";

/**
 * Talk of the calls with these keys. A call's turns come as one text each ("a start end words", "c start end"): a
 * million rows would take longer to hand over than to measure.
 */
export function readCallTalk(db: Database, keys: readonly number[], limits: TalkLimits): Map<number, CallTalk> {
  const rows = db.iterate<CallSql>(
    `SELECT i.key, i.duration_ms AS durationMs, i.hold_ms AS holdMs,
       (SELECT group_concat(CASE t.role WHEN 'agent' THEN 'a ' || t.start_ms || ' ' || t.end_ms || ' ' || ${wordsSql} ELSE 'c ' || t.start_ms || ' ' || t.end_ms END)
        FROM turn t WHERE t.interaction_key = i.key AND t.role IN ('agent','customer') AND t.end_ms > t.start_ms) AS turns,
       (SELECT group_concat('h ' || s.start_ms || ' ' || s.end_ms) FROM segment s WHERE s.interaction_id = i.id AND s.kind = 'hold') AS holds
     FROM interaction i WHERE i.key IN (SELECT value FROM json_each(?))`, [JSON.stringify(keys)],
  );
  return new Map([...rows].map((call) => [call.key, callTalk(call, limits)]));
}

function callTalk({ durationMs, holdMs, turns, holds }: CallSql, { silenceMinMs, deadAirMinMs, overlapMinMs }: TalkLimits): CallTalk {
  const parts = turns.split(',').map((part) => part.split(' '));
  const stretchesOf = (role: string) => parts.filter(([who]) => who === role).map(([, start, end]): Stretch => [Number(start) / 1000, Number(end) / 1000]);
  const [agentTurns, customerTurns] = [stretchesOf('a'), stretchesOf('c')];
  const lastS = Math.max(...agentTurns.map(([, end]) => end), ...customerTurns.map(([, end]) => end));
  const durationS = Math.max(lastS, (durationMs ?? 0) / 1000);
  const hold = holds === null ? unheardHold({ durationS, speech: union([...agentTurns, ...customerTurns]), holdS: (holdMs ?? 0) / 1000 })
    : holds.split(',').map((part): Stretch => { const [, start, end] = part.split(' '); return [Number(start) / 1000, Number(end) / 1000]; });
  const agentWords = parts.filter(([who]) => who === 'a').reduce((sum, [, , , words]) => sum + Number(words), 0);
  const talk = talkMetrics({ durationS, hold, agent: agentTurns, customer: customerTurns, agentWords, silenceEventMinS: silenceMinMs / 1000 });
  const speakers = { agent: speechOf(agentTurns), customer: speechOf(customerTurns) };
  return {
    talkShare: talk.agentTalkRatio, silenceShare: talk.silenceShare, silenceEvents: talk.silenceEvents, pace: talk.agentWpm,
    overtalkShare: talk.overtalkShare === null ? null : overlapS(speakers, overlapMinMs / 1000) / talk.talkableS,
    interruptions: interruptions(speakers), longestMonologueS: longestMonologueS(speakers), responseLatencyS: responseLatencyS(speakers),
    ...silenceParts({ speakers, hold, durationS, minS: silenceMinMs / 1000, deadAirS: deadAirMinMs / 1000 }),
  };
}

/** Where a hold of known length but unknown place must lie: in the longest silences, longest first. */
function unheardHold({ durationS, speech, holdS }: { durationS: number; speech: readonly Stretch[]; holdS: number }): Stretch[] {
  let left = holdS;
  const taken: Stretch[] = [];
  for (const [start, end] of complement([0, durationS], speech).sort((a, b) => (b[1] - b[0]) - (a[1] - a[0]))) {
    if (left <= 0) break;
    taken.push([start, Math.min(end, start + left)]);
    left = holdS - totalLength(taken);
  }
  return taken;
}
