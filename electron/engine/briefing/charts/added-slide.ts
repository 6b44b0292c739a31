import type { BriefingChart } from '#shared/model/briefing-chart.ts';
import type { Slide } from '#shared/model/briefing.ts';
import type { Definitions } from '#shared/model/gap.ts';
import { causeDetail } from '#engine/causes/cause-detail.ts';
import { costReport } from '#engine/causes/cost-report.ts';
import { paretoReport } from '#engine/causes/pareto-report.ts';
import { afterwards } from '#engine/customers/afterwards.ts';
import { explore } from '#engine/metrics/explore.ts';
import { gapReport } from '#engine/metrics/gap/report.ts';
import { gapOverTime } from '#engine/metrics/gap/over-time.ts';
import { nonResponse } from '#engine/metrics/gap/non-response.ts';
import { quadrant } from '#engine/metrics/gap/quadrant.ts';
import { metricRegistry } from '#engine/metrics/registry.ts';
import type { Database } from '#engine/store/database.ts';
import { feelingSlide, trendSlide } from '../report-slides.ts';
import { afterSlide } from './after-chart.ts';
import { causeWeeksSlide } from './cause-weeks-chart.ts';
import { slideOf, thinSlide, type ChartSlide } from './chart-slide.ts';
import { beliefSlide, nonResponseSlide, segmentsSlide, squareSlide } from './gap-charts.ts';
import { metricMonthsSlide, metricSegmentsSlide, metricSpreadSlide } from './metric-charts.ts';
import { feeSlide, ownersSlide, paretoSlide } from './money-charts.ts';

export type AddedSources = { db: Database; definitions: Definitions; now: Date };

/** The slide of a chart that somebody added from a screen, asked again of the data as they are. */
export function addedSlide(sources: AddedSources, { id, chart }: { id: string; chart: BriefingChart }): Slide {
  const { db, definitions, now } = sources;
  if (chart.of === 'overTime') return retold(trendSlide(gapOverTime(db, { definitions, filter: chart.filter, now })), id);
  if (chart.of === 'quadrant') return retold(feelingSlide(quadrant(db, { definitions, by: chart.by, filter: chart.filter })), id);
  return slideOf(id, 'chart', saidBy(sources, chart));
}

/** A slide of the full report in another place, its claims told apart from that one's. */
function retold(slide: Slide, id: string): Slide {
  return { ...slide, id, kind: 'chart', claims: slide.claims.map((claim) => ({ ...claim, id: `${id}.${claim.id}` })) };
}

function saidBy({ db, definitions, now }: AddedSources, chart: Exclude<BriefingChart, { of: 'overTime' | 'quadrant' }>): ChartSlide {
  switch (chart.of) {
    case 'gapSegments': return segmentsSlide(gapReport(db, definitions, chart), chart);
    case 'square': return squareSlide(gapReport(db, definitions, { definition: 'matched', by: null, topBox: chart.topBox, filter: chart.filter }), chart.filter);
    case 'belief': return beliefSlide(gapReport(db, definitions, { definition: 'belief', by: 'team', topBox: chart.topBox, filter: {} }));
    case 'nonResponse': return nonResponseSlide(nonResponse(db, definitions, chart.filter), chart.filter);
    case 'metricSegments': return ofMetric({ db, definitions, now }, chart, (found) => metricSegmentsSlide(found, chart));
    case 'metricMonths': return ofMetric({ db, definitions, now }, chart, (found) => metricMonthsSlide(found, chart));
    case 'metricSpread': return ofMetric({ db, definitions, now }, chart, (found) => metricSpreadSlide(found, chart));
    case 'pareto': return paretoSlide(paretoReport(db, definitions, chart), chart.filter);
    case 'owners': return ownersSlide(costReport(db, definitions, chart));
    case 'fee': return feeSlide(chart);
    case 'afterwards': return afterSlide(afterwards(db, chart));
    case 'causeWeeks': {
      const detail = causeDetail(db, definitions, { code: chart.code, filter: chart.filter, definition: '' });
      return detail ? causeWeeksSlide(detail, chart.filter) : thinSlide('The cause of this chart is not in the codebook any more', 'n = 0 interactions.');
    }
  }
}

type MetricChart = Extract<BriefingChart, { name: string; label: string }>;

function ofMetric({ db, definitions, now }: AddedSources, chart: MetricChart, tell: (found: ReturnType<typeof explore>) => ChartSlide): ChartSlide {
  const metric = metricRegistry.find(({ name }) => name === chart.name);
  if (metric === undefined) return thinSlide(`${chart.label} is not measured any more in this version`, 'n = 0.');
  return tell(explore({ db, definitions, filter: chart.filter, now }, metric, chart.of === 'metricSegments' ? chart.by : null));
}
