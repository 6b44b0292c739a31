import { describe, expect, it } from 'vitest';
import { UnreadableFileError } from '#engine/importers/importer.ts';
import { readRecords } from '#engine/importers/tables/read-records.ts';
import { sourceOf, startWorkClock } from './source.ts';

const MB = 1 << 20;
const head = 'interaction_id,queue\n';

/** Twenty rows of which the first holds something hostile. */
function table(column: string, hostile: string, ...[usual, id = 'interaction_id']: [string, string?]): string {
  return `${id},${column}\n${Array.from({ length: 20 }, (_, index) => `I-${index},"${index === 0 ? hostile : usual}"\n`).join('')}`;
}

async function outcomeOf(content: string): Promise<{ counts: Record<string, number>; workMs: number }> {
  const counts: Record<string, number> = {};
  const workMs = startWorkClock();
  try {
    for await (const item of readRecords(sourceOf('t.csv', content, 256 * 1024))) {
      const code = 'problem' in item ? item.problem.code : 'record';
      counts[code] = (counts[code] ?? 0) + 1;
    }
  } catch (error) {
    if (!(error instanceof UnreadableFileError)) throw error;
    counts[error.problem.code] = -1;
  }
  return { counts, workMs: workMs() };
}

/** Without the guards most of these take minutes or gigabytes. */
const PATIENCE_MS = 5_000;

describe('hostile tables', () => {
  it.each([
    ['14 MB of stray quotes in one line', () => `${head}I-1,"${'x"'.repeat(7 * MB)}\nI-2,b\n`, { QUOTE_NOT_CLOSED: 1, record: 1 }],
    ['stray quotes in every line', () => head + 'I-1,"x"y,b\n'.repeat(100_000), { QUOTE_NOT_CLOSED: -1 }],
    ['quotes opened in every line', () => head + 'I-1,"abc\n'.repeat(100_001), { QUOTE_NOT_CLOSED: -1 }],
    ['8 MB of blanks after a quote', () => `${head}I-1,"a"${' '.repeat(8 * MB)}b,c\nI-2,b\n`, { QUOTE_NOT_CLOSED: 1, record: 1 }],
    ['a million blank lines', () => `${head}I-1,a\n${'\n'.repeat(MB)}I-2,b\n`, { record: 2 }],
    ['2,001 columns', () => `${Array.from({ length: 2_001 }, (_, index) => `c${index}`).join(',')}\n1,2\n`, { TOO_MANY_COLUMNS: -1 }],
    ['a date of 40,000 characters', () => table('started_at', '1 '.repeat(20_000), '2026-11-03'), { DATE_INVALID: 1, record: 19 }],
    ['a duration of 200,000 digits', () => table('duration_s', `${'1'.repeat(200_000)}h`, '245'), { DURATION_INVALID: 1, record: 19 }],
    ['a count of 200,000 digits', () => table('transfers', '1'.repeat(200_000), '2'), { NUMBER_INVALID: 1, record: 19 }],
    ['a yes of 240,000 blanks', () => table('proactive', ` x${' '.repeat(240_000)}x`, 'yes'), { NOT_YES_NO: 1, record: 19 }],
    ['a direction of 240,000 dots', () => table('direction', ' . '.repeat(80_000), 'inbound'), { NOT_A_CHOICE: 1, record: 19 }],
    ['an answer of 200,000 brackets', () => table('csat', '('.repeat(200_000), '4', 'response_id'), { ANSWER_NOT_ON_SCALE: 1, record: 19 }],
  ])('%s', async (_name, content, counts) => {
    const outcome = await outcomeOf(content());
    expect(Object.keys(outcome.counts).sort()).toEqual(Object.keys(counts).sort());
    for (const [code, count] of Object.entries(counts)) if (count > 0) expect([code, outcome.counts[code]]).toEqual([code, count]);
    expect(outcome.workMs).toBeLessThan(PATIENCE_MS);
  }, 60_000);

  it('never reaches the prototype of an object through a column name', async () => {
    await outcomeOf('interaction_id,__proto__,constructor,prototype\nI-1,polluted,polluted,polluted\n');
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    for await (const item of readRecords(sourceOf('t.csv', 'interaction_id,__proto__,constructor\nI-1,a,b\nI-2,c,d\n'))) {
      if ('record' in item && item.record.kind === 'interactions') expect(Object.keys(item.record.fields)).toEqual(['Column 2', 'Column 3']);
    }
  });
});
