import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { importDetected, importOne, sourceAt, sourceOf } from './source-file.ts';
import { describeShared, sharedPath } from './shared-data.ts';

const call = (turns: unknown[], rest: object = {}) => JSON.stringify({ JobStatus: 'COMPLETED', LanguageCode: 'en-GB', Transcript: turns, Channel: 'VOICE', JobName: 'c-7.wav', ...rest });
const turn = (role: string, begin: number, content: string) => ({ ParticipantRole: role, BeginOffsetMillis: begin, EndOffsetMillis: begin + 900, Content: content, Items: [] as unknown[], LoudnessScores: [80], Sentiment: 'NEUTRAL', Id: String(begin) });
const item = (content: string, begin?: number) => (begin === undefined ? { Type: 'punctuation', Content: content } : { Type: 'pronunciation', Content: content, BeginOffsetMillis: begin, EndOffsetMillis: begin + 100 });

describe('Amazon Transcribe Call Analytics', () => {
  test('roles, times, words and what was measured', async () => {
    const words = [item('Hello', 10), item(','), item('[PII]', 200), item('.')];
    const text = call([{ ...turn('AGENT', 10, 'Hello, [PII].'), Items: words }, turn('CUSTOMER', 800, 'Hi.')], {
      ConversationCharacteristics: { TotalConversationDurationMillis: 1700, NonTalkTime: { Instances: [{ BeginOffsetMillis: 5, EndOffsetMillis: 9 }], TotalTimeMillis: 4 }, TalkTime: { TotalTimeMillis: 1800, DetailsByParticipant: { AGENT: { TotalTimeMillis: 900 } } } },
    });
    const record = await importOne(sourceOf(text, 'x.json'));
    expect(record).toMatchObject({
      externalId: 'c-7', channel: 'phone', durationMs: 1700, language: 'en-GB', rolesSure: true,
      facts: { measuredBy: 'Amazon Transcribe Call Analytics', nonTalkMs: 4, nonTalkSpans: [[5, 9]], talkMs: 1800, agentTalkMs: 900 },
      turns: [{ speaker: 'Agent', role: 'agent', startMs: 10, endMs: 910, text: 'Hello, [PII].', words: [[10, 110, 0, 5], [200, 300, 7, 12]] }, { speaker: 'Customer', role: 'customer', startMs: 800, endMs: 1700, text: 'Hi.' }],
    });
    expect(JSON.stringify(record)).not.toContain('oudness');
    expect(record.turns[1]).not.toHaveProperty('words');
  });

  test('a turn without words is no turn', async () => {
    expect((await importOne(sourceOf(call([turn('AGENT', 0, ' '), turn('CUSTOMER', 1000, 'Hi.')])))).turns).toHaveLength(1);
  });
});

type Vendor = { ParticipantRole: string; BeginOffsetMillis: number; EndOffsetMillis: number; Content: string; Sentiment: string; Items: { Type: string; Content: string; BeginOffsetMillis: number; EndOffsetMillis: number }[] };

describeShared('Amazon Transcribe Call Analytics, a real result', () => {
  const path = sharedPath('vendor-amazon-transcribe-call-analytics/example-call.json');

  test('all 37 turns, field by field', async () => {
    const { importer, records, problems } = await importDetected(sourceAt(path));
    const vendor = (JSON.parse(readFileSync(path, 'utf8')) as { Transcript: Vendor[] }).Transcript;
    expect([importer, problems, records.length]).toEqual(['amazon-call-analytics', [], 1]);
    expect(records[0]?.turns).toHaveLength(37);
    expect(records[0]?.turns.map(({ role, startMs, endMs, text }) => ({ role, startMs, endMs, text }))).toEqual(
      vendor.map((source) => ({ role: source.ParticipantRole.toLowerCase(), startMs: source.BeginOffsetMillis, endMs: source.EndOffsetMillis, text: source.Content })),
    );
  });

  test('all 462 words, each at its own place in the text', async () => {
    const record = await importOne(sourceAt(path));
    const vendor = (JSON.parse(readFileSync(path, 'utf8')) as { Transcript: Vendor[] }).Transcript;
    const words = record.turns.map((said) => (said.words ?? []).map(([start, end, from, to]) => [start, end, said.text.slice(from, to)]));
    expect(words).toEqual(vendor.map((source) => source.Items.filter((spoken) => spoken.Type === 'pronunciation').map((spoken) => [spoken.BeginOffsetMillis, spoken.EndOffsetMillis, spoken.Content])));
    expect(words.flat()).toHaveLength(462);
  });

  test('the vendor’s measures are kept as they are', async () => {
    const { facts, durationMs, externalId, rolesSure } = await importOne(sourceAt(path));
    expect({ durationMs, externalId, rolesSure }).toEqual({ durationMs: 182_890, externalId: 'example-call', rolesSure: true });
    expect(facts).toMatchObject({
      agentTalkMs: 104_349, customerTalkMs: 63_790, agentWordsPerMinute: 193, customerWordsPerMinute: 135, nonTalkMs: 0, nonTalkSpans: [], totalDurationMs: 182_890,
      interruptions: 2, interruptionsMs: 4340, agentInterruptionSpans: [[18_740, 20_860], [166_440, 168_660]], agentSentiment: 2.4, customerSentiment: 1.8,
      agentSentimentQuarters: [2.9, 1, 2, 3.8], categories: ['No_Closing_Remark'], redaction: 'Redacted',
    });
    expect(facts?.['redactedSpans']).toHaveLength(12);
    expect(facts?.['turnSentiments']).toHaveLength(37);
  });

  test('what can be recomputed from the turns agrees: length, no silence above 3 s, interruptions where turns overlap', async () => {
    const { turns } = await importOne(sourceAt(path));
    expect(Math.max(...turns.map((said) => said.endMs ?? 0))).toBe(182_890);
    let reached = 0;
    const silences = turns.map((said) => {
      const gap = (said.startMs ?? 0) - reached;
      reached = Math.max(reached, said.endMs ?? 0);
      return gap;
    });
    expect(silences.filter((gap) => gap > 3000)).toEqual([]);
    const begunEarly = turns.filter((said, index) => index > 0 && (said.startMs ?? 0) < (turns[index - 1]?.endMs ?? 0));
    expect(begunEarly).toHaveLength(12);
    expect(begunEarly.filter((said) => said.role === 'agent').map((said) => said.startMs)).toEqual(expect.arrayContaining([18_740, 166_440]));
  });
});
