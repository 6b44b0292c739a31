import type { Definitions } from '#shared/model/gap.ts';
import type { InteractionFilter } from '#shared/model/interaction-filter.ts';
import { envelope } from '#shared/model/envelope.ts';
import { breakEvenNonResponse, nonResponseBounds } from '#shared/stats/non-response.ts';
import { poststratifiedProportion } from '#shared/stats/poststratify.ts';
import { smdFlag, smdOfMeans, smdOfShares, smdRedFlag } from '#shared/stats/smd.ts';
import type { Database } from '#engine/store/database.ts';
import { companyGoodSql, customerGoodSql, interactionWhere } from '#engine/store/queries/interaction-where.ts';
import { groupBy } from '../group-by.ts';
import { shareEnvelope } from '../shares.ts';

type Contact = {
  answered: number; customerGood: number | null; invited: number; companyGood: number | null; qa: number | null; handle: number | null;
  transferred: number | null; channel: string; queue: string | null; value: number | null; tenure: number | null;
};
type Difference = { name: string; responders: number | null; others: number | null; smd: number | null; flag: 'none' | 'flag' | 'red' };

/** Cells with fewer responders than this are collapsed into one before weighting. */
const smallestCell = 5;

/**
 * Who answered and who did not: response rate (AAPOR RR1 style: completed / invited), standardised differences on all
 * that is known of both, the share weighted to all interactions, bounds without assumptions (Manski 1995), and the
 * share of silent customers at which the gap would disappear.
 */
export function nonResponse(db: Database, definitions: Definitions, filter: InteractionFilter) {
  const rows = contactsOf(db, definitions, filter);
  const responders = rows.filter((row) => row.answered === 1);
  const others = rows.filter((row) => row.answered === 0);
  const invited = rows.filter((row) => row.invited === 1 || row.answered === 1);
  const responseRate = shareEnvelope({ x: responders.length, n: invited.length, inScope: rows.length, evidence: { ...filter, answered: true } });
  const good = responders.filter((row) => row.customerGood === 1).length;
  const raw = shareEnvelope({ x: good, n: responders.length, inScope: rows.length, evidence: { ...filter, answered: true, customerGood: true } });
  const evaluated = rows.filter((row) => row.companyGood !== null);
  const company = evaluated.length === 0 ? null : evaluated.filter((row) => row.companyGood === 1).length / evaluated.length;
  const hasRate = raw.value !== null && responseRate.value !== null;
  const [lo, hi] = hasRate ? nonResponseBounds(raw.value ?? 0, responseRate.value ?? 0) : [0, 1];
  return {
    invited: shareEnvelope({ x: invited.length, n: rows.length, evidence: filter }), responseRate, raw,
    weighted: weightedShare(rows, invited.length, filter), bounds: hasRate ? { lo, hi } : null,
    breakEven: hasRate && company !== null ? breakEvenNonResponse({ company, customer: raw.value ?? 0, responseRate: responseRate.value ?? 0 }) : null,
    differences: responders.length === 0 || others.length === 0 ? [] : differencesOf(responders, others),
  };
}

function contactsOf(db: Database, definitions: Definitions, filter: InteractionFilter): Contact[] {
  const where = interactionWhere(filter, definitions);
  return db.all<Contact>(
    `SELECT i.customer_from_top IS NOT NULL AS answered, ${customerGoodSql(filter.topBox ?? definitions.topBox)} AS customerGood,
       EXISTS (SELECT 1 FROM survey_invitation v WHERE v.interaction_id = i.id) AS invited,
       CASE WHEN i.company_purpose IS NOT 'targeted' THEN ${companyGoodSql(definitions)} END AS companyGood,
       CASE WHEN i.company_purpose IS NOT 'targeted' THEN i.company_score END AS qa, (i.talk_ms + i.hold_ms + i.acw_ms) / 1000.0 AS handle,
       i.transfers > 0 AS transferred, i.channel, i.queue, m.value, julianday(i.started_at) - julianday(c.since) AS tenure
     FROM interaction i LEFT JOIN customer c ON c.id = i.customer_id
     LEFT JOIN (SELECT customer_id, sum(coalesce(margin, amount)) AS value FROM purchase GROUP BY customer_id) m ON m.customer_id = i.customer_id
     WHERE ${where.sql}`, where.parameters,
  );
}

function differencesOf(responders: readonly Contact[], others: readonly Contact[]): Difference[] {
  const numbers: [string, (row: Contact) => number | null][] = [
    ['qualityScore', (row) => row.qa], ['handleSeconds', (row) => row.handle], ['customerValue', (row) => row.value], ['tenureDays', (row) => row.tenure],
  ];
  const byNumber = numbers.map(([name, of]) => {
    const known = (rows: readonly Contact[]) => rows.map(of).filter((value) => value !== null);
    const [a, b] = [known(responders), known(others)];
    const mean = (values: readonly number[]) => (values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length);
    return difference(name, { responders: mean(a), others: mean(b), smd: smdOfMeans(a, b) });
  });
  const shares: [string, (row: Contact) => boolean | null][] = [
    ['transferred', (row) => (row.transferred === null ? null : row.transferred === 1)],
    ...[...new Set(responders.concat(others).map((row) => row.channel))].map((channel): [string, (row: Contact) => boolean] => [`channel:${channel}`, (row) => row.channel === channel]),
    ...[...new Set(responders.concat(others).map((row) => row.queue))].filter((queue) => queue !== null).slice(0, 12).map((queue): [string, (row: Contact) => boolean] => [`queue:${queue}`, (row) => row.queue === queue]),
  ];
  const byShare = shares.map(([name, of]) => {
    const share = (rows: readonly Contact[]) => {
      const known = rows.map(of).filter((value) => value !== null);
      return known.length === 0 ? null : known.filter(Boolean).length / known.length;
    };
    const [a, b] = [share(responders), share(others)];
    return difference(name, { responders: a, others: b, smd: a === null || b === null ? null : smdOfShares(a, b) });
  });
  return [...byNumber, ...byShare].filter((row) => row.smd !== null).sort((a, b) => Math.abs(b.smd ?? 0) - Math.abs(a.smd ?? 0));
}

function difference(name: string, sides: Pick<Difference, 'responders' | 'others' | 'smd'>): Difference {
  const size = Math.abs(sides.smd ?? 0);
  return { name, ...sides, flag: size > smdRedFlag ? 'red' : size > smdFlag ? 'flag' : 'none' };
}

/** The customers' share as it would be if those who answered were spread over channels and queues as all contacts are. */
function weightedShare(rows: readonly Contact[], invited: number, filter: InteractionFilter) {
  const cells = [...groupBy(rows, (row) => `${row.channel}\n${row.queue ?? ''}`).values()];
  const isSmall = (cell: readonly Contact[]) => cell.filter((row) => row.answered === 1).length < smallestCell;
  const merged = [...cells.filter((cell) => !isSmall(cell)), cells.filter(isSmall).flat()].filter((cell) => cell.length > 0);
  const strata = merged.map((cell) => ({
    popShare: cell.length / rows.length, respondents: cell.filter((row) => row.answered === 1).length, positive: cell.filter((row) => row.customerGood === 1).length,
  }));
  const { weighted, wilsonNeffCi, nEff, reason } = poststratifiedProportion(strata, invited);
  const n = rows.filter((row) => row.answered === 1).length;
  return envelope({
    unit: 'share', value: weighted, n, denominator: n, weighted: true, reason: weighted === null ? reason ?? 'NOT_IDENTIFIED' : null,
    ...(nEff === null ? {} : { nEff }), ci: wilsonNeffCi && { lo: wilsonNeffCi[0], hi: wilsonNeffCi[1], conf: 0.95, method: 'wilson, Kish n' },
    flags: nEff !== null && nEff < 0.5 * n ? ['weighting_costs_half'] : [], evidence: { ...filter, answered: true },
  });
}
