import type { Definitions } from '#shared/model/gap.ts';
import { asOfSql, isPossibleEvaluationSql, isPossibleSql } from './as-of.ts';
import { badInteractionsSql, experienceSql } from './experience-sql.ts';

/** The windows and limits that decide what counts in a figure. */
export type MeasureRule = Pick<Definitions, 'repeatWindowDays' | 'episodeGapDays' | 'lookBackDays'>;

/**
 * What a figure is made of, as conditions over `interaction i`: `base` holds for the interactions of its denominator,
 * `hit` (read only where `base` holds) for those of its numerator. The figure and the list behind it read the same lines.
 */
export type Measure = { base: string; hit?: string };

/** Contacts that somebody handled and that are not dated in the future. */
export const handledSql = `(coalesce(i.abandoned, 0) = 0 AND ${isPossibleSql('i.started_at')})`;

/** Contacts that customers began: what the centre began is reported apart. */
export const inboundSql = `(i.direction IS NOT 'outbound' AND ${handledSql})`;

/** Days compared with a little room: two time stamps exactly a week apart are a week apart. */
export const roomDays = 1e-6;

export type FcrMatch = 'same_reason' | 'any_reason';

/**
 * Every contact of a known customer (those that the centre began are no contacts of the customer): `isFirst` when the
 * window before it is empty, `isMature` when the data reach to the end of the window after it, `isResolved` when that is
 * empty, `follow` the days to the next contact, or to the end of the data.
 */
export function firstContactsSql(match: FcrMatch, { repeatWindowDays }: Pick<MeasureRule, 'repeatWindowDays'>): string {
  const window = Number(repeatWindowDays) + roomDays;
  const dataThrough = `(SELECT julianday(max(d.started_at)) FROM interaction d WHERE d.started_at <= ${asOfSql})`;
  return `SELECT w.key, (w.prior IS NULL OR w.day - w.prior > ${window}) AS isFirst, ${dataThrough} - w.day >= ${window - 2 * roomDays} AS isMature,
      (w.next IS NULL OR w.next - w.day > ${window}) AS isResolved, coalesce(w.next, ${dataThrough}) - w.day AS follow, w.next IS NOT NULL AS cameBack
    FROM (SELECT c.key, c.day, lag(c.day) OVER thread AS prior, lead(c.day) OVER thread AS next
      FROM (SELECT key, customer_id, reason, julianday(started_at) AS day FROM interaction
        WHERE customer_id IS NOT NULL AND started_at <= ${asOfSql} AND direction IS NOT 'outbound') c
      WINDOW thread AS (PARTITION BY c.customer_id${match === 'same_reason' ? ', c.reason' : ''} ORDER BY c.day, c.key)) w`;
}

function firstContacts(match: FcrMatch, rule: MeasureRule): Measure {
  const keys = (condition: string) => `i.key IN (SELECT f.key FROM (${firstContactsSql(match, rule)}) f WHERE ${condition})`;
  return { base: keys('f.isFirst AND f.isMature'), hit: keys('f.isResolved') };
}

/** The customer had to say again what was said: an event or behaviour whose name speaks of repeating was tagged. */
export const repeatedSql = `EXISTS (SELECT 1 FROM tag g JOIN code k ON k.id = g.code_id
  WHERE g.interaction_id = i.id AND k.kind <> 'cause' AND lower(k.name) LIKE '%repeat%')`;

/** Transferred, or not the first contact of its episode. */
function atRiskSql({ episodeGapDays }: MeasureRule): string {
  return `(coalesce(i.transfers, 0) > 0 OR EXISTS (SELECT 1 FROM interaction p WHERE p.customer_id = i.customer_id AND p.key <> i.key AND p.started_at <= i.started_at
    AND (p.reason = i.reason OR p.reason IS NULL OR i.reason IS NULL) AND julianday(i.started_at) - julianday(p.started_at) <= ${Number(episodeGapDays) + roomDays}))`;
}

const isCodedSql = `(i.tag_count > 0 AND ${handledSql})`;

/** An evaluation that was not chosen and carries a score of one dimension. */
const scoredSql = (dimension: 'technical' | 'emotional') => `(EXISTS (SELECT 1 FROM evaluation e WHERE e.interaction_id = i.id
  AND e.${dimension} IS NOT NULL AND e.purpose IN ('random','unknown') AND ${isPossibleEvaluationSql}) AND ${isPossibleSql('i.started_at')})`;

/** The imported field that says whether a case was opened again, under the names that ticket systems give it. */
export const reopenedSql = "lower(coalesce(json_extract(i.fields, '$.reopened'), json_extract(i.fields, '$.case_reopened'), json_extract(i.fields, '$.is_reopened')))";

/** Speech of one role with times, long enough not to be noise. */
const spokenSql = (role: 'agent' | 'customer') => `EXISTS (SELECT 1 FROM turn t WHERE t.interaction_key = i.key AND t.role = '${role}' AND t.end_ms - t.start_ms >= 200)`;

/** Calls with time stamps of both speakers whose roles are known. */
export const isTimedTalkSql = `(i.channel = 'phone' AND i.role_status <> 'unsure' AND ${spokenSql('agent')} AND ${spokenSql('customer')})`;

/** Pace needs at least ten seconds of the agent's speech. */
export const isPacedSql = `(${isTimedTalkSql} AND (SELECT sum(t.end_ms - t.start_ms) FROM turn t
  WHERE t.interaction_key = i.key AND t.role = 'agent' AND t.end_ms - t.start_ms >= 200) >= 10000)`;

const handleParts = { 'talk-time': ['talk_ms'], 'hold-time': ['hold_ms'], 'after-call-work': ['acw_ms'], aht: ['talk_ms', 'hold_ms', 'acw_ms'] } as const;
export type HandlePart = keyof typeof handleParts;

/** Milliseconds of one part of handling, or of all three; NULL where a part is not known. */
export const handleMsSql = (part: HandlePart) => `(${handleParts[part].map((column) => `i.${column}`).join(' + ')})`;

function measures(rule: MeasureRule): Record<string, Measure> {
  const transferKnown = `(${handledSql} AND i.transfers IS NOT NULL)`;
  const timed = Object.keys(handleParts).flatMap((part) => {
    const base = `(${inboundSql} AND ${handleMsSql(part as HandlePart)} IS NOT NULL)`;
    return [part, `${part}-median`, `${part}-p90`].map((name) => [name, { base }] as const);
  });
  const talk = ['talk-share', 'overtalk-share', 'silence-share', 'silence-events', 'silence-hold', 'silence-wait', 'silence-dead-air', 'silence-thinking', 'interruptions', 'longest-monologue', 'response-latency'];
  const drawn = "(i.company_purpose IS NOT 'targeted')";
  return {
    ...Object.fromEntries(timed),
    'gap-mean': { base: `(i.company_score IS NOT NULL AND i.customer_score IS NOT NULL AND ${drawn})` },
    'gap-scorecard': { base: `(i.customer_from_top IS NOT NULL OR ((i.company_score IS NOT NULL OR i.company_passed IS NOT NULL) AND ${drawn}))` },
    'aht-lower-bound': { base: `(${inboundSql} AND EXISTS (SELECT 1 FROM interaction h WHERE coalesce(h.talk_ms, h.hold_ms, h.acw_ms) IS NOT NULL))` },
    transfer: { base: transferKnown, hit: 'i.transfers > 0' },
    'transfers-per-contact': { base: transferKnown, hit: 'i.transfers > 0' },
    'fcr-censored': { base: `i.key IN (SELECT f.key FROM (${firstContactsSql('same_reason', rule)}) f WHERE f.isFirst)` },
    fcr: firstContacts('same_reason', rule), 'fcr-any-reason': firstContacts('any_reason', rule),
    'fcr-agent-logged': { base: `(${inboundSql} AND i.resolved_by_agent IS NOT NULL)`, hit: 'i.resolved_by_agent = 1' },
    'fcr-not-reopened': { base: `(${handledSql} AND ${reopenedSql} IS NOT NULL)`, hit: `${reopenedSql} NOT IN ('yes','true','1','y','ja','oui','si')` },
    'repeat-information': { base: `(${isCodedSql} AND ${atRiskSql(rule)})`, hit: repeatedSql },
    'repeat-information-all': { base: isCodedSql, hit: repeatedSql },
    technical: { base: scoredSql('technical') }, emotional: { base: scoredSql('emotional') },
    scored: { base: `(${scoredSql('technical')} OR ${scoredSql('emotional')})` },
    'response-rate': {
      base: `(EXISTS (SELECT 1 FROM survey_invitation v WHERE v.interaction_id = i.id) AND ${isPossibleSql('i.started_at')})`,
      hit: 'EXISTS (SELECT 1 FROM survey_invitation v WHERE v.interaction_id = i.id AND (v.completed = 1 OR (v.completed IS NULL AND i.customer_from_top IS NOT NULL)))',
    },
    'bad-experience': { base: `i.key IN (${badInteractionsSql(rule)})` },
    'bad-contact': { base: `i.key IN (SELECT x.key FROM (${experienceSql}) x WHERE x.isBad = 1)` },
    pace: { base: isPacedSql },
    ...Object.fromEntries(talk.map((name) => [name, { base: isTimedTalkSql }])),
  };
}

/** What a metric's figure is made of; undefined for metrics whose list is an ordinary filter. */
export function measureOf(metric: string, rule: MeasureRule): Measure | undefined {
  const all = measures(rule);
  return Object.hasOwn(all, metric) ? all[metric] : undefined;
}
