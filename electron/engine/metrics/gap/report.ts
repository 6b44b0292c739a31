import { envelope } from '#shared/model/envelope.ts';
import type { Definitions, GapDefinition, GapReport, GapSegment } from '#shared/model/gap.ts';
import type { InteractionFilter, SegmentField } from '#shared/model/interaction-filter.ts';
import { benjaminiHochberg } from '#shared/stats/benjamini-hochberg.ts';
import { matchedGap } from '#shared/stats/perception-gap.ts';
import { stratifiedGap } from '#shared/stats/stratified-gap.ts';
import type { Database } from '#engine/store/database.ts';
import { groupBy } from '../group-by.ts';
import { pointsEnvelope, shareEnvelope } from '../shares.ts';
import { beliefCounts, beliefSides, customerBelief } from './belief.ts';
import { gapDesign } from './design.ts';
import { findingOf } from './finding.ts';
import { meanSides, scorePairs } from './mean.ts';
import { matchedSides, scorecardSides, type Sides } from './sides.ts';
import { scanGap, type GapCounts, type GapScan } from './square.ts';

export type GapQuestion = { definition: GapDefinition; by: SegmentField | null; topBox: 1 | 2 | null; filter: InteractionFilter };
type Context = { db: Database; definitions: Definitions; question: GapQuestion; topBox: 1 | 2; scan: GapScan };

/** The perception gap under one definition, with its square, its segments and the sentence that the data carry. */
export function gapReport(db: Database, definitions: Definitions, question: GapQuestion): GapReport {
  const topBox = question.topBox ?? definitions.topBox;
  const filter: InteractionFilter = { ...question.filter, topBox };
  // By cause an interaction stands in several rows, so the whole needs a scan of its own.
  const whole = scanGap(db, { filter, rule: definitions, by: question.by === 'cause' ? null : question.by });
  const scan = question.by === 'cause' ? scanGap(db, { filter, rule: definitions, by: 'cause' }) : whole;
  const context: Context = { db, definitions, question: { ...question, filter }, topBox, scan: whole };
  const sides = sidesOf(context);
  const segments = question.by === null ? [] : segmentsOf({ ...context, scan });
  const otherBox = topBox === 1 ? 2 : 1;
  return {
    definition: question.definition, topBox, company: sides.company, customer: sides.customer, gap: sides.gap, p: sides.p,
    ...squareOf(question.definition, whole.counts(topBox), filter),
    sensitivity: question.definition === 'mean' ? null
      : { topBox: otherBox, gap: sidesOf({ ...context, topBox: otherBox, question: { ...question, filter: { ...filter, topBox: otherBox } } }).gap },
    mixAdjusted: question.by === null || question.definition === 'belief' || question.definition === 'mean' ? null : mixAdjusted({ ...context, scan }),
    by: question.by, segments, finding: findingOf(question.definition, sides),
    targetedLeftOut: whole.targeted, firstAt: whole.firstAt, lastAt: whole.lastAt, definitions,
  };
}

function sidesOf({ db, definitions, question, topBox, scan }: Context): Sides {
  const { filter } = question;
  switch (question.definition) {
    case 'matched': return matchedSides(scan.counts(topBox), filter, gapDesign(db, filter, definitions));
    case 'scorecard': return scorecardSides(scan.counts(topBox), filter, gapDesign(db, filter, definitions));
    case 'mean': return meanSides(scorePairs(db, { filter, rule: definitions, by: null }), filter);
    case 'belief': {
      const groups = beliefCounts(db, topBox);
      const leaders = groups.find((group) => group.group === 'leader') ?? groups[0] ?? { x: 0, n: 0 };
      return beliefSides(leaders, customerBelief(db, { filter: question.filter, rule: definitions, topBox }), filter);
    }
  }
}

/** The 2 x 2 square and what follows from it; only the matched gap has one. */
function squareOf(definition: GapDefinition, counts: GapCounts, filter: InteractionFilter) {
  const none = { table: null, blindSpot: null, missRate: null, hiddenStrength: null, kappa: null, ac1: null };
  if (definition !== 'matched') return none;
  const { both, companyOnly, customerOnly, neither } = counts;
  const n = both + companyOnly + customerOnly + neither;
  const evidence: InteractionFilter = { ...filter, randomOnly: true };
  const agreement = matchedGap({ both, companyOnly, customerOnly, neither });
  const statistic = (value: number | null, reason: 'UNLINKED' | 'NO_VARIATION') => envelope({
    unit: 'ratio', value, n, denominator: n, reason: value === null ? (n === 0 ? 'UNLINKED' : reason) : null,
    evidence: { ...evidence, evaluated: true, answered: true },
  });
  return {
    table: { both, companyOnly, customerOnly, neither },
    blindSpot: shareEnvelope({ x: companyOnly, n, reason: 'UNLINKED', evidence: { ...evidence, cell: 'companyOnly' } }),
    missRate: shareEnvelope({ x: companyOnly, n: companyOnly + neither, reason: n === 0 ? 'UNLINKED' : 'ZERO_DENOMINATOR', evidence: { ...evidence, cell: 'companyOnly' } }),
    hiddenStrength: shareEnvelope({ x: customerOnly, n, reason: 'UNLINKED', evidence: { ...evidence, cell: 'customerOnly' } }),
    kappa: statistic(agreement.kappa, 'NO_VARIATION'), ac1: statistic(agreement.ac1, 'NO_VARIATION'),
  };
}

/** The filter of one segment: the question's own, narrowed. */
export function segmentFilter(filter: InteractionFilter, by: SegmentField, segment: string | null): InteractionFilter {
  if (by.startsWith('field:')) return { ...filter, field: { name: by.slice('field:'.length), value: segment } };
  if (by === 'month') return segment === null ? filter : { ...filter, from: `${segment}-01`, to: lastDay(segment) };
  if (by === 'cause') return segment === null ? { ...filter, tagged: false } : { ...filter, code: segment };
  if (segment === null && (by === 'agent' || by === 'channel')) return filter;
  return { ...filter, [by]: segment };
}

function lastDay(month: string): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10);
}

function segmentsOf(context: Context): GapSegment[] {
  const { question, scan, topBox } = context;
  const by = question.by;
  if (by === null) return [];
  const rows = question.definition === 'belief' ? beliefSegments(context)
    : question.definition === 'mean' ? meanSegments(context, by)
      : scan.countsBy(topBox).map((counts) => {
        const filter = segmentFilter(question.filter, by, counts.segment);
        const sides = question.definition === 'matched' ? matchedSides(counts, filter) : scorecardSides(counts, filter);
        return { segment: counts.segment, ...sides };
      });
  const shown = rows.filter((row) => row.company.n + row.customer.n > 0);
  return withMultiplicity(shown).sort((a, b) => (b.gap.value ?? -Infinity) - (a.gap.value ?? -Infinity));
}

type Row = Sides & { segment: string | null };

/** Several segments are tested at once: beyond five, only those that survive Benjamini-Hochberg at q = .10 are called different. */
function withMultiplicity(rows: Row[]): GapSegment[] {
  const tested = rows.filter((row) => row.p !== null);
  const flags = tested.length > 5 ? benjaminiHochberg(tested.map((row) => row.p ?? 1), 0.1).rejectedFlags : null;
  return rows.map((row) => {
    const { p: _p, ...shown } = row;
    const excludesZero = row.gap.ci !== null && (row.gap.ci.lo > 0 || row.gap.ci.hi < 0);
    return { ...shown, isDifferent: excludesZero && (flags === null || flags[tested.indexOf(row)] === true) };
  });
}

function beliefSegments({ db, definitions, question, topBox }: Context): Row[] {
  const customers = customerBelief(db, { filter: question.filter, rule: definitions, topBox });
  return beliefCounts(db, topBox).map((group) => ({ segment: group.group, ...beliefSides(group, customers, question.filter) }));
}

function meanSegments({ db, definitions, question }: Context, by: SegmentField): Row[] {
  const groups = groupBy(scorePairs(db, { filter: question.filter, rule: definitions, by }), (pair) => pair.segment);
  return [...groups].map(([segment, pairs]) => ({ segment, ...meanSides(pairs, segmentFilter(question.filter, by, segment)) }));
}

/** G4: the gap as it would be if both sides had the same mix of segments (direct standardisation). */
function mixAdjusted({ question, scan, topBox }: Context) {
  const strata = scan.countsBy(topBox).map((counts) => ({
    g1Yes: counts.companyYes, g1No: counts.companyN - counts.companyYes, g2Yes: counts.customerYes, g2No: counts.customerN - counts.customerYes,
  }));
  const { standardisedGap } = stratifiedGap(strata);
  const n = strata.reduce((sum, s) => sum + s.g1Yes + s.g1No + s.g2Yes + s.g2No, 0);
  return pointsEnvelope({ diff: standardisedGap, ci: null }, { n, method: 'standardised', reason: 'NOT_IDENTIFIED', evidence: question.filter });
}
