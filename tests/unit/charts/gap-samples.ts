import type { Definitions, GapReport } from '#shared/model/gap.ts';
import { envelope } from '#shared/model/envelope.ts';
import { aShare, points } from './chart-samples.ts';

const definitions: Definitions = {
  companyGoodRule: 'marked', companyGoodMin: 80, topBox: 1, csatPositiveShare: 0.75, repeatWindowDays: 7, episodeGapDays: 14, lookBackDays: 365, silenceMinMs: 3000,
  deadAirMinMs: 10_000, overlapMinMs: 500, surveyLinkDays: 7, quadrantThreshold: 62.5, showBenchmark: true, timeZone: 'UTC',
};

/** A matched report over 400 interactions, like the sample's; a test states what differs. */
export function aReport(part: Partial<GapReport> = {}): GapReport {
  return {
    definition: 'matched', topBox: 1, company: aShare(288, 400), customer: aShare(128, 400), gap: points(40, 400),
    table: { both: 96, companyOnly: 192, customerOnly: 32, neither: 80 },
    blindSpot: aShare(192, 400), missRate: aShare(192, 272), hiddenStrength: aShare(32, 400),
    kappa: envelope({ unit: 'ratio', value: 0.03, n: 400 }), ac1: envelope({ unit: 'ratio', value: -0.12, n: 400 }), p: 0.001,
    sensitivity: { topBox: 2, gap: points(24, 400) }, mixAdjusted: null, rankAgreement: null, limitsOfAgreement: null, customerItem: null, by: 'queue', segments: [],
    finding: { key: 'finding.matched.companyHigher', values: { company: 72, customer: 32, gap: 40, lo: 33, hi: 46, n: 400 } },
    targetedLeftOut: 90, firstAt: '2023-11-01T10:00:00.000Z', lastAt: '2026-10-31T17:00:00.000Z', definitions, ...part,
  };
}
