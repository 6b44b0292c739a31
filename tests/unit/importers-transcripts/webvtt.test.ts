import { describe, expect, test } from 'vitest';
import { parseWebVtt } from '#engine/importers/transcripts/captions/parse-webvtt.ts';
import { webVtt } from '#engine/importers/transcripts/captions/webvtt.ts';
import { importOne, importWith, sourceOf } from './source-file.ts';
import { describeShared, sharedPath } from './shared-data.ts';
import { sourceAt } from './source-file.ts';

const turnsOf = async (text: string) => (await importOne(sourceOf(text, 'c-1.vtt'))).turns.map((turn) => [turn.speaker, turn.role, turn.startMs, turn.endMs, turn.text]);

describe('WebVTT', () => {
  test('voices, notes, styles, regions, settings and ids', async () => {
    const text = 'WEBVTT - a call\n\nNOTE\nnot spoken\n\nSTYLE\n::cue { color: lime }\n\nREGION\nid:left\n\n7\n00:00:01.000 --> 00:00:03.500 line:0 align:start\n<v.loud Agent Priya>Thanks for <b>calling</b> &amp; welcome.</v>\n\n00:04.000 --> 00:05.250\n<v Tom>Hi.\n';
    expect(await turnsOf(text)).toEqual([
      ['Agent Priya', 'agent', 1000, 3500, 'Thanks for calling & welcome.'],
      ['Tom', 'customer', 4000, 5250, 'Hi.'],
    ]);
  });

  test('Name: text payloads, as Zoom writes them, with numbers and CRLF', async () => {
    const text = 'WEBVTT\r\n\r\n1\r\n00:00:01.000 --> 00:00:02.000\r\nPriya Nair: How can I help you today?\r\n\r\n2\r\n00:00:03.000 --> 00:00:04.000\r\nTom Okafor: The thing is: it broke.\r\n\r\n3\r\n00:00:05.000 --> 00:00:06.000\r\nTom Okafor: Twice.\r\n\r\n4\r\n00:00:07.000 --> 00:00:08.000\r\nPriya Nair: Oh.\r\n';
    expect(await turnsOf(text)).toEqual([
      ['Priya Nair', 'agent', 1000, 2000, 'How can I help you today?'],
      ['Tom Okafor', 'customer', 3000, 4000, 'The thing is: it broke.'],
      ['Tom Okafor', 'customer', 5000, 6000, 'Twice.'],
      ['Priya Nair', 'agent', 7000, 8000, 'Oh.'],
    ]);
  });

  test('a cue without a label continues the speaker before it; a sound is nobody’s', async () => {
    const text = 'WEBVTT\n\n00:01.000 --> 00:02.000\nAgent: One moment\n\n00:02.000 --> 00:03.000\nplease.\n\n00:03.000 --> 00:09.000\n[hold music]\n\n00:09.000 --> 00:10.000\nCustomer: [PII]\nAgent: Thanks.\n';
    expect(await turnsOf(text)).toEqual([
      ['Agent', 'agent', 1000, 2000, 'One moment'],
      ['Agent', 'agent', 2000, 3000, 'please.'],
      ['Sound', 'system', 3000, 9000, '[hold music]'],
      ['Customer', 'customer', 9000, 10_000, '[PII]'],
      ['Agent', 'agent', 9000, 10_000, 'Thanks.'],
    ]);
  });

  test('several voices in one cue are several turns; a timestamp tag is not text', async () => {
    expect(await turnsOf('WEBVTT\n\n00:01.000 --> 00:04.000\n<v Agent>Hi <00:02.000>there</v>\n<v Customer>Hello</v>\n')).toEqual([
      ['Agent', 'agent', 1000, 4000, 'Hi there'],
      ['Customer', 'customer', 1000, 4000, 'Hello'],
    ]);
  });

  test('cues out of order are put in order; cues that overlap stay', async () => {
    expect(await turnsOf('WEBVTT\n\n00:05.000 --> 00:06.000\n<v Agent>two\n\n00:01.000 --> 00:08.000\n<v Customer>one\n')).toEqual([
      ['Customer', 'customer', 1000, 8000, 'one'],
      ['Agent', 'agent', 5000, 6000, 'two'],
    ]);
  });

  test('short times and missing empty lines, as Teams writes them', async () => {
    expect(await turnsOf('WEBVTT\n\n0:0:0.0 --> 0:0:4.21\n<v Ann>Thank you for calling.</v>\n0:0:4.98 --> 0:1:9.5\n<v Bo>Hi.</v>\n')).toEqual([
      ['Ann', 'agent', 0, 4210, 'Thank you for calling.'],
      ['Bo', 'customer', 4980, 69_500, 'Hi.'],
    ]);
  });

  test('payloads that are JSON objects give speaker, words, language and the start of the meeting', async () => {
    const payload = (at: string, name: string, words: string) => `{"startDateTime":"${at}","endDateTime":"${at}","speakerName":"${name}","spokenText":"${words}","spokenLanguage":"de-de"}`;
    const text = `WEBVTT\n00:00:10.000 --> 00:00:11.000\n${payload('2026-01-05T08:00:10.0000000+01:00', 'Ann', 'Vielen Dank für Ihren Anruf.')}\n\n00:00:12.000 --> 00:00:13.000\n${payload('2026-01-05T08:00:12+01:00', 'Bo', 'Hallo')}\n`;
    expect(await importOne(sourceOf(text, 'm.vtt'))).toMatchObject({
      startedAt: '2026-01-05T07:00:00.000Z', language: 'de-de', durationMs: 13_000, rolesSure: true,
      turns: [{ speaker: 'Ann', role: 'agent', text: 'Vielen Dank für Ihren Anruf.' }, { speaker: 'Bo', role: 'customer', text: 'Hallo' }],
    });
  });

  test('a cue whose times cannot be read is left out and said so, the others go in', async () => {
    const { records, problems } = await importWith(webVtt, sourceOf('WEBVTT\n\n00:01.00 --> 00:02.000\nlost\n\n00:03.000 --> 00:04.000\nkept\n', 'x.vtt'));
    expect(records[0]?.turns.map((turn) => turn.text)).toEqual(['kept']);
    expect(problems).toEqual([expect.objectContaining({ file: 'x.vtt', row: 3, code: 'CUE_TIME_INVALID', found: '00:01.00 --> 00:02.000' })]);
  });

  test('an end before its start is left out, the words stay', async () => {
    const { records, problems } = await importWith(webVtt, sourceOf('WEBVTT\n\n00:05.000 --> 00:02.000\n<v Agent>a\n\n00:06.000 --> 00:07.000\n<v Customer>b\n'));
    expect(records[0]?.turns[0]).toMatchObject({ startMs: 5000, endMs: null, text: 'a' });
    expect(problems.map((problem) => problem.code)).toEqual(['TURN_TIME_INVALID']);
  });

  test('no cue at all is refused with the place of the first fault', async () => {
    await expect(importOne(sourceOf('WEBVTT\n\n00:01.0 --> 2\nx\n'))).rejects.toMatchObject({ problem: { code: 'TRANSCRIPT_EMPTY', row: 3 } });
    await expect(importOne(sourceOf('WEBVTT\n'))).rejects.toMatchObject({ problem: { code: 'TRANSCRIPT_EMPTY', row: null } });
  });

  test('the external id is the file’s name without folder and extension; the call lasts to its last word', async () => {
    expect(await importOne(sourceOf('WEBVTT\n\n00:01.000 --> 00:02.000\nx', 'march/2026.03.01-c17.vtt'))).toMatchObject({ externalId: '2026.03.01-c17', durationMs: 2000, channel: 'phone', rolesSure: false });
  });

  test('only the line above the times is an id; an arrow in the third line begins a block of its own', () => {
    expect(parseWebVtt('WEBVTT\n\na\nb\n00:01.000 --> 00:02.000\nx\n\nc\n00:03.000 --> 00:04.000\ny', 'browser')?.cues.map((cue) => [cue.id, cue.line, cue.text])).toEqual([['', 5, 'x'], ['c', 9, 'y']]);
  });

  test('a NUL becomes the replacement character, as the standard says; other controls vanish', async () => {
    expect(await turnsOf('WEBVTT\n\n00:01.000 --> 00:02.000\na\0b\x07c\n')).toEqual([['Speaker', 'unknown', 1000, 2000, 'a\ufffdbc']]);
  });
});

describeShared('WebVTT on real files', () => {
  test('Teams with names', async () => {
    expect((await importOne(sourceAt(sharedPath('vendor-doc-snippets/teams-content.own-example.vtt')))).turns.map((turn) => [turn.speaker, turn.role, turn.startMs, turn.endMs])).toEqual([
      ['Priya Nair', 'agent', 0, 4210], ['Tom Okafor', 'customer', 4980, 9500], ['Priya Nair', 'agent', 9640, 10_000],
    ]);
  });

  test('Teams with JSON payloads', async () => {
    const call = await importOne(sourceAt(sharedPath('vendor-doc-snippets/teams-metadata.own-example.vtt')));
    expect(call).toMatchObject({ startedAt: '2026-02-03T09:15:00.000Z', language: 'en-us' });
    expect(call.turns.map((turn) => [turn.speaker, turn.startMs, turn.endMs, turn.text])).toEqual([
      ['Priya Nair', 2120, 4870, 'Thanks for calling, this is Priya.'],
      ['Tom Okafor', 5300, 8040, 'Hi, "delivered" is not the word I would use.'],
    ]);
  });
});
