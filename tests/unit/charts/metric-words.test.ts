import { describe, expect, test } from 'vitest';
import { metricRegistry } from '#engine/metrics/registry.ts';
import { grouped, metricDefinition, metricLabel, metricNeeds, type ListedMetric } from '#renderer/features/metrics/metric-names.ts';
import { monthsFinding } from '#renderer/features/metrics/months-finding.ts';
import { remarksOf } from '#renderer/features/metrics/remarks.ts';
import { axisOf } from '#renderer/features/metrics/axis-format.ts';
import { controlMonths } from '#renderer/charts/control-chart/control-months.ts';
import { nothingExcluded } from '#shared/model/envelope.ts';
import { aShare, aWriting } from './chart-samples.ts';

const writing = aWriting();
const listed = metricRegistry.map(({ name, unit, direction, isHeadline }): ListedMetric => ({ name, label: `metric.${name}.label`, definition: `metric.${name}.definition`, unit, direction, isHeadline }));

describe('words of the metrics', () => {
  test.each(listed)('$name has a label, a definition and what it needs', (metric) => {
    expect(metricLabel(writing.t, metric)).not.toBe(metric.name);
    expect(metricDefinition(writing.t, metric).length).toBeGreaterThan(20);
    expect(metricNeeds(writing.t, metric)).toMatch(/^(Import|Tag) /);
  });

  test('what only describes stands in the last group, whatever else it is', () => {
    const groups = grouped(listed);
    expect(groups.map(({ group }) => group)).toEqual(['headline', 'further', 'context']);
    expect(groups.at(-1)?.metrics.map(({ name }) => name)).toContain('aht');
    expect(groups[0]?.metrics.every(({ direction }) => direction !== 'context')).toBe(true);
  });
});

describe('what is said with a figure', () => {
  test('coverage below 95 %, what was left out, and flags', () => {
    const figure = { ...aShare(40, 80), coverage: 0.62, excluded: { ...nothingExcluded, missing: 1, immature: 46 }, flags: ['clustered', 'below_30', 'of_a_kind_unknown_here'], nEff: 71.4 };
    expect(remarksOf(figure, writing)).toEqual([
      '62% of what is in scope could be used.', '1 is missing a value.', '46 are too recent to tell.', 'The interval allows for customers who appear more than once.', 'Counts like 71 independent ones.',
    ]);
    expect(remarksOf(aShare(40, 80), writing)).toEqual([]);
  });

  test('fewer than 30, and fewer than 5', () => {
    expect(remarksOf(aShare(4, 12), writing)[0]).toContain('Fewer than 30');
    expect(remarksOf(aShare(1, 3), writing)[0]).toContain('Fewer than 5');
  });
});

describe('months of a metric', () => {
  const month = (name: string, x: number, n: number) => ({ month: name, figure: aShare(x, n), lcl: null, ucl: null, isSignal: false, isComplete: true });
  const finding = (months: ReturnType<typeof month>[]): string => monthsFinding(controlMonths(months, writing), 'CSAT', writing);

  test('extremes of few months are not reported as extremes', () => {
    expect(finding([month('2026-01', 0, 12), month('2026-02', 20, 40), month('2026-03', 30, 40)])).toBe('CSAT by month: between 50% and 75%');
    expect(finding([month('2026-01', 0, 12), month('2026-02', 11, 12)])).toBe('CSAT by month: every month has fewer than 30, read with care');
    expect(finding([month('2026-01', 1, 2)])).toBe('CSAT by month: too few in every month to draw');
  });
});

test('a score on its own scale has no axis from 0 to 100', () => {
  expect(axisOf({ unit: 'score', flags: [] }, writing)).toMatchObject({ min: 0, max: 100 });
  expect(axisOf({ unit: 'score', flags: ['own_scale'] }, writing).max).toBeUndefined();
});
