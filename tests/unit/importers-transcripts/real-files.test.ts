import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { ParsedInteraction } from '#engine/importers/importer.ts';
import { detectTranscript, explainUnknown, readHead } from '#engine/importers/transcripts/detect.ts';
import { importDetected, importOne, sourceAt } from './source-file.ts';
import { describeShared, sharedPath } from './shared-data.ts';

const read = (path: string) => importDetected(sourceAt(sharedPath(path)));
const one = (path: string) => importOne(sourceAt(sharedPath(path)));
const jsonAt = <T>(path: string): T => JSON.parse(readFileSync(sharedPath(path), 'utf8')) as T;
const wordsOf = (record: ParsedInteraction) => record.turns.flatMap((turn) => (turn.words ?? []).map(([start, end, from, to]) => [start, end, turn.text.slice(from, to)]));
const ms = (seconds: number | string) => Math.round(Number(seconds) * 1000);

describeShared('Contact Lens, real files', () => {
  type Turn = { BeginOffsetMillis: number; EndOffsetMillis: number; Content: string; ParticipantId: string; Type?: string; AbsoluteTime: string; ParticipantRole?: string };

  test('voice: 10 turns although every turn has the same Id; the vendor’s figures agree with the turns', async () => {
    const path = 'vendor-amazon-contact-lens/contact-lens-voice-redacted.json';
    const { importer, records } = await read(path);
    const source = jsonAt<{ Transcript: Turn[] }>(path).Transcript;
    const [record] = records;
    expect(importer).toBe('contact-lens-voice');
    expect(record?.turns.map(({ role, startMs, endMs, text }) => ({ role, startMs, endMs, text }))).toEqual(source.map((turn) => ({ role: turn.ParticipantId.toLowerCase(), startMs: turn.BeginOffsetMillis, endMs: turn.EndOffsetMillis, text: turn.Content })));
    expect(record?.facts).toMatchObject({ agentTalkMs: 15_079, customerTalkMs: 13_619, talkMs: 28_698, nonTalkMs: 0, interruptions: 0, agentWordsPerMinute: 239, customerWordsPerMinute: 163, customerSentiment: 3.1, agentSentiment: 0 });
    const own = (role: string) => record?.turns.filter((turn) => turn.role === role) ?? [];
    const talk = (role: string) => own(role).reduce((sum, turn) => sum + (turn.endMs ?? 0) - (turn.startMs ?? 0), 0);
    const words = (role: string) => own(role).reduce((sum, turn) => sum + turn.text.split(/\s+/).length, 0);
    expect([Math.round((words('agent') * 60_000) / 15_079), Math.round((words('customer') * 60_000) / 13_619)]).toEqual([239, 163]);
    expect([talk('agent') >= 15_079 - 60, talk('customer') >= 13_619 - 60]).toEqual([true, true]);
  });

  test('chat: 31 messages are turns, 4 events are facts', async () => {
    const path = 'vendor-amazon-contact-lens/contact-lens-chat.json';
    const { importer, records } = await read(path);
    const messages = jsonAt<{ Transcript: Turn[] }>(path).Transcript.filter((item) => item.Type === 'MESSAGE');
    expect([importer, messages.length]).toEqual(['contact-lens-chat', 31]);
    expect(records[0]?.turns.map((turn) => [turn.role, turn.text, turn.startMs])).toEqual(messages.map((item) => [item.ParticipantRole?.toLowerCase(), item.Content, Date.parse(item.AbsoluteTime) - Date.parse('2022-10-27T03:31:50.735Z')]));
    expect(records[0]).toMatchObject({ externalId: 'b49644f6-672f-445c-b209-f76b36482830', channel: 'chat', startedAt: '2022-10-27T03:31:50.735Z', rolesSure: true, facts: { agentGreetingMs: 2511, categories: ['agent-intro'] } });
    expect(records[0]?.facts?.['events']).toHaveLength(4);
  });

  test('the invalid one is refused with line and column, nothing is half imported', async () => {
    await expect(read('vendor-amazon-contact-lens/contact-lens-voice-invalid.json.txt')).rejects.toMatchObject({ problem: { code: 'JSON_INVALID', row: 297, column: '1', found: '"}"' } });
  });
});

describeShared('recognisers, real files', () => {
  test('Deepgram: utterances with and without speakers, each word once', async () => {
    type Deepgram = { results: { utterances: { start: number; end: number; transcript: string; speaker?: number; words: { punctuated_word: string; start: number; end: number }[] }[] } };
    for (const [name, turns, words] of [['dg_speakers', 22, 226], ['dg_utterances', 6, 62]] as const) {
      const path = `vendor-deepgram-assemblyai-whisper/${name}.json`;
      const record = await one(path);
      const { utterances } = jsonAt<Deepgram>(path).results;
      expect(record.turns.map((turn) => [turn.speaker, turn.startMs, turn.endMs, turn.text])).toEqual(utterances.map((said) => [said.speaker === undefined ? 'Speaker' : `Speaker ${said.speaker}`, ms(said.start), ms(said.end), said.transcript]));
      expect(wordsOf(record)).toEqual(utterances.flatMap((said) => said.words.map((word) => [ms(word.start), ms(word.end), word.punctuated_word])));
      expect([record.turns.length, wordsOf(record).length, record.rolesSure]).toEqual([turns, words, false]);
    }
    expect((await one('vendor-deepgram-assemblyai-whisper/dg_speakers.json')).durationMs).toBe(169_802);
  });

  test('AssemblyAI, both generations', async () => {
    const second = await one('vendor-deepgram-assemblyai-whisper/assemblyai_utterances.json');
    expect(second).toMatchObject({ durationMs: 25_000, language: 'en', turns: [{ speaker: 'Speaker A', startMs: 170, endMs: 25_140 }] });
    expect(wordsOf(second)).toHaveLength(60);
    const first = await one('vendor-stt-bbc-dpe-electron/assemblyai-v1.sample.json');
    type Word = { text: string; start: number; end: number };
    expect(wordsOf(first)).toEqual(jsonAt<{ words: Word[] }>('vendor-stt-bbc-dpe-electron/assemblyai-v1.sample.json').words.map((word) => [word.start, word.end, word.text]));
  });

  test('whisper-timestamped: 4 segments without their leading blanks, every word placed', async () => {
    type Whisper = { segments: { start: number; end: number; text: string; words: { text: string; start: number; end: number }[] }[] };
    const path = 'vendor-deepgram-assemblyai-whisper/whisper_timestamped.json';
    const record = await one(path);
    const { segments } = jsonAt<Whisper>(path);
    expect(record.turns.map((turn) => [turn.startMs, turn.endMs, turn.text])).toEqual(segments.map((segment) => [ms(segment.start), ms(segment.end), segment.text.trim()]));
    expect(wordsOf(record)).toEqual(segments.flatMap((segment) => segment.words.map((word) => [ms(word.start), ms(word.end), word.text])));
  });

  test('Speechmatics 1.0: numbers as text, punctuation joined to its word', async () => {
    type Speechmatics = { words: { name: string; time: string; duration: string }[] };
    const path = 'vendor-stt-bbc-dpe-electron/speechmatics-short.sample.json';
    const record = await one(path);
    const spoken = jsonAt<Speechmatics>(path).words.filter((word) => /[\p{L}\p{N}]/u.test(word.name));
    expect(record).toMatchObject({ externalId: 'The Putin Files - Julia Ioffe - 1 min', durationMs: 62_000, language: 'en' });
    expect(wordsOf(record)).toEqual(spoken.map((word) => [ms(word.time), ms(word.time) + ms(word.duration), word.name]));
    expect(record.turns.map((turn) => turn.text).join(' ')).not.toMatch(/\s[.,?!]/);
    expect(new Set(record.turns.map((turn) => turn.speaker))).toEqual(new Set(['F1']));
  });

  test('PocketSphinx: 5 stretches of 22, 31, 12, 73 and 9 words', async () => {
    expect((await one('vendor-stt-bbc-dpe-electron/pocketsphinx.sample.json')).turns.map((turn) => [turn.startMs, turn.endMs, turn.words?.length])).toEqual([[970, 8440, 22], [10_070, 20_870, 31], [21_600, 27_440, 12], [28_860, 56_550, 73], [57_840, 61_650, 9]]);
  });

  test('Amazon Transcribe: speakers by segment, segments without a label or words are nothing', async () => {
    const record = await one('vendor-stt-bbc-adapters/amazon-transcribe-speaker-labels.excerpt.json');
    expect(record.externalId).toBe('todayinfocus_sample');
    expect(record.turns.map((turn) => [turn.speaker, turn.startMs, turn.endMs, turn.words?.length])).toEqual([['spk_0', 5240, 18_250, 33], ['spk_1', 27_970, 29_800, 7]]);
    expect(record.turns[0]?.text).toContain('related disasters. Toe ever hit the Southern Hemisphere on DH');
  });

  test('Google: plain results are turns; diarized, the last list is the transcript and nothing is said twice', async () => {
    const plain = await one('vendor-stt-bbc-adapters/google-stt-plain.excerpt.json');
    expect([plain.turns.length, wordsOf(plain).length, plain.turns[0]?.startMs]).toEqual([3, 116, 12_900]);
    const spoken = await one('vendor-stt-bbc-adapters/google-stt-diarization.excerpt.json');
    expect([wordsOf(spoken).length, new Set(spoken.turns.map((turn) => turn.speaker)), spoken.language]).toEqual([116, new Set(['Speaker 2']), 'en-us']);
    expect(spoken.turns.map((turn) => turn.text).join(' ').match(/upside down/g)).toHaveLength(2);
  });

  test('IBM Watson: 132 words joined to their speaker by time', async () => {
    const record = await one('vendor-stt-bbc-adapters/ibm-watson.excerpt.json');
    expect([record.turns.length, wordsOf(record).length, record.turns[0]?.speaker, record.turns[0]?.startMs, record.turns[0]?.endMs]).toEqual([5, 132, 'Speaker 1', 13_040, 19_520]);
    expect(record.turns[0]?.text).toBe('there is a day about ten years ago when I asked a friend to hold a baby dinosaur robot upside down');
  });

  test('Kaldi: 90 words with punctuation, speakers from the segments', async () => {
    const record = await one('vendor-stt-bbc-adapters/bbc-kaldi-speaker-segments.excerpt.json');
    expect([wordsOf(record).length, record.turns[0]?.speaker, record.turns[0]?.startMs, record.turns[0]?.endMs]).toEqual([90, 'S12', 13_020, 19_580]);
    expect(record.turns[0]?.text).toMatch(/^There is a day\. About ten years ago/);
  });

  test('Digital Paper Edit: 4 paragraphs, 173 words', async () => {
    const record = await one('vendor-stt-bbc-adapters/digital-paper-edit.excerpt.json');
    expect(record.turns.map((turn) => [turn.speaker, turn.startMs, turn.endMs])).toEqual([['F_S12', 13_020, 23_820], ['F_S12', 46_900, 52_310], ['F_S10', 55_220, 63_730], ['F_S10', 64_730, 109_810]]);
    expect(wordsOf(record)).toHaveLength(173);
  });

  test('Bedrock Data Automation: 51 segments, roles by wording', async () => {
    type Automation = { audio_segments: { text: string; start_timestamp_millis: number; end_timestamp_millis: number; speaker: { speaker_label: string } }[] };
    const path = 'vendor-amazon-transcribe-call-analytics/bda-standard.json';
    const record = await one(path);
    const segments = jsonAt<Automation>(path).audio_segments;
    expect(record.turns.map((turn) => [turn.speaker, turn.startMs, turn.endMs, turn.text])).toEqual(segments.map((segment) => [segment.speaker.speaker_label, segment.start_timestamp_millis, segment.end_timestamp_millis, segment.text]));
    expect([record.durationMs, record.rolesSure, wordsOf(record).length, record.turns.find((turn) => turn.speaker === 'spk_1')?.role]).toEqual([273_160, true, 737, 'agent']);
  });
});

describeShared('other transcripts, real files', () => {
  test('Rev: object, captions and text say the same', async () => {
    const [object, captions, text] = await Promise.all(['rev-transcript-object.json', 'rev-captions.srt', 'rev-transcript.txt'].map((name) => one(`vendor-doc-snippets/${name}`)));
    expect([object, captions, text].map((record) => record?.turns.map((turn) => turn.text))).toEqual([['Hello World.'], ['Hello World.'], ['Hello World.']]);
    expect(object?.turns[0]).toMatchObject({ speaker: 'Speaker 1', startMs: 500, endMs: 2850, words: [[500, 1500, 0, 5], [1750, 2850, 6, 11]] });
  });

  test('Google CCAI: 14 entries, roles, microseconds', async () => {
    const record = await one('vendor-doc-snippets/google-ccai-conversation.json');
    expect(record).toMatchObject({ channel: 'chat', startedAt: '2023-02-01T05:49:41.000Z', durationMs: 195_000, rolesSure: true });
    expect(record.turns.map((turn) => [turn.role, turn.startMs])).toEqual(Array.from({ length: 14 }, (_, index) => [index % 2 === 0 ? 'agent' : 'customer', index * 15_000]));
  });

  test('ABCD: three chats, actions are the system’s', async () => {
    const { records } = await read('abcd/abcd_sample.json');
    type Chat = { convo_id: number; original: [string, string][]; scenario: { subflow: string; personal: { username: string } } };
    const chats = jsonAt<Chat[]>('abcd/abcd_sample.json');
    expect(records.map((record) => [record.externalId, record.reason, record.rolesSure])).toEqual(chats.map((chat) => [String(chat.convo_id), chat.scenario.subflow, true]));
    expect(records.map((record) => record.turns.map((turn) => [turn.role, turn.text]))).toEqual(chats.map((chat) => chat.original.map(([speaker, text]) => [speaker === 'action' ? 'system' : speaker, text.trim()])));
  });

  test('TTML: 15 captions, breaks within', async () => {
    const record = await one('vendor-stt-bbc-adapters/subtitles-ttml.excerpt.xml');
    expect([record.turns.length, record.turns[2]]).toEqual([15, { speaker: 'Speaker', role: 'unknown', startMs: 16_280, endMs: 19_580, text: 'friend to hold a baby dinosaur\nrobot upside down.' }]);
  });

  test('SRT and SBV of the same captions give the same turns; other subtitle formats are named', async () => {
    const [srt, sbv] = [await one('conformance-subtitles-subsrt/sample.srt'), await one('conformance-subtitles-subsrt/sample.sbv')];
    const rows = (record: ParsedInteraction) => record.turns.map((turn) => [turn.speaker, turn.role, turn.startMs, turn.endMs, turn.text.replaceAll('\n', ' ')]);
    expect(rows(sbv)).toEqual(rows(srt));
    expect(rows(srt).map(([speaker, , start]) => [speaker, start])).toEqual([['ALICE', 599], ['JOHN', 4160], ['ALICE', 6770], ['Sound', 10_880], ['ALICE', 16_700]]);
    for (const name of ['ass', 'ssa', 'smi', 'sub', 'lrc']) {
      const source = sourceAt(sharedPath(`conformance-subtitles-subsrt/sample.${name}`));
      const head = await readHead(source);
      expect([name, detectTranscript(head), (await explainUnknown(source, head, new AbortController().signal)).code]).toEqual([name, null, 'FILE_KIND_NOT_SUPPORTED']);
    }
  });
});

describeShared('what is no transcript, real files', () => {
  test.each([
    'README.md', 'abcd/LICENSE', 'abcd/guidelines.json', 'abcd/kb.json', 'abcd/ontology.json', 'banking77/train.csv', 'clinc150/train_val.json', 'multidogo/airline/train.tsv', 'naughty-strings/blns.json',
    'presidio-research/synth_dataset_v2.even.json', 'qualtrics-exports/PROVENANCE.md', 'refi-qda-sky-loom/Project.qde', 'refi-qda-sky-loom/TestProject.qdpx', 'telco-churn/Telco-Customer-Churn.csv', 'vader/vader_lexicon.txt',
    'vendor-amazon-transcribe-call-analytics/bda-custom.json', 'xlsx-readxl/deaths.xlsx', 'vader/engine-sentences.json', 'surveymonkey-exports/thanksgiving-2015/thanksgiving-2015-poll-data.csv', 'audio-aws-pca/Auto0_GUID_000_AGENT_ChrisL_DT_2025-02-19T06-01-22_Mono.wav',
  ])('%s is nobody’s', async (path) => {
    expect(detectTranscript(await readHead(sourceAt(sharedPath(path))))).toBeNull();
  });
});
