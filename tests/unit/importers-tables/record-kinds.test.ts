import { describe, expect, it } from 'vitest';
import { read, without } from './read-outcome.ts';

describe('the other kinds', () => {
  it('reads tags at times and at turns', async () => {
    const { records, problems } = await read('interaction_id,code,at,to,note,severity,coder\nI-1,BE,2:14,2:30,long wait,high,Sam\nI-1,BD,turn 3,turn 5,,2,\nI-2,BE,2:14,2:10,,,\nI-2,BE,soon,,,,\n');
    expect(records.map(without)).toEqual([
      { interactionExternalId: 'I-1', codeKey: 'BE', startMs: 134_000, endMs: 150_000, note: 'long wait', severity: 3, coder: 'Sam' },
      { interactionExternalId: 'I-1', codeKey: 'BD', turnNumber: 3, endTurnNumber: 5, severity: 2 },
    ]);
    expect(problems.map(({ row, column, code }) => [row, column, code])).toEqual([[4, 'to', 'MOMENT_INVALID'], [5, 'at', 'MOMENT_INVALID']]);
  });

  it('leaves a bare number of a tag to its interaction: seconds of a call, a turn of what was written', async () => {
    const { records, problems } = await read('interaction_id,code,at,to\nI-1,BE,2,3\nI-1,BE,4,\nI-1,BE,4,3\n');
    expect(records.map(without)).toEqual([{ interactionExternalId: 'I-1', codeKey: 'BE', bareStart: 2, bareEnd: 3 }, { interactionExternalId: 'I-1', codeKey: 'BE', bareStart: 4 }]);
    expect(problems.map(({ row, column }) => [row, column])).toEqual([[4, 'to']]);
  });

  it('reads purchases, and asks for the kind where its cell is empty', async () => {
    const { records, problems } = await read('purchase_id;customer_id;date;kind;amount;margin;currency\nP1;C1;31.12.2026;Kündigung;1.234,50;-0,5;eur\nP2;C1;01.12.2026;;5,00;1,00;EUR\n');
    expect(records.map(without)).toEqual([{ externalId: 'P1', customerExternalId: 'C1', date: '2026-12-31', purchaseKind: 'cancellation', amount: 1_234.5, margin: -0.5, currency: 'EUR' }]);
    expect(problems).toMatchObject([{ row: 3, column: 'kind', code: 'REQUIRED_MISSING' }]);
  });

  it('reads beliefs on the scale of their question', async () => {
    const { records } = await read('respondent_id,group,question,answer\nL1,Executives,We deliver a superior experience,Strongly agree\nA1,agents,We deliver a superior experience,Disagree\nA1,agents,Customers would recommend us,9\nA2,agents,Customers would recommend us,0\nA2,team lead,We deliver a superior experience,Neutral\n');
    expect(records.map((record) => (record.kind === 'belief_poll' ? [record.respondent, record.respondentGroup, record.question, record.value, record.scaleMin, record.scaleMax] : []))).toEqual([
      ['L1', 'leader', 'superior', 5, 1, 5], ['A1', 'agent', 'superior', 2, 1, 5], ['A1', 'agent', 'Customers would recommend us', 9, 0, 10], ['A2', 'agent', 'Customers would recommend us', 0, 0, 10], ['A2', 'manager', 'superior', 3, 1, 5],
    ]);
  });

  it('reads costs, owners and codes', async () => {
    expect((await read('month,cost_category,amount,currency,paid_minutes\nMarch 2026,Salaries,"12,345.60",gbp,56000\n')).records.map(without)).toEqual([{ month: '2026-03', category: 'Salaries', amount: 12_345.6, currency: 'GBP', paidMinutes: 56_000 }]);
    expect((await read('cause_code,owner_unit,controllable_by,preventable\nBE,Metering,process,yes\n')).records.map(without)).toEqual([{ codeKey: 'BE', owner: 'Metering', controllableBy: 'process', preventable: true }]);
    expect((await read('code,name,kind,parent,definition,example_1\nE1,Noticing,emotional,,Hears the feeling,That sounds hard\n')).records.map(without)).toEqual([{ key: 'E1', name: 'Noticing', codeKind: 'behaviour', dimension: 'emotional', definition: 'Hears the feeling', examples: ['That sounds hard'] }]);
  });

  it('joins turns, from clock times and from times of day', async () => {
    const { records } = await read('conversation_id,speaker,start,end,text\nA,Agent,0.5,1.5,hello\nA,Customer,2,3,hi\nB,Agent,2026-11-03T09:00:05Z,,yes?\nB,Robin,2026-11-03T09:00:07.5Z,,no\n');
    const turns = records.map((record) => (record.kind === 'turns' ? [record.interaction.externalId, record.interaction.startedAt, record.interaction.rolesSure, ...record.interaction.turns.map((turn) => [turn.role, turn.startMs, turn.text])] : []));
    expect(turns).toEqual([
      ['A', undefined, true, ['agent', 500, 'hello'], ['customer', 2_000, 'hi']],
      ['B', '2026-11-03T09:00:05.000Z', false, ['agent', 0, 'yes?'], ['unknown', 2_500, 'no']],
    ]);
  });

  it('sets turns aside that come after another conversation began', async () => {
    const { records, problems } = await read('conversation_id,speaker,start,text\nA,Agent,1,hello\nB,Agent,1,yes\nA,Customer,2,hi\n');
    expect(records).toHaveLength(2);
    expect(problems).toMatchObject([{ row: 4, code: 'DUPLICATE_ID', found: 'A' }]);
  });
});
