import { strToU8, zipSync } from 'fflate';

/** A Word document with these paragraphs; `|` in a paragraph is a line break. */
export function docxOf(paragraphs: readonly string[]): Uint8Array {
  const run = (text: string) => `<w:r><w:t xml:space="preserve">${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</w:t></w:r>`;
  const body = paragraphs.map((text) => `<w:p>${text.split('|').map(run).join('<w:r><w:br/></w:r>')}</w:p>`).join('');
  const document = `<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`;
  return zipSync({ '[Content_Types].xml': strToU8('<Types/>'), 'word/document.xml': strToU8(document) });
}

const json = (value: unknown) => JSON.stringify(value, null, 1);
const greeting = 'Thank you for calling Northwind, how can I help you?';
const reply = 'My kettle is broken.';
const words = (text: string, startMs: number) => text.split(' ').map((word, index) => ({ word, startMs: startMs + index * 200, endMs: startMs + index * 200 + 150 }));
const seconds = (ms: number) => ms / 1000;

/**
 * The smallest file of each format that holds the same two turns: an agent's greeting from 1,000 ms and a customer's
 * reply from 4,000 ms (where the format has times). Written by hand from the formats' documentation.
 */
export const samples: Record<string, string | Uint8Array> = {
  webvtt: `WEBVTT\n\n00:01.000 --> 00:03.000\n<v Agent>${greeting}</v>\n\n00:04.000 --> 00:05.000\n<v Customer>${reply}</v>\n`,
  srt: `1\n00:00:01,000 --> 00:00:03,000\nAgent: ${greeting}\n\n2\n00:00:04,000 --> 00:00:05,000\nCustomer: ${reply}\n`,
  sbv: `0:00:01.000,0:00:03.000\nAgent: ${greeting}\n\n0:00:04.000,0:00:05.000\nCustomer: ${reply}\n`,
  ttml: `<?xml version="1.0" encoding="UTF-8"?>\n<tt xmlns="http://www.w3.org/ns/ttml" xmlns:ttm="http://www.w3.org/ns/ttml#metadata" xml:lang="en"><head><metadata><ttm:agent xml:id="a"><ttm:name>Agent</ttm:name></ttm:agent><ttm:agent xml:id="c"><ttm:name>Customer</ttm:name></ttm:agent></metadata></head><body><div><p begin="1s" end="3s" ttm:agent="a">${greeting}</p><p begin="00:00:04.000" dur="1s" ttm:agent="c">${reply}</p></div></body></tt>`,
  'whisper-tsv': `start\tend\ttext\n1000\t3000\tAgent: ${greeting}\n4000\t5000\tCustomer: ${reply}\n`,
  'amazon-call-analytics': json({ JobStatus: 'COMPLETED', LanguageCode: 'en-GB', Transcript: [
    { ParticipantRole: 'AGENT', BeginOffsetMillis: 1000, EndOffsetMillis: 3000, Content: greeting, Items: [{ Type: 'pronunciation', Content: 'Thank', BeginOffsetMillis: 1000, EndOffsetMillis: 1100 }] },
    { ParticipantRole: 'CUSTOMER', BeginOffsetMillis: 4000, EndOffsetMillis: 5000, Content: reply, Items: [] }] }),
  'contact-lens-voice': json({ Version: '1.1.0', Channel: 'VOICE', Participants: [{ ParticipantId: 'p1', ParticipantRole: 'AGENT' }, { ParticipantId: 'p2', ParticipantRole: 'CUSTOMER' }], CustomerMetadata: { ContactId: 'contact-9' }, Transcript: [
    { BeginOffsetMillis: 1000, Content: greeting, EndOffsetMillis: 3000, Id: 'same', ParticipantId: 'p1', LoudnessScore: [70] }, { BeginOffsetMillis: 4000, Content: reply, EndOffsetMillis: 5000, Id: 'same', ParticipantId: 'p2' }] }),
  'contact-lens-chat': json({ Channel: 'CHAT', CustomerMetadata: { ContactId: 'contact-8' }, Transcript: [
    { AbsoluteTime: '2026-02-03T09:00:00.000Z', ContentType: 'application/vnd.amazonaws.connect.event.participant.joined', ParticipantRole: 'CUSTOMER', Type: 'EVENT' },
    { AbsoluteTime: '2026-02-03T09:00:01.000Z', Content: greeting, ContentType: 'text/plain', DisplayName: 'Ann', ParticipantRole: 'AGENT', Type: 'MESSAGE' },
    { AbsoluteTime: '2026-02-03T09:00:04.000Z', Content: reply, ContentType: 'text/markdown', DisplayName: 'Bo', ParticipantRole: 'CUSTOMER', Type: 'MESSAGE' }] }),
  'amazon-data-automation': json({ metadata: { semantic_modality: 'AUDIO', duration_millis: 6000, dominant_asset_language: 'EN' },
    audio_items: [{ item_index: 0, content: 'Thank', start_timestamp_millis: 1000, end_timestamp_millis: 1100 }],
    audio_segments: [{ start_timestamp_millis: 1000, end_timestamp_millis: 3000, text: greeting, speaker: { speaker_label: 'spk_0' }, channel: { channel_label: 'ch_0' }, audio_item_indices: [0] },
      { start_timestamp_millis: 4000, end_timestamp_millis: 5000, text: reply, speaker: { speaker_label: 'spk_1' }, channel: { channel_label: 'ch_1' }, audio_item_indices: [] }] }),
  'harper-valley-transcript': json([{ channel_index: 2, speaker_role: 'agent', human_transcript: greeting, transcript: greeting, offset_ms: 1000, start_ms: 10, duration_ms: 2000, start_timestamp_ms: 1_770_109_201_000, word_offsets_ms: [0], word_durations_ms: [90] },
    { channel_index: 1, speaker_role: 'caller', human_transcript: reply, transcript: reply, offset_ms: 4000, start_ms: 4000, duration_ms: 1000, start_timestamp_ms: 1_770_109_204_000, word_offsets_ms: [], word_durations_ms: [], emotion: { neutral: 1 } }]),
  'harper-valley-metadata': json({ sid: 's9', session: 'one', start_time_ms: 1_770_109_200_000, end_time_ms: 1_770_109_206_000, agent: { speaker_id: 1, metadata: { agent_name: 'Ann' } }, caller: { speaker_id: 2, metadata: { 'first and last name': 'Bo' }, survey_response: { data: { partner_rating: '9' } } }, tasks: [{ task_type: 'report' }] }),
  'genesys-cloud': json({ conversationId: 'g-1', mediaType: 'call', conversationStartTime: 1_770_109_200_000, duration: { totalMilliseconds: 6000 }, transcripts: [{ language: 'en-us', phrases: [
    { text: greeting.toLowerCase(), decoratedText: greeting, startTimeMs: 1_770_109_201_000, duration: { milliseconds: 2000 }, participantPurpose: 'internal', words: [{ word: 'Thank', startTimeMs: 1_770_109_201_000, duration: { milliseconds: 100 } }] },
    { text: reply, startTimeMs: 1_770_109_204_000, duration: { milliseconds: 1000 }, participantPurpose: 'external', words: [] }] }] }),
  'azure-speech': json({ source: 'https://example.net/audio/call-5.wav?sig=x', durationInTicks: 60_000_000, combinedRecognizedPhrases: [{ channel: 0, display: `${greeting} ${reply}` }], recognizedPhrases: [
    { recognitionStatus: 'Success', channel: 0, offsetInTicks: 10_000_000, durationInTicks: 20_000_000, nBest: [{ display: greeting, words: [{ word: 'Thank', offsetInTicks: 10_000_000, durationInTicks: 1_000_000 }] }] },
    { recognitionStatus: 'Success', channel: 1, offset: 'PT4S', duration: 'PT1S', nBest: [{ display: reply }] }, { recognitionStatus: 'Failure', channel: 1, nBest: [] }] }),
  'azure-conversation': json({ conversations: [{ id: 'conv-3', language: 'en', modality: 'transcript', conversationItems: [
    { id: '1', participantId: 'Agent_1', role: 'Agent', text: greeting, audioTimings: [{ word: 'Thank', offset: 10_000_000, duration: 20_000_000 }] },
    { id: '2', participantId: 'Customer_1', role: 'Customer', text: reply, conversationItemLevelTiming: { offset: 40_000_000, duration: 10_000_000 } }] }] }),
  'google-ccai': json({ entries: [{ start_timestamp_usec: 1_770_109_200_000_000, text: greeting, role: 'AGENT', user_id: 1 }, { start_timestamp_usec: 1_770_109_203_000_000, text: reply, role: 'CUSTOMER', user_id: 2 }] }),
  deepgram: json({ metadata: { duration: 6 }, results: { channels: [{ alternatives: [{ transcript: `${greeting} ${reply}`, words: [] }] }], utterances: [
    { start: 1, end: 3, channel: 0, transcript: greeting, speaker: 0, words: [{ word: 'thank', punctuated_word: 'Thank', start: 1, end: 1.1 }] }, { start: 4, end: 5, channel: 0, transcript: reply, speaker: 1, words: [] }] } }),
  assemblyai: json({ id: 'x', language_model: 'm', status: 'completed', text: `${greeting} ${reply}`, audio_duration: 6, utterances: [
    { start: 1000, end: 3000, speaker: 'A', text: greeting, words: [{ text: 'Thank', start: 1000, end: 1100 }] }, { start: 4000, end: 5000, speaker: 'B', text: reply, words: [] }] }),
  speechmatics: json({ format: '2.9', job: { duration: 6, data_name: 'call-6.wav' }, metadata: { transcription_config: { language: 'en' } }, results: [
    ...words(greeting, 1000).map(({ word, startMs, endMs }) => ({ type: 'word', start_time: seconds(startMs), end_time: seconds(endMs), alternatives: [{ content: word, speaker: 'S1' }] })),
    ...words(reply, 4000).map(({ word, startMs, endMs }) => ({ type: 'word', start_time: seconds(startMs), end_time: seconds(endMs), alternatives: [{ content: word, speaker: 'S2' }] }))] }),
  rev: json({ monologues: [{ speaker: 0, elements: words(greeting, 1000).flatMap(({ word, startMs, endMs }) => [{ type: 'text', value: word, ts: seconds(startMs), end_ts: seconds(endMs) }, { type: 'punct', value: ' ' }]) },
    { speaker: 1, elements: words(reply, 4000).map(({ word, startMs, endMs }) => ({ type: 'text', value: word, ts: seconds(startMs), end_ts: seconds(endMs) })) }] }),
  'ibm-watson': json({ result_index: 0, results: [greeting, reply].map((text, index) => ({ final: true, alternatives: [{ transcript: text, timestamps: words(text, index === 0 ? 1000 : 4000).map(({ word, startMs, endMs }) => [word, seconds(startMs), seconds(endMs)]) }] })),
    speaker_labels: [...words(greeting, 1000).map(({ startMs, endMs }) => ({ from: seconds(startMs), to: seconds(endMs), speaker: 0 })), ...words(reply, 4000).map(({ startMs, endMs }) => ({ from: seconds(startMs), to: seconds(endMs), speaker: 1 }))] }),
  'google-speech-to-text': json({ results: [{ alternatives: [{ transcript: greeting, words: [] }], languageCode: 'en-gb' }, { alternatives: [{ transcript: reply, words: [
    ...words(greeting, 1000).map(({ word, startMs, endMs }) => ({ startTime: `${seconds(startMs)}s`, endTime: `${seconds(endMs)}s`, word, speakerTag: 1 })),
    ...words(reply, 4000).map(({ word, startMs, endMs }) => ({ startTime: { seconds: String(Math.floor(startMs / 1000)), nanos: (startMs % 1000) * 1e6 }, endTime: `${seconds(endMs)}s`, word, speakerTag: 2 }))] }] }] }),
  'amazon-transcribe': json({ jobName: 'call-7', results: { transcripts: [{ transcript: `${greeting} ${reply}` }], items: [
    ...words(greeting.slice(0, -1), 1000).map(({ word, startMs, endMs }) => ({ type: 'pronunciation', start_time: String(seconds(startMs)), end_time: String(seconds(endMs)), alternatives: [{ content: word, confidence: '0.9' }], speaker_label: 'spk_0' })),
    { type: 'punctuation', alternatives: [{ content: '?' }] },
    ...words(reply, 4000).map(({ word, startMs, endMs }) => ({ type: 'pronunciation', start_time: String(seconds(startMs)), end_time: String(seconds(endMs)), alternatives: [{ content: word }], speaker_label: 'spk_1' }))] } }),
  'bbc-kaldi': json({ action: 'audio-transcribe', retval: { words: [...words(greeting, 1000), ...words(reply, 4000)].map(({ word, startMs, endMs }) => ({ word: word.toLowerCase(), punct: word, start: seconds(startMs), end: seconds(endMs) })),
    segmentation: { segments: [{ start: 0.5, duration: 3, speaker: { '@id': 'S1' } }, { start: 3.8, duration: 3, speaker: { '@id': 'S2' } }] } } }),
  'digital-paper-edit': json({ words: [...words(greeting, 1000), ...words(reply, 4000)].map(({ word, startMs, endMs }, id) => ({ id, start: seconds(startMs), end: seconds(endMs), text: word })), paragraphs: [{ id: 0, start: 1, end: 3, speaker: 'S1' }, { id: 1, start: 4, end: 5, speaker: 'S2' }] }),
  pocketsphinx: json([words(greeting, 1000), words(reply, 4000)].map((stretch) => stretch.map(({ word, startMs, endMs }, id) => ({ text: word, start: seconds(startMs), end: seconds(endMs), accuracy: 0.5, id })))),
  'abcd-chat': json([{ convo_id: 77, scenario: { personal: { username: 'bo1', customer_name: 'bo' }, flow: 'product_defect', subflow: 'return' }, original: [['agent', greeting], ['customer', reply], ['action', 'Account has been pulled up.']], delexed: [] }]),
  'whisper-cpp': json({ result: { language: 'en' }, transcription: [{ timestamps: { from: '00:00:01,000', to: '00:00:03,000' }, offsets: { from: 1000, to: 3000 }, text: ` ${greeting}`, speaker: '0' }, { timestamps: {}, offsets: { from: 4000, to: 5000 }, text: `(speaker 1) ${reply}` }] }),
  whisper: json({ text: `${greeting} ${reply}`, language: 'en', segments: [{ id: 0, seek: 0, start: 1, end: 3, text: ` ${greeting}`, speaker: 'SPEAKER_00', words: [{ word: 'Thank', start: 1, end: 1.1, score: 0.9 }] }, { id: 1, start: 4, end: 5, text: ` ${reply}`, speaker: 'SPEAKER_01', words: [{ word: 'My' }] }] }),
  'praat-textgrid': `File type = "ooTextFile"\nObject class = "TextGrid"\n\nxmin = 0 \nxmax = 6 \ntiers? <exists> \nsize = 2 \nitem []: \n    item [1]:\n        class = "IntervalTier" \n        name = "Agent" \n        xmin = 0 \n        xmax = 6 \n        intervals: size = 2 \n        intervals [1]:\n            xmin = 0 \n            xmax = 1 \n            text = "" \n        intervals [2]:\n            xmin = 1 \n            xmax = 3 \n            text = "${greeting}" \n    item [2]:\n        class = "IntervalTier" \n        name = "Customer" \n        xmin = 0 \n        xmax = 6 \n        intervals: size = 1 \n        intervals [1]:\n            xmin = 4 \n            xmax = 5 \n            text = "${reply}" \n`,
  elan: `<?xml version="1.0" encoding="UTF-8"?>\n<ANNOTATION_DOCUMENT AUTHOR="" FORMAT="3.0"><HEADER TIME_UNITS="milliseconds"/><TIME_ORDER><TIME_SLOT TIME_SLOT_ID="t1" TIME_VALUE="1000"/><TIME_SLOT TIME_SLOT_ID="t2" TIME_VALUE="3000"/><TIME_SLOT TIME_SLOT_ID="t3" TIME_VALUE="4000"/><TIME_SLOT TIME_SLOT_ID="t4"/></TIME_ORDER><TIER TIER_ID="T1" PARTICIPANT="Agent"><ANNOTATION><ALIGNABLE_ANNOTATION ANNOTATION_ID="a1" TIME_SLOT_REF1="t1" TIME_SLOT_REF2="t2"><ANNOTATION_VALUE>${greeting}</ANNOTATION_VALUE></ALIGNABLE_ANNOTATION></ANNOTATION></TIER><TIER TIER_ID="Customer"><ANNOTATION><ALIGNABLE_ANNOTATION ANNOTATION_ID="a2" TIME_SLOT_REF1="t3" TIME_SLOT_REF2="t4"><ANNOTATION_VALUE>${reply}</ANNOTATION_VALUE></ALIGNABLE_ANNOTATION></ANNOTATION></TIER><TIER TIER_ID="gloss" PARENT_REF="T1"><ANNOTATION><REF_ANNOTATION ANNOTATION_ID="a3" ANNOTATION_REF="a1"><ANNOTATION_VALUE>a note</ANNOTATION_VALUE></REF_ANNOTATION></ANNOTATION></TIER></ANNOTATION_DOCUMENT>`,
  eml: `From: "Bo Hu" <bo@example.com>\r\nTo: support@northwind.example\r\nSubject: =?utf-8?Q?Kettle_=E2=80=93_broken?=\r\nDate: Tue, 03 Feb 2026 09:00:04 +0000\r\nMessage-ID: <m1@example.com>\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n${reply}\r\n\r\nOn Mon, 2 Feb 2026, Northwind wrote:\r\n> Hello\r\n`,
  mbox: `From bo@example.com Tue Feb  3 09:00:04 2026\nFrom: Bo <bo@example.com>\nTo: support@northwind.example\nSubject: Kettle\nDate: Tue, 03 Feb 2026 09:00:00 +0000\nMessage-ID: <m1@example.com>\n\n${reply}\n>From the shop on Mill Road.\n\nFrom support@northwind.example Tue Feb  3 10:00:04 2026\nFrom: Northwind <support@northwind.example>\nTo: Bo <bo@example.com>\nSubject: Re: Kettle\nDate: Tue, 03 Feb 2026 10:00:00 +0000\nMessage-ID: <m2@northwind.example>\nIn-Reply-To: <m1@example.com>\n\nWe will send a new one.\n`,
  'word-transcript': docxOf(['Northwind call', 'February 3, 2026, 9:00AM', `Agent Ann   0:01|${greeting}`, `Bo Hu   0:04|${reply}`]),
  'labelled-text': `[00:01] Agent: ${greeting}\n[00:04] Customer: ${reply}\n`,
};
