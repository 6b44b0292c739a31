/**
 * The other shapes that vendors write: what an account's settings, an older version or a part of the service leaves out or adds.
 * Written by hand from the formats' documentation; `turns` is what a reader makes of each: [speaker, start, words].
 */
export type JsonVariant = { readonly id: string; readonly what: string; readonly document: unknown; readonly turns: readonly (readonly [string, number | null, string])[]; readonly about?: object };

const segment = (id: string, text: string, startMs: number) => ({ id, Content: text, BeginOffsetMillis: startMs, EndOffsetMillis: startMs + 900 });

export const jsonVariants: readonly JsonVariant[] = [
  {
    id: 'deepgram', what: 'a channel a side, two voices on one, without utterances',
    document: { metadata: { duration: 9 }, results: { channels: [
      { detected_language: 'en', alternatives: [{ words: [{ word: 'hello', punctuated_word: 'Hello.', start: 1, end: 1.2, speaker: 0 }, { word: 'me', start: 2, end: 2.2, speaker: 1 }] }] },
      { alternatives: [{ transcript: 'Good day.' }] },
    ] } },
    turns: [['Channel 0', 1000, 'Hello.'], ['Channel 0 speaker 1', 2000, 'me'], ['Channel 1', null, 'Good day.']], about: { language: 'en', durationMs: 9000 },
  },
  {
    id: 'deepgram', what: 'paragraphs of one channel',
    document: { results: { channels: [{ alternatives: [{ paragraphs: { paragraphs: [{ speaker: 0, start: 1, end: 2, sentences: [{ text: 'One.' }, { text: 'Two.' }] }, { speaker: 1, start: 3, end: 4, sentences: [{ text: 'Three.' }] }] } }] }] } },
    turns: [['Speaker 0', 1000, 'One. Two.'], ['Speaker 1', 3000, 'Three.']],
  },
  {
    id: 'deepgram', what: 'utterances of two channels',
    document: { results: { channels: [{ alternatives: [{}] }, { alternatives: [{}] }], utterances: [{ channel: 0, start: 0, end: 1, transcript: 'Hi.' }, { channel: 1, speaker: 2, start: 2, end: 3, transcript: 'Hello.' }] } },
    turns: [['Channel 0', 0, 'Hi.'], ['Channel 1 speaker 2', 2000, 'Hello.']],
  },
  {
    id: 'speechmatics', what: 'version 1: numbers as text, speakers apart, marks as words',
    document: { job: { name: 'call-1.mp3', lang: 'en', duration: '8' }, speakers: [{ time: '0.5', name: 'M1' }, { time: '4', name: 'F1' }], words: [
      { name: 'Yes', time: '1.0', duration: '0.3' }, { name: '.', time: '1.3', duration: '2' }, { name: 'No', time: '4.2', duration: '0.2' },
    ] },
    turns: [['M1', 1000, 'Yes.'], ['F1', 4200, 'No']], about: { externalId: 'call-1', language: 'en', durationMs: 8000 },
  },
  {
    id: 'speechmatics', what: 'a channel a side, an unknown voice, a mark that belongs to the next word',
    document: { results: [
      { type: 'word', start_time: 1, end_time: 1.2, channel: 'left', alternatives: [{ content: 'So', speaker: 'S1' }] },
      { type: 'punctuation', start_time: 1.2, end_time: 1.2, channel: 'left', attaches_to: 'next', alternatives: [{ content: '¿' }] },
      { type: 'word', start_time: 2, end_time: 2.2, channel: 'right', alternatives: [{ content: 'Well', speaker: 'UU' }] },
      { type: 'word', start_time: 5, end_time: 5.2, alternatives: [{ content: 'alone', speaker: 'UU' }] },
    ] },
    turns: [['left', 1000, 'So ¿'], ['right', 2000, 'Well'], ['Speaker', 5000, 'alone']],
  },
  {
    id: 'google-speech-to-text', what: 'a channel a side; results with their end, without words',
    document: { response: { results: [
      { channelTag: 1, resultEndTime: '2.5s', alternatives: [{ transcript: 'Hello there.' }] }, { channelTag: 0, alternatives: [{ transcript: 'Middle.', words: [{ word: 'Middle.', startOffset: { nanos: 500_000_000 }, endOffset: { seconds: 1 } }] }] },
      { channelTag: 2, resultEndOffset: 7, alternatives: [{ transcript: 'Good day.', words: [{ word: 'Good', endTime: '6s' }, { word: 'day.', startTime: 6, endTime: 7 }] }] },
    ] } },
    turns: [['Channel 1', null, 'Hello there.'], ['Speaker', 500, 'Middle.'], ['Channel 2', 0, 'Good day.']],
  },
  {
    id: 'google-speech-to-text', what: 'voices by label, as version 2 names them',
    document: { results: [{ alternatives: [{ transcript: 'a b', words: [{ word: 'a', startOffset: '1s', endOffset: '1.5s', speakerLabel: '1' }, { word: 'b', startOffset: '2s', endOffset: '2.5s', speakerLabel: '2' }] }] }] },
    turns: [['Speaker 1', 1000, 'a'], ['Speaker 2', 2000, 'b']],
  },
  {
    id: 'azure-speech', what: 'fast transcription: milliseconds, its own names',
    document: { durationMilliseconds: 5000, combinedPhrases: [{ text: 'Hello. Yes.' }], phrases: [
      { offsetMilliseconds: 500, durationMilliseconds: 800, text: 'Hello.', locale: 'en-GB', speaker: 1, words: [{ text: 'Hello.', offsetMilliseconds: 500, durationMilliseconds: 700 }] },
      { channel: 1, offset: 'PT1M2.5S', duration: 'soon', nBest: [{ lexical: 'yes', words: [{ word: 'yes', offset: 'PT1M2.5S' }] }] },
    ] },
    turns: [['Speaker 1', 500, 'Hello.'], ['Channel 1', 62_500, 'yes']], about: { language: 'en-GB', durationMs: 5000 },
  },
  {
    id: 'azure-conversation', what: 'two conversations of one analysis, one of them written',
    document: { analysisInput: { conversations: [
      { id: '1', modality: 'text', conversationItems: [{ participantId: 'p1', role: 'customer', text: 'Hi.' }, { participantId: '2', role: 'Manager', itn: 'call me at 5', lexical: 'call me at five' }] },
      { modality: 'transcript', conversationItems: [{ participantId: 'p1', lexical: 'yes', wordLevelTimings: [{ word: 'yes', offset: 10_000_000 }] }] },
    ] } },
    turns: [['p1', null, 'Hi.'], ['Speaker 2', null, 'call me at 5'], ['p1', 1000, 'yes']], about: { externalId: 'call', channel: 'chat' },
  },
  {
    id: 'genesys-cloud', what: 'phrases alone, of a robot, a queue and somebody new',
    document: { communicationId: 'c', mediaType: 'Webmessaging', startTime: 1_770_109_200_000, duration: 4000, phrases: [
      { participantPurpose: 'botflow', text: 'Hello.', startTimeMs: 1_770_109_200_500, duration: { milliseconds: 400 }, decoratedWords: [{ word: 'Hello.', startTimeMs: 1_770_109_200_500, duration: 400 }] },
      { participantPurpose: 'acd', text: 'Wait.', startTimeMs: 1_770_109_202_000 }, { participantPurpose: 'oracle', text: 'Soon.' },
    ] },
    turns: [['Bot', 500, 'Hello.'], ['Queue', 2000, 'Wait.'], ['oracle', null, 'Soon.']], about: { channel: 'chat', durationMs: 4000, startedAt: '2026-02-03T09:00:00.000Z' },
  },
  {
    id: 'genesys-cloud', what: 'without a clock',
    document: { conversationId: 'g', mediaType: 'fax', phrases: [{ text: 'Only words.' }] },
    turns: [['Speaker', null, 'Only words.']], about: { externalId: 'g', channel: 'phone' },
  },
  {
    id: 'assemblyai', what: 'words of two channels', document: { status: 'completed', audio_url: 'x', words: [{ text: 'Hi.', start: 1000, end: 1200, channel: '1' }, { text: 'Yes.', start: 2000, end: 2100, channel: '2' }] },
    turns: [['Channel 1', 1000, 'Hi.'], ['Channel 2', 2000, 'Yes.']],
  },
  {
    id: 'amazon-transcribe', what: 'words without a label, named by the list of speakers',
    document: { jobName: 'j', results: { language_code: 'en-US', speaker_labels: { segments: [{ speaker_label: 'spk_3', items: [{ start_time: '1.0' }, {}] }, { items: [{ start_time: '9' }] }] },
      items: [{ type: 'pronunciation', start_time: '1.0', end_time: '1.4', alternatives: [{ content: 'Hello' }] }, { type: 'punctuation', alternatives: [{ content: '.' }] }] } },
    turns: [['spk_3', 1000, 'Hello.']], about: { language: 'en-US' },
  },
  { id: 'amazon-transcribe', what: 'the text alone', document: { results: { transcripts: [{ transcript: 'Only words.' }, {}] } }, turns: [['Speaker', null, 'Only words.']] },
  {
    id: 'amazon-call-analytics', what: 'a chat with everything that was measured on it',
    document: { JobName: 'chat-4', Channel: 'CHAT', Transcript: [
      { ...segment('1', 'My kettle is broken.', 1000), ParticipantRole: 'CUSTOMER', Sentiment: 'NEGATIVE', IssuesDetected: [{ CharacterOffsets: { Begin: 3, End: 19 } }, {}], Redaction: { RedactedTimestamps: [{ BeginOffsetMillis: 1200 }] } },
      { ...segment('2', 'I send you a new one.', 3000), ParticipantRole: 'SUPERVISOR', ActionItemsDetected: [{ Text: 'a new one', CharacterOffsets: { BeginOffsetChar: 11, EndOffsetChar: 20 } }] },
    ], Categories: { MatchedCategories: ['Broken', null] }, ConversationCharacteristics: {
      NonTalkTime: { TotalTimeMillis: 500, Instances: [{ EndOffsetMillis: 900 }] }, Interruptions: { TotalCount: 1, TotalTimeMillis: 10, InterruptionsByInterrupter: { AGENT: [{ BeginOffsetMillis: 5, EndOffsetMillis: 15 }], CUSTOMER: [] } },
      Sentiment: { OverallSentiment: { AGENT: 2, CUSTOMER: -1 }, SentimentByPeriod: { QUARTER: { AGENT: [{ Score: 1 }, {}], CUSTOMER: 'none' } } },
    } },
    turns: [['Customer', 1000, 'My kettle is broken.'], ['Agent', 3000, 'I send you a new one.']],
    about: { externalId: 'chat-4', channel: 'chat', facts: {
      issues: ['kettle is broken', 'My kettle is broken.'], actionItems: ['a new one'], categories: ['Broken'], nonTalkSpans: [[0, 900]], redactedSpans: [[1200, 0]], interruptions: 1, agentInterruptionSpans: [[5, 15]],
      customerInterruptionSpans: [], agentSentiment: 2, agentSentimentQuarters: [1, null], turnSentiments: ['NEGATIVE', null],
    } },
  },
  {
    id: 'contact-lens-voice', what: 'interruptions that nobody is named for', document: { Transcript: [{ ...segment('1', 'Hello.', 1000), ParticipantId: 'CUSTOM_BOT' }, { ...segment('2', 'Hm.', 2000), ParticipantId: 'x7' }], ConversationCharacteristics: { Interruptions: { TotalCount: 2 } } },
    turns: [['Bot', 1000, 'Hello.'], ['x7', 2000, 'Hm.']], about: { facts: { interruptions: 2 } },
  },
  {
    id: 'contact-lens-chat', what: 'messages without a time, of somebody without a role',
    document: { Transcript: [{ AbsoluteTime: 'soon', ContentType: 'text/plain', Content: 'Hi.', DisplayName: 'Ann' }, { ContentType: 'x.event', Type: 'EVENT' }, { Content: 'The chat was recorded.', ParticipantRole: 'SYSTEM', DisplayName: 'SYSTEM_MESSAGE' }] },
    turns: [['Ann', null, 'Hi.'], ['System', null, 'The chat was recorded.']], about: { facts: { events: [[null, 'x.event', null]] } },
  },
  {
    id: 'amazon-data-automation', what: 'without its head, voices by channel', document: { topics: [{ summary: 'A kettle.' }, {}], audio_items: [], audio_segments: [{ text: 'Hi.', start_timestamp_millis: 5, channel: { channel_label: 'ch_1' }, audio_item_indices: ['x'] }, { text: 'Yes.' }] },
    turns: [['ch_1', 5, 'Hi.'], ['Speaker', null, 'Yes.']], about: { facts: { topics: ['A kettle.'] } },
  },
  { id: 'whisper', what: 'the service: with a length, words called text', document: { duration: 3, language: 'en', segments: [{ text: 'Hi.', start: 1, end: 2, words: [{ text: 'Hi.', start: 1, end: 1.5 }] }] }, turns: [['Speaker', 1000, 'Hi.']], about: { durationMs: 3000 } },
  {
    id: 'harper-valley-transcript', what: 'a recogniser’s text alone, feelings as a list, acts of dialogue',
    document: [{ speaker_role: 'caller', human_transcript: '', offset_ms: 100, transcript: 'hi there', word_offsets_ms: [0], emotion: [0.1, 0.9], dialog_acts: ['greeting', null] }, { speaker_role: 'agent', human_transcript: 'hello you', transcript: 'hello two', offset_ms: 900, word_offsets_ms: [0, null], word_durations_ms: [300, null] }],
    turns: [['Caller', 100, 'hi there'], ['Agent', 900, 'hello you']], about: { facts: { dialogActs: [['greeting'], []], emotions: [{ negative: 0.1, neutral: 0.9, positive: null }, null] } },
  },
  {
    id: 'google-ccai', what: 'somebody without a role, and a message without a time',
    document: { conversation_info: { categories: [{ display_name: 'Billing' }] }, entries: [{ text: 'Hi.', role: '', user_id: 7, start_timestamp_usec: 1_770_109_200_000_000 }, { text: 'Yes?', role: 'OWNER' }] },
    turns: [['Speaker 7', 0, 'Hi.'], ['OWNER', null, 'Yes?']], about: { reason: 'Billing' },
  },
  { id: 'bbc-kaldi', what: 'words as they were heard, without voices', document: { words: [{ word: 'hello', start: 1, end: 1.2 }, { word: 'you', start: 1.3, end: 1.5 }], segmentation: {} }, turns: [['Speaker', 1000, 'hello you']] },
];
