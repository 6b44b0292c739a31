import { describe, expect, it } from 'vitest';
import type { TableKind } from '#shared/model/import-mapping.ts';
import { UnreadableFileError, type Problem } from '#engine/importers/importer.ts';
import { previewTable, type ReadOptions } from '#engine/importers/tables/read-records.ts';
import { read, without } from './read-outcome.ts';
import { sourceOf } from './source.ts';

describe('interactions', () => {
  const header = 'interaction_id,channel,direction,started_at,duration_s,talk_s,hold_s,acw_s,queue,team,agent_id,agent_name,customer_id,reason,product,transfers,language,resolved_agent_logged,proactive';

  it('reads every field', async () => {
    const { records, problems } = await read(`${header}\nI-1,phone,inbound,2026-11-03T09:12:00Z,245,200,20,25,Billing,North,A1,Kim,C1,bill,Power,1,en,yes,no\n`);
    expect(problems).toEqual([]);
    expect(without(records[0])).toEqual({
      externalId: 'I-1', channel: 'phone', direction: 'inbound', startedAt: '2026-11-03T09:12:00.000Z', durationMs: 245_000, talkMs: 200_000, holdMs: 20_000, acwMs: 25_000,
      queue: 'Billing', team: 'North', agentExternalId: 'A1', agentName: 'Kim', customerExternalId: 'C1', reason: 'bill', product: 'Power', transfers: 1, language: 'en',
      resolvedByAgent: true, proactive: false, fields: {},
    });
  });

  it('leaves empty cells absent and keeps other columns, but not personal ones', async () => {
    const { records } = await read('Call ID,Site,E-Mail,Anrufzeit,Dauer\nI-1,Leeds,a@b.example,03.11.2026 09:12,4:05\nI-2,,c@d.example,25.11.2026 10:00,\n', { timeZone: 'Europe/Berlin' });
    expect(without(records[0])).toEqual({ externalId: 'I-1', startedAt: '2026-11-03T08:12:00.000Z', durationMs: 245_000, fields: { Site: 'Leeds' } });
    expect(without(records[1])).toEqual({ externalId: 'I-2', startedAt: '2026-11-25T09:00:00.000Z', fields: {} });
  });

  it('keeps the word of a channel that it does not know', async () => {
    const { records } = await read('interaction_id,channel\nI-1,Carrier pigeon\nI-2,Web Chat\n');
    expect(records.map((record) => (record.kind === 'interactions' ? [record.channel, record.fields['channel']] : []))).toEqual([['other', 'Carrier pigeon'], ['chat', undefined]]);
  });
});

describe('customers', () => {
  it('reads every field', async () => {
    const { records } = await read('customer_id,name,since,segment,region,consent_quotes\n00412,Ann Lee,2019-04-02,gold,North,yes\n');
    expect(without(records[0])).toEqual({ externalId: '00412', name: 'Ann Lee', since: '2019-04-02', segment: 'gold', region: 'North', consentQuotes: true, fields: {} });
  });
});

describe('surveys', () => {
  const wide = 'response_id,interaction_id,customer_id,sent_at,answered_at,csat,nps,ces,resolved,repeat_not_needed,understood,on_my_side,superior,comment';

  it('reads a wide table, each item with its scale', async () => {
    const { records, problems } = await read(`${wide}\nR1,I-1,C1,2026-11-03T10:00:00Z,2026-11-04T10:00:00Z,4,9,6,yes,5,4,3,2,"fine, thanks"\nR2,I-2,,2026-11-03,2026-11-04,5,10,7,no,,,,,\n`);
    expect(problems).toEqual([]);
    const [first, second] = records;
    expect(first).toMatchObject({ externalId: 'R1', interactionExternalId: 'I-1', customerExternalId: 'C1', answeredAt: '2026-11-04T10:00:00.000Z', comment: 'fine, thanks' });
    const answers = first?.kind === 'surveys' ? first.answers.map(({ item, value }) => [item.key, item.kind, value, item.scaleMin, item.scaleMax]) : [];
    expect(answers).toEqual([
      ['csat', 'csat', 4, 1, 5], ['nps', 'nps', 9, 0, 10], ['ces', 'ces', 6, 1, 7], ['resolved', 'resolved', 1, 0, 1],
      ['repeat_not_needed', 'felt', 5, 1, 5], ['understood', 'felt', 4, 1, 5], ['on_my_side', 'felt', 3, 1, 5], ['superior', 'superior', 2, 1, 5],
    ]);
    expect(second?.kind === 'surveys' ? second.answers.map(({ item }) => item.key) : []).toEqual(['csat', 'nps', 'ces', 'resolved']);
  });

  it('joins a long table, a scale for each question', async () => {
    const { records, problems } = await read('response_id,interaction_id,question,answer\nR1,I-1,csat,4\nR1,I-1,How likely are you to recommend us to a friend?,9\nR1,I-1,What could be better?,the music\nR2,I-2,csat,5\n');
    expect(problems).toEqual([]);
    expect(records).toHaveLength(2);
    const answers = records[0]?.kind === 'surveys' ? records[0].answers.map(({ item, value, text }) => [item.key, item.scaleMax, value, text]) : [];
    expect(answers).toEqual([['csat', 5, 4, null], ['nps', 10, 9, null], ['What could be better?', null, null, 'the music']]);
  });

  it('gives a response without a number one that is made of its content', async () => {
    const content = 'Timestamp,interaction_id,csat\n2026-11-04,I-1,4\n2026-11-05,I-2,5\n';
    const ids = async (): Promise<string[]> => (await read(content)).records.map((record) => ('externalId' in record ? (record.externalId ?? '') : ''));
    const [first, again] = [await ids(), await ids()];
    expect(first).toEqual(again);
    expect(new Set(first).size).toBe(2);
  });

  it('sets an answer off its scale aside and never clips it', async () => {
    const rows = Array.from({ length: 30 }, (_, index) => `R${index},I-${index},${(index % 5) + 1}`).join('\n');
    const { records, problems } = await read(`response_id,interaction_id,csat\n${rows}\nR90,I-90,9\n`);
    expect(records).toHaveLength(30);
    expect(problems).toMatchObject([{ row: 32, column: 'csat', code: 'OFF_SCALE', found: '9', expected: 'a value from 1 to 5', record: { response_id: 'R90', csat: '9' } }]);
    expect(problems[0]?.message).toBe('Row 32, column "csat": "9". Expected a value from 1 to 5. Correct the answer, or choose another scale for this column.');
  });
});

describe('quality scores', () => {
  it('reads a wide scorecard; items that were not rated are absent', async () => {
    const { records } = await read('evaluation_id,interaction_id,evaluator,evaluated_at,form,purpose,score,passed,t1,t2,t3,t4,t5,e1,e2,e3,e4,e5\nE1,I-1,Sam,2026-11-05T10:00:00Z,v1,random,81.5,yes,4,3,3,2,4,1,2,3,,0\n');
    expect(without(records[0])).toEqual({
      externalId: 'E1', interactionExternalId: 'I-1', evaluator: 'Sam', evaluatedAt: '2026-11-05T10:00:00.000Z', form: 'v1', purpose: 'random', score: 81.5, passed: true,
      answers: [['t1', 4], ['t2', 3], ['t3', 3], ['t4', 2], ['t5', 4], ['e1', 1], ['e2', 2], ['e3', 3], ['e5', 0]].map(([item, value]) => ({ item, value, valueMax: 4 })),
    });
  });

  it('joins a long scorecard', async () => {
    const { records, problems } = await read('evaluation_id,interaction_id,item,points,max points,evidence\nE1,I-1,Greeting,2,3,0:05\nE1,I-1,Empathy,1,3,2:14\nE2,I-2,Greeting,3,3,\n');
    expect(problems).toEqual([]);
    expect(records.map(without)).toEqual([
      { externalId: 'E1', interactionExternalId: 'I-1', answers: [{ item: 'Greeting', value: 2, valueMax: 3, evidenceMs: 5_000 }, { item: 'Empathy', value: 1, valueMax: 3, evidenceMs: 134_000 }] },
      { externalId: 'E2', interactionExternalId: 'I-2', answers: [{ item: 'Greeting', value: 3, valueMax: 3 }] },
    ]);
  });
});

describe('questions instead of guesses', () => {
  it('asks for the order of day and month when no row decides it', async () => {
    const { records, problems } = await read('interaction_id,started_at\nI-1,03.11.2026\nI-2,05.05.2026\nI-3,04.11.2026\n');
    expect(records).toHaveLength(1);
    expect(problems.map(({ row, code, column }) => [row, code, column])).toEqual([[2, 'DATE_ORDER_AMBIGUOUS', 'started_at'], [4, 'DATE_ORDER_AMBIGUOUS', 'started_at']]);
  });

  it('finds the one row that decides it however late it comes', async () => {
    const open = Array.from({ length: 5_000 }, (_, index) => `I-${index},0${(index % 9) + 1}/11/2026`).join('\n');
    const { records, problems } = await read(`interaction_id,started_at\n${open}\nI-x,13/11/2026\n`);
    expect([records.length, problems.length]).toEqual([5_001, 0]);
    expect(records[2]).toMatchObject({ startedAt: '2026-11-03T00:00:00.000Z' });
  });

  it('asks what n/a means, and does as it is told', async () => {
    const content = 'response_id,interaction_id,csat\nR1,I-1,4\nR2,I-2,n/a\n';
    expect((await read(content)).problems).toMatchObject([{ row: 3, code: 'NO_ANSWER_WORD', column: 'csat' }]);
    const { mapping } = await previewTable(sourceOf('t.csv', content));
    if (!mapping) throw new Error('no mapping');
    const { records, problems } = await read(content, { mapping: { ...mapping, noAnswer: 'leave-empty' } });
    expect([records.length, problems.length]).toEqual([2, 0]);
  });

  it('asks about an identifier that comes twice, and does as it is told', async () => {
    const content = 'customer_id,name\nC1,Ann\nC2,Bo\nC3,Cy\nC4,Di\nC5,Ed\nC1,Ann Lee\n';
    expect((await read(content)).problems).toMatchObject([{ row: 7, code: 'DUPLICATE_ID', column: 'customer_id', found: 'C1' }]);
    const { mapping } = await previewTable(sourceOf('t.csv', content));
    if (!mapping) throw new Error('no mapping');
    const names = async (duplicates: 'keep-last' | 'keep-both'): Promise<unknown> =>
      (await read(content, { mapping: { ...mapping, duplicates } })).records.slice(-1).map((record) => (record.kind === 'customers' ? [record.externalId, record.name] : []));
    expect(await names('keep-last')).toEqual([['C1', 'Ann Lee']]);
    expect(await names('keep-both')).toEqual([['C1 (2)', 'Ann Lee']]);
  });

  it('does not take 1,234 for a number when nothing says which mark it has', async () => {
    const content = 'evaluation_id;interaction_id;evaluator;score\nE1;I-1;Sam;85,5\nE2;I-2;Sam;90\n';
    expect((await read(content)).records).toMatchObject([{ score: 85.5 }, { score: 90 }]);
  });
});

describe('scales that are not the usual ones', () => {
  const many = (header: string, values: (index: number) => string | number): string => `${header}\n${Array.from({ length: 40 }, (_, index) => `X${index},I-${index},${values(index)}`).join('\n')}\n`;

  it('reads scores that never pass 1 as shares, those that never pass 10 as points, and asks', async () => {
    const content = many('evaluation_id,interaction_id,score', (index) => (index % 5) / 4);
    expect((await read(content)).records[3]).toMatchObject({ score: 75 });
    expect((await read(many('evaluation_id,interaction_id,score', (index) => 1 + (index % 5)))).records[4]).toMatchObject({ score: 100 });
    expect((await read(many('evaluation_id,interaction_id,score', (index) => 60 + index))).records[4]).toMatchObject({ score: 64 });
    const { table } = await previewTable(sourceOf('t.csv', content));
    expect(table.columns.find((column) => column.mapping.source === 'score')?.questions).toEqual(['scale']);
  });

  it('doubts an effort score that never passes 5 of 7, and asks', async () => {
    const { table } = await previewTable(sourceOf('t.csv', many('response_id,interaction_id,ces', (index) => 1 + (index % 5))));
    const ces = table.columns.find((column) => column.mapping.source === 'ces');
    expect([ces?.mapping.scale, ces?.questions]).toEqual([{ min: 1, max: 5, direction: 'up' }, ['scale']]);
  });

  it('calls a question to recommend an NPS only from 0 to 10', async () => {
    const kindOf = async (max: number): Promise<unknown> => {
      const { table } = await previewTable(sourceOf('t.csv', many('response_id,interaction_id,nps', (index) => index % (max + 1))));
      const { target } = table.columns[2]?.mapping ?? {};
      return target?.to === 'survey_item' ? target.kind : null;
    };
    expect([await kindOf(10), await kindOf(30), await kindOf(5)]).toEqual(['nps', 'rating', 'rating']);
  });

  it('asks what the numbers of an unknown item are, and keeps its zero', async () => {
    const { records } = await read('evaluation_id,interaction_id,evaluator,Greeting\nE1,I-1,Sam,3\nE2,I-2,Sam,5\nE3,I-3,Sam,1\n');
    expect(records.map((record) => (record.kind === 'quality_scores' ? record.answers : []))).toEqual([[{ item: 'Greeting', value: 2, valueMax: 4 }], [{ item: 'Greeting', value: 4, valueMax: 4 }], [{ item: 'Greeting', value: 0, valueMax: 4 }]]);
  });
});

describe('what stands around a table', () => {
  it('finds the header below a title and sets notes below aside', async () => {
    const { records, problems } = await read('Call report November,,\n,,\nCall ID,Queue,Duration\nI-1,Billing,4:05\nI-2,Moves,3:00\n,,\nTotal,,7:05\nGenerated on 4 November,,\n');
    expect(records.map((record) => record.row)).toEqual([4, 5]);
    expect(problems.map(({ row, code }) => [row, code])).toEqual([[7, 'TEXT_BELOW_TABLE'], [8, 'TEXT_BELOW_TABLE']]);
  });

  it('sets a row with too many cells aside, and reads one with too few', async () => {
    const { records, problems } = await read('interaction_id,queue,team\nI-1,Billing,North,South\nI-2,Billing\n');
    expect(records).toMatchObject([{ externalId: 'I-2', queue: 'Billing' }]);
    expect(problems).toMatchObject([{ row: 2, code: 'ROW_TOO_WIDE' }]);
  });

  it('names a row without an identifier', async () => {
    const { problems } = await read('interaction_id,queue,team\nI-1,Billing,North\n,Billing,North\n');
    expect(problems).toMatchObject([{ row: 3, column: 'interaction_id', code: 'REQUIRED_MISSING' }]);
  });
});

describe('refusals', () => {
  const refusal = async (content: string, options: ReadOptions = {}): Promise<Omit<Problem, 'file'>> => {
    const error = await read(content, options).catch((caught: unknown) => caught);
    if (!(error instanceof UnreadableFileError)) throw new Error(`not refused: ${JSON.stringify(error)}`);
    return error.problem;
  };

  it('asks what an unknown table is, naming its columns', async () => {
    const problem = await refusal('colour,weather\nred,sunny\nblue,rain\n');
    expect([problem.code, problem.message]).toEqual(['TABLE_KIND_UNKNOWN', 'It is not clear what the rows of this table are. Its columns are colour, weather. Say what they are and where each column goes.']);
  });

  it('says which column is missing', async () => {
    expect(await refusal('queue,team,hold_s,acw_s\nBilling,North,1,2\n', { kindHint: 'interactions' })).toMatchObject({ code: 'REQUIRED_COLUMN_MISSING', message: 'No column goes to "Interaction ID", which this kind of table needs. Choose the column that holds it.' });
  });

  it('refuses a time zone that is none', async () => {
    const content = 'interaction_id,queue\nI-1,Billing\nI-2,Moves\n';
    const { mapping } = await previewTable(sourceOf('t.csv', content));
    if (!mapping) throw new Error('no mapping');
    expect((await refusal(content, { mapping: { ...mapping, timeZone: 'Mars/Base' } })).code).toBe('TIME_ZONE_UNKNOWN');
  });

  it('refuses a header without rows', async () => {
    expect((await refusal('interaction_id,queue\n')).code).toBe('EMPTY_TABLE');
  });
});

describe('previewTable', () => {
  it('gives no mapping to import by when it is not sure what the rows are', async () => {
    const { table, mapping } = await previewTable(sourceOf('t.csv', 'id,text\n1,hello\n2,there\n'));
    expect(mapping).toBeNull();
    expect(table.columns).toHaveLength(2);
  });

  it('is certain of the sample project’s own headers', async () => {
    const headers: [TableKind, string][] = [
      ['interactions', 'interaction_id,channel,direction,started_at,duration_s,talk_s,hold_s,acw_s,queue,team,agent_id,agent_name,customer_id,reason,product,transfers,language,resolved_agent_logged,proactive'],
      ['customers', 'customer_id,name,since,segment,region,consent_quotes'],
      ['surveys', 'response_id,interaction_id,customer_id,sent_at,answered_at,csat,nps,ces,resolved,repeat_not_needed,understood,on_my_side,superior,comment'],
      ['quality_scores', 'evaluation_id,interaction_id,evaluator,evaluated_at,form,purpose,score,passed,t1,t2,t3,t4,t5,e1,e2,e3,e4,e5'],
    ];
    for (const [kind, header] of headers) {
      const { table, mapping } = await previewTable(sourceOf('t.csv', `${header}\nX1${header.replaceAll(/[^,]+/g, '')}\n`));
      expect([table.kind, table.missingRequired, mapping?.kind]).toEqual([kind, [], kind]);
      const unsure = table.columns.filter((column) => column.mapping.target.to === 'ignore' || column.mapping.target.to === 'keep').map((column) => column.mapping.source);
      expect(unsure).toEqual([]);
    }
  });

  it('finds a recipe’s header again in any order and writing', async () => {
    const print = async (header: string): Promise<string> => (await previewTable(sourceOf('t.csv', `${header}\n1,2,3\n`))).table.headerFingerprint;
    expect(await print('Call ID,Queue Name,Team')).toBe(await print('team,call_id,QueueName'));
    expect(await print('Call ID,Queue,Team')).not.toBe(await print('Call ID,Queue,Group'));
  });
});
