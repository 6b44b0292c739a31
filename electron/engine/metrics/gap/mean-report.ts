import type { GapReport } from '#shared/model/gap.ts';
import { segmentFilter } from '#engine/store/queries/segment-filter.ts';
import { findingOf } from './finding.ts';
import type { GapCase } from './gap-case.ts';
import { limitsOfAgreement, meanSides, scorePairs } from './mean.ts';
import { listedSegments } from './segments.ts';
import { noSquare } from './square.ts';

type MeanReport = Omit<GapReport, 'topBox' | 'targetedLeftOut' | 'firstAt' | 'lastAt' | 'definitions' | 'customerItem'>;

/**
 * The mean gap (G3): both scores on 0-100 over the same interactions. Answers on different scales may meet here, because
 * each is a share of its own scale; the figure says so.
 */
export function meanReport(gapCase: GapCase): MeanReport {
  const { db, definitions: rule, filter, by } = gapCase;
  const flags = gapCase.isMixed ? ['mixed_scales'] : [];
  const pairs = scorePairs(db, { filter, rule, by: by === 'cause' ? null : by });
  const segments = by === 'cause' ? scorePairs(db, { filter, rule, by }).segments : pairs.segments;
  // Interactions that both judged, but none with a score: the company only said "passed" or "failed".
  const isUnscored = pairs.whole.difference.n === 0 && gapCase.matchedN > 0;
  const reason = isUnscored ? 'NO_DATA' : gapCase.sides('matched', gapCase.topBox).gap.reason ?? 'UNLINKED';
  const sides = meanSides(pairs.whole, { filter, reason, flags });
  const about = gapCase.findingAbout('mean');
  return {
    definition: 'mean', company: sides.company, customer: sides.customer, gap: sides.gap, p: sides.p, ...noSquare,
    sensitivity: null, mixAdjusted: null, rankAgreement: null, limitsOfAgreement: limitsOfAgreement(pairs.whole), by,
    segments: by === null ? [] : listedSegments(segments.map((own) => (
      { segment: own.segment, ...meanSides(own, { filter: segmentFilter(filter, by, own.segment), reason, flags }) }))),
    finding: findingOf({ ...about, hasCompany: about.hasCompany && !isUnscored }, sides),
  };
}
