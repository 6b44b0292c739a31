import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TableKind } from '#shared/model/import-mapping.ts';
import { UnreadableFileError } from '#engine/importers/importer.ts';
import { previewTable, readRecords } from '#engine/importers/tables/read-records.ts';
import { sourceOf, startWorkClock } from './source.ts';
import { textRow, workbookOf } from './workbook-builder.ts';

const isLong = process.env['EARSHOT_LONG'] === '1';
/** Of text tables and of workbooks each; 100,000 in all in the long run. */
const RUNS = isLong ? 50_000 : 1_500;
const PATIENCE_MS = 5_000;

const tables = [
  'interaction_id,channel,started_at,duration_s,transfers,proactive\nI-1,phone,2026-11-03T09:12:00Z,4:05,1,yes\nI-2,chat,03.11.2026,12,0,no\n',
  'response_id;interaction_id;csat;nps;comment\nR1;I-1;4;9;"fine; ""really"""\nR2;I-2;5 - Very satisfied;10;\nR3;I-3;n/a;11;"two\nlines"\n',
  'evaluation_id\tinteraction_id\tscore\tpassed\tt1\te1\nE1\tI-1\t81,5\tyes\t4\t0\nE2\tI-2\t1.234,5\tno\t\t5\n',
  'ResponseID,Q1,Q2\nResponse,How satisfied are you?,Why?\n"{""ImportId"":""a""}","{""ImportId"":""b""}","{""ImportId"":""c""}"\nR_1,4,good\n',
  'interaction_id,code,at,to,severity\nI-1,BE,2:14,2:30,high\nI-1,BD,turn 3,,2\n',
  'conversation id,speaker,start,text\nA,Agent,0.5,hello\nA,Customer,1.5,hi\nB,Bot,0:03,yes?\n',
].map((text) => new TextEncoder().encode(text));
const workbook = workbookOf([{ name: 'S', data: textRow(1, ['Call ID', 'Queue', 'Dauer']) + textRow(2, ['I-1', 'Billing', '4:05']) }]);

type Mutation = { at: number; kind: 'set' | 'insert' | 'delete' | 'repeat' | 'cut'; bytes: Uint8Array };

const mutation = fc.record({
  at: fc.nat(1_000_000),
  kind: fc.constantFrom<Mutation['kind']>('set', 'insert', 'delete', 'repeat', 'cut'),
  bytes: fc.oneof(
    fc.uint8Array({ minLength: 1, maxLength: 4 }),
    fc.constantFrom('"', '""', ',', ';', '\t', '\n', '\r\n', '\r', '=1+1', '\uFEFF', '\u2028', '1e999', '-0', 'NaN', '99.99.9999', '{"ImportId":"x"}', '4:99:99', 'n/a', '٣', '__proto__').map((text) => new TextEncoder().encode(text)),
  ),
});

function mutate(bytes: Uint8Array, { at, kind, bytes: more }: Mutation): Uint8Array {
  const place = bytes.length === 0 ? 0 : at % bytes.length;
  const [before, after] = [bytes.subarray(0, place), bytes.subarray(place)];
  switch (kind) {
    case 'set': return Buffer.concat([before, more, after.subarray(more.length)]);
    case 'insert': return Buffer.concat([before, more, after]);
    case 'delete': return Buffer.concat([before, after.subarray(more.length * 3)]);
    case 'repeat': return Buffer.concat([bytes, after]);
    case 'cut': return before;
  }
}

/** Reads a mutant to its end. Whatever it is, it becomes records, problems or one refusal in words. */
async function readMutant(name: string, bytes: Uint8Array): Promise<void> {
  const workMs = startWorkClock();
  try {
    await previewTable(sourceOf(name, bytes, 37));
    for await (const item of readRecords(sourceOf(name, bytes, 37))) {
      if ('record' in item) expect(TableKind.safeParse(item.record.kind).success).toBe(true);
      else expect(item.problem.message).toMatch(/^Row \d+[,:]/);
    }
  } catch (error) {
    if (!(error instanceof UnreadableFileError)) throw error;
    expect(error.problem.message).toMatch(/\.$/);
  }
  expect(workMs()).toBeLessThan(PATIENCE_MS);
}

describe('mutants', () => {
  it(`${RUNS} mutants of text tables are read or refused in words`, async () => {
    await fc.assert(fc.asyncProperty(fc.constantFrom(...tables), fc.array(mutation, { minLength: 1, maxLength: 6 }), (base, mutations) => readMutant('t.csv', mutations.reduce(mutate, base))), { numRuns: RUNS });
  }, isLong ? 3_600_000 : 120_000);

  it(`${RUNS} mutants of a workbook are read or refused in words`, async () => {
    await fc.assert(fc.asyncProperty(fc.array(mutation, { minLength: 1, maxLength: 3 }), (mutations) => readMutant('t.xlsx', mutations.reduce(mutate, workbook))), { numRuns: RUNS });
  }, isLong ? 3_600_000 : 120_000);
});
