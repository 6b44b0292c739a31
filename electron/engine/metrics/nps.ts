import { envelope, type Envelope } from '#shared/model/envelope.ts';
import type { InteractionFilter } from '#shared/model/interaction-filter.ts';
import { npsAdjustedWald } from '#shared/stats/nps.ts';
import type { Metric } from './metric.ts';
import { withSmallSampleRule } from './small-sample.ts';
import { answerMetric } from './survey-answers.ts';
import type { Tally } from './tally.ts';

/** Below this many answers a Net Promoter Score is called small. */
const usualFrom = 100;

/**
 * Net Promoter Score, points: promoters (9-10) minus detractors (0-6) of all answers, with the adjusted Wald interval
 * (Rocks 2016), as wide as so many independent answers would make it. Only the 0-10 question is NPS; other scales are not.
 */
export const nps: Metric = answerMetric({
  name: 'nps', unit: 'points', direction: 'up', isHeadline: true, item: { kind: 'nps' },
  refuses: (answers) => (answers.some((answer) => answer.scaleMin !== 0 || answer.scaleMax !== 10 || answer.direction !== 'up') ? 'not_0_to_10' : null),
  valueOf: ({ value }) => (value >= 9 ? 1 : value <= 6 ? -1 : 0),
  envelopeOf: npsOf,
});

function npsOf(tally: Tally, evidence: InteractionFilter | null, flags: string[]): Envelope {
  const { n, designEffect } = tally;
  const count = (value: number) => tally.values.filter((own) => own === value).length / designEffect;
  const { nps: score, ci } = npsAdjustedWald({ promoters: count(1), passives: count(0), detractors: count(-1) });
  const isClustered = designEffect > 1;
  return withSmallSampleRule(envelope({
    unit: 'points', value: score, n, denominator: n, reason: score === null ? tally.reason : null, ...(isClustered ? { nEff: n / designEffect } : {}),
    ci: ci && { lo: ci[0], hi: ci[1], conf: 0.95, method: isClustered ? 'adjusted-wald, design effect' : 'adjusted-wald' },
    excluded: tally.excluded, coverage: tally.inScope === 0 ? 1 : n / tally.inScope,
    flags: [...flags, ...(n >= 30 && n < usualFrom ? ['small'] : []), ...(isClustered ? ['clustered'] : [])], evidence,
  }));
}
