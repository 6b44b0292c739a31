import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { runStats, statsMetrics } from '#shared/stats/registry.ts';
import { differencesFrom } from './compare-answer.ts';

const file = new URL('../../../../shared/metrics-vectors.json', import.meta.url);

const Vector = z.object({
  id: z.string(), metric: z.string(), input: z.unknown(), expected: z.record(z.string(), z.unknown()), tolerance: z.number(),
});
const VectorFile = z.object({ vectors: z.array(Vector), optional: z.array(Vector) });

const isPresent = existsSync(file);
const { vectors, optional } = isPresent ? VectorFile.parse(JSON.parse(readFileSync(file, 'utf8'))) : { vectors: [], optional: [] };
if (!isPresent) console.warn('skipped: the metric vectors (../shared/metrics-vectors.json beside the repository) are not there');
for (const { id } of optional) console.warn(`skipped: ${id} needs a public data file that is not included with the vectors`);

describe.skipIf(!isPresent)('metric vectors', () => {
  it.each(vectors.map((vector) => [vector.id, vector] as const))('%s', (_, { metric, input, expected, tolerance }) => {
    // Through JSON and back: what a reader of the command line sees.
    const answer: unknown = JSON.parse(JSON.stringify(runStats(metric, input)));
    expect(differencesFrom(expected, answer, tolerance)).toEqual([]);
  });

  it('covers every function of the registry but the one whose data are not included', () => {
    const tested = new Set(vectors.map((vector) => vector.metric));
    expect(statsMetrics.filter((metric) => !tested.has(metric))).toEqual(['bgnbd_fit']);
  });
});
