import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { alignWords } from '#engine/importers/transcripts/harper-valley/align-words.ts';
import { harperValleyMetadata } from '#engine/importers/transcripts/harper-valley/harper-valley-metadata.ts';
import { importDetected, importOne, importWith, sourceAt, sourceOf } from './source-file.ts';
import { describeShared, sharedPath } from './shared-data.ts';

const segment = (role: string, offset: number, text: string) => ({
  channel_index: role === 'agent' ? 2 : 1, speaker_role: role, human_transcript: text, transcript: text, offset_ms: offset, start_ms: offset - 50, duration_ms: 1000,
  start_timestamp_ms: 1_591_056_000_000 + offset, word_offsets_ms: text.split(' ').map((_, index) => index * 100), word_durations_ms: text.split(' ').map(() => 90), emotion: [0.1, 0.2, 0.7],
});
const metadata = (extra: object = {}) => ({
  sid: 's1', session: 'one', start_time_ms: 1_591_056_000_000, end_time_ms: 1_591_056_060_000, labels: { agent_mos: 4 },
  agent: { speaker_id: 46, metadata: { agent_name: 'Ann' }, survey_response: { data: { partner_rating: '9' } } },
  caller: { speaker_id: 44, metadata: { 'first and last name': 'Bo Hu' }, arrival_time_ms: 1_591_055_998_000, survey_response: { data: { partner_rating: '10', ease_of_connection: '7' } } },
  tasks: [{ task_type: 'check balance', 'account balance': 106 }], ...extra,
});

describe('HarperValleyBank', () => {
  test('roles come from speaker_role, times from the shared clock, never from the channel’s own', async () => {
    const record = await importOne(sourceOf(JSON.stringify([segment('agent', 2000, 'hello'), { ...segment('caller', 4000, 'hi'), channel_index: 2 }]), 'transcript/s1.json'));
    expect(record).toMatchObject({ externalId: 's1', startedAt: '2020-06-02T00:00:00.000Z', rolesSure: true });
    expect(record.turns.map((turn) => [turn.speaker, turn.role, turn.startMs, turn.endMs])).toEqual([['Agent', 'agent', 2000, 3000], ['Caller', 'customer', 4000, 5000]]);
    expect(record).not.toHaveProperty('durationMs');
  });

  test('metadata: who, why, how long and what the caller answered', async () => {
    expect(await importOne(sourceOf(JSON.stringify(metadata()), 's1.json'))).toEqual({
      externalId: 's1', channel: 'phone', startedAt: '2020-06-02T00:00:00.000Z', durationMs: 60_000, agent: { externalId: '46', name: 'Ann' }, customer: { externalId: '44', name: 'Bo Hu' },
      reason: 'check balance', fields: { session: 'one', 'account balance': '106' }, facts: { agentMeanOpinionScore: 4, agentPartnerRating: 9, callerWaitMs: 2000 },
      survey: { externalId: 's1-caller', answers: [{ item: 'partner_rating', value: 10, scaleMin: 1, scaleMax: 10 }, { item: 'ease_of_connection', value: 7, scaleMin: 1, scaleMax: 10 }] },
      rolesSure: true, turns: [],
    });
  });

  test('an unanswered survey is none; an answer off the scale is named and left out', async () => {
    const unanswered = { ...metadata().caller, survey_response: { data: {} } };
    expect(await importOne(sourceOf(JSON.stringify(metadata({ caller: unanswered }))))).not.toHaveProperty('survey');
    const off = { ...metadata().caller, survey_response: { data: { partner_rating: '11', ease_of_connection: 'good' } } };
    const { problems, records } = await importWith(harperValleyMetadata, sourceOf(JSON.stringify(metadata({ caller: off })), 'm.json'));
    expect(problems.map((problem) => [problem.code, problem.column, problem.found])).toEqual([['SURVEY_VALUE_OFF_SCALE', 'partner_rating', '11'], ['SURVEY_VALUE_OFF_SCALE', 'ease_of_connection', 'good']]);
    expect(records[0]).not.toHaveProperty('survey');
  });

  test('word times are carried only to words that both texts share, or that stand alone in the same place', () => {
    const heard = ['hello', 'mr', 'harper', 'valley', 'bank'].map((text, index) => ({ text, startMs: index * 100, endMs: index * 100 + 90 }));
    expect(alignWords('hello this is harper valley bank', heard)).toEqual([[0, 90, 0, 5], [200, 290, 14, 20], [300, 390, 21, 27], [400, 490, 28, 32]]);
    expect(alignWords('hello mister harper valley bank', heard)[1]).toEqual([100, 190, 6, 12]);
    expect(alignWords('', heard)).toEqual([]);
  });
});

type Segment = { speaker_role: string; human_transcript: string; transcript: string; offset_ms: number; duration_ms: number; word_offsets_ms: number[] };

describeShared('HarperValleyBank, real calls', () => {
  test.each([['0002f70f7386445b', 18], ['010d38f5ada54e0d', 8]])('transcript %s, field by field', async (sid, count) => {
    const path = sharedPath(`harper-valley-bank/transcript/${sid}.json`);
    const { importer, records, problems } = await importDetected(sourceAt(path));
    const segments = JSON.parse(readFileSync(path, 'utf8')) as Segment[];
    expect([importer, problems, records[0]?.externalId, records[0]?.rolesSure, segments.length]).toEqual(['harper-valley-transcript', [], sid, true, count]);
    expect(records[0]?.turns.map(({ role, startMs, endMs, text }) => ({ role, startMs, endMs, text }))).toEqual(
      segments.map((source) => ({ role: source.speaker_role === 'caller' ? 'customer' : 'agent', startMs: source.offset_ms, endMs: source.offset_ms + source.duration_ms, text: source.human_transcript })),
    );
    expect(records[0]?.facts?.['recogniserText']).toEqual(segments.map((source) => source.transcript));
  });

  test('every word time lies in its turn and belongs to a word of it', async () => {
    for (const sid of ['0002f70f7386445b', '010d38f5ada54e0d']) {
      const record = await importOne(sourceAt(sharedPath(`harper-valley-bank/transcript/${sid}.json`)));
      for (const { text, startMs, endMs, words } of record.turns) {
        for (const [start, end, from, to] of words ?? []) {
          expect(text.slice(from, to)).toMatch(/^\S+$/);
          expect([start >= (startMs ?? 0), end <= (endMs ?? 0)]).toEqual([true, true]);
        }
      }
    }
  });

  test('metadata of all three calls; the one without a transcript is a call without turns', async () => {
    const read = async (sid: string) => importOne(sourceAt(sharedPath(`harper-valley-bank/metadata/${sid}.json`)));
    expect(await read('0002f70f7386445b')).toMatchObject({
      externalId: '0002f70f7386445b', durationMs: 51_203, startedAt: '2020-06-02T00:13:03.191Z', reason: 'replace card', agent: { externalId: '46', name: 'Elizabeth' }, customer: { externalId: '44', name: 'Patricia Brown' },
      fields: { 'replacement card type': 'debit', session: 'Little Harper Valley 3' }, survey: { answers: [{ item: 'partner_rating', value: 10 }, { item: 'ease_of_connection', value: 10 }] },
    });
    const alone = await read('00f7dce6fc3849a2');
    expect(alone).toMatchObject({ externalId: '00f7dce6fc3849a2', turns: [], reason: 'replace card', facts: { agentPartnerRating: 10 } });
    expect(alone).not.toHaveProperty('survey');
    expect((await read('010d38f5ada54e0d')).fields).toMatchObject({ 'account balance': '106', 'balance check account type': 'savings' });
  });
});
