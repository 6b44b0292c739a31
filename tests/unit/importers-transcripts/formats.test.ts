import { describe, expect, test } from 'vitest';
import { transcriptImporters } from '#engine/importers/transcripts/index.ts';
import { headOf, importDetected, importOne, sourceOf } from './source-file.ts';
import { docxOf, samples } from './samples.ts';

const greeting = 'Thank you for calling Northwind, how can I help you?';
const reply = 'My kettle is broken.';

/** Formats whose sample cannot hold the two common turns at the common times. */
const special = new Set(['harper-valley-metadata', 'abcd-chat', 'eml', 'mbox', 'google-ccai', 'pocketsphinx']);

describe('every format', () => {
  test('has a sample, and no sample is left over', () => {
    expect(Object.keys(samples).toSorted()).toEqual(transcriptImporters.map((importer) => importer.id).toSorted());
  });

  test.each(transcriptImporters.map((importer) => [importer.id, importer] as const))('%s knows its sample and nobody else is as sure', async (id, importer) => {
    const head = await headOf(samples[id] ?? '', 'call-1.bin');
    const own = importer.sniff(head);
    expect(own).toBeGreaterThan(0.6);
    for (const other of transcriptImporters) if (other.id !== id) expect([other.id, other.sniff(head) < own]).toEqual([other.id, true]);
  });

  test.each(transcriptImporters.filter((importer) => !special.has(importer.id)).map((importer) => importer.id))('%s gives the same two turns', async (id) => {
    const { importer, records, problems } = await importDetected(sourceOf(samples[id] ?? '', 'call-1.bin'));
    const [record] = records;
    expect([importer, records.length, problems]).toEqual([id, 1, []]);
    expect(record?.turns.map((turn) => [turn.role, turn.startMs, turn.text])).toEqual([['agent', 1000, greeting], ['customer', 4000, reply]]);
    expect(record?.rolesSure).toBe(true);
    for (const turn of record?.turns ?? []) for (const [start, end, from, to] of turn.words ?? []) expect([end >= start, turn.text.slice(from, to).length > 0]).toEqual([true, true]);
  });

  test.each(transcriptImporters.map((importer) => importer.id))('%s cut in half ends in turns or a sentence, never in a crash', async (id) => {
    const whole = samples[id] ?? '';
    const source = sourceOf(whole.slice(0, Math.floor(whole.length / 2)), 'half.bin');
    const importer = transcriptImporters.find((candidate) => candidate.id === id);
    const outcome = await (async () => {
      for await (const item of importer?.read(source, new AbortController().signal) ?? []) if ('record' in item) return 'turns';
      return 'nothing';
    })().catch((error: unknown) => (error instanceof Error ? error.name : 'unknown'));
    expect(['turns', 'UnreadableFileError']).toContain(outcome);
  });
});

describe('what single formats add', () => {
  const read = (id: string) => importOne(sourceOf(samples[id] ?? '', 'call-1.bin'));

  test('ids in the content win over the file’s name', async () => {
    const ids = ['contact-lens-voice', 'contact-lens-chat', 'genesys-cloud', 'azure-speech', 'azure-conversation', 'speechmatics', 'amazon-transcribe', 'abcd-chat', 'eml', 'mbox', 'harper-valley-metadata'];
    expect(await Promise.all(ids.map(async (id) => (await read(id)).externalId))).toEqual(['contact-9', 'contact-8', 'g-1', 'call-5', 'conv-3', 'call-6', 'call-7', '77', 'm1@example.com', 'm1@example.com', 's9']);
    expect((await read('deepgram')).externalId).toBe('call-1');
  });

  test('starts, lengths, channels and languages', async () => {
    expect(await read('contact-lens-chat')).toMatchObject({ channel: 'chat', startedAt: '2026-02-03T09:00:00.000Z', durationMs: 4000, facts: { events: [[0, 'participant.joined', 'CUSTOMER']] }, turns: [{ speaker: 'Ann' }, { speaker: 'Bo' }] });
    expect(await read('genesys-cloud')).toMatchObject({ channel: 'phone', startedAt: '2026-02-03T09:00:00.000Z', durationMs: 6000, language: 'en-us' });
    expect(await read('google-ccai')).toMatchObject({ channel: 'chat', startedAt: '2026-02-03T09:00:00.000Z', turns: [{ role: 'agent', startMs: 0 }, { role: 'customer', startMs: 3000 }] });
    for (const id of ['deepgram', 'assemblyai', 'speechmatics', 'azure-speech', 'amazon-data-automation']) expect([id, (await read(id)).durationMs]).toEqual([id, 6000]);
  });

  test('an action of ABCD is the system’s, the flow is a field, the username the customer', async () => {
    expect(await read('abcd-chat')).toMatchObject({ channel: 'chat', reason: 'return', customer: { externalId: 'bo1', name: 'bo' }, fields: { flow: 'product_defect' }, turns: [{ role: 'agent' }, { role: 'customer' }, { role: 'system', speaker: 'Action' }], rolesSure: true });
  });

  test('a mail: sender, subject, own words; what it quotes is kept apart', async () => {
    expect(await read('eml')).toEqual({
      externalId: 'm1@example.com', channel: 'email', startedAt: '2026-02-03T09:00:04.000Z', customer: { externalId: 'bo@example.com', name: 'Bo Hu' }, fields: { subject: 'Kettle – broken' },
      facts: { quotedText: 'On Mon, 2 Feb 2026, Northwind wrote:\n> Hello' }, turns: [{ speaker: 'Bo Hu', role: 'customer', startMs: 0, endMs: null, text: reply }], rolesSure: true,
    });
  });

  test('a mailbox: mails that answer each other are one interaction, in order', async () => {
    expect(await read('mbox')).toMatchObject({
      channel: 'email', durationMs: 3_600_000, fields: { subject: 'Kettle' }, customer: { externalId: 'bo@example.com' },
      turns: [{ speaker: 'Bo', role: 'customer', startMs: 0, text: `${reply}\nFrom the shop on Mill Road.` }, { speaker: 'Northwind', role: 'agent', startMs: 3_600_000 }],
    });
  });

  test('MIME: HTML beside plain text, base64, another character set, an attachment', async () => {
    const parts = ['--b\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<p>not this</p>\r\n', `--b\r\nContent-Type: text/plain; charset=iso-8859-15\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from('Kostet 5 \xa4, bitte.', 'latin1').toString('base64')}\r\n`, '--b--\r\n'];
    const head = 'From: a@example.com\r\nTo: b@example.com\r\nSubject: x\r\nMIME-Version: 1.0\r\n';
    expect((await importOne(sourceOf(`${head}Content-Type: multipart/alternative; boundary="b"\r\n\r\n${parts.join('')}`))).turns[0]?.text).toBe('Kostet 5 €, bitte.');
    const html = '<html><head><title>t</title><style>p{}</style></head><body><p>Dear team,</p><p>it &amp; I<br>are cold.</p><script>x</script></body></html>';
    expect((await importOne(sourceOf(`${head}Content-Type: text/html\r\n\r\n${html}`))).turns[0]?.text).toBe('Dear team,\n\nit & I\nare cold.');
    const mixed = '--m\r\nContent-Type: text/plain\r\n\r\nSee the picture.\r\n--m\r\nContent-Type: text/plain\r\nContent-Disposition: attachment; filename=a.txt\r\n\r\nsecret\r\n--m--';
    expect((await importOne(sourceOf(`${head}Content-Type: multipart/mixed; boundary=m\r\n\r\n${mixed}`))).turns[0]?.text).toBe('See the picture.');
  });

  test('Word: the older Teams document, and any labelled text', async () => {
    const older = docxOf(['0:0:1.0 --> 0:0:3.0|Ann Lee|Thanks for calling.', '0:0:4.0 --> 0:0:5.25|Bo Hu|Hi.']);
    expect((await importOne(sourceOf(older))).turns.map((turn) => [turn.speaker, turn.role, turn.startMs, turn.endMs, turn.text])).toEqual([['Ann Lee', 'agent', 1000, 3000, 'Thanks for calling.'], ['Bo Hu', 'customer', 4000, 5250, 'Hi.']]);
    expect((await importOne(sourceOf(docxOf(['Agent: Hello.', 'Customer: Hi & bye.'])))).turns.map((turn) => turn.text)).toEqual(['Hello.', 'Hi & bye.']);
  });

  test('TTML: frames, ticks, nested times, line breaks and layout blanks', async () => {
    const text = '<tt xmlns="http://www.w3.org/ns/ttml" xmlns:ttp="http://www.w3.org/ns/ttml#parameter" ttp:frameRate="25" ttp:tickRate="10000">\n<body begin="10s"><div>\n<p begin="00:00:01:05" end="00:00:02:00">one\n   two<br/>three</p>\n<p begin="40000t"><span begin="0.5s" end="1s">four</span></p></div></body></tt>';
    expect((await importOne(sourceOf(text))).turns.map((turn) => [turn.startMs, turn.endMs, turn.text])).toEqual([[11_200, 12_000, 'one two\nthree'], [14_500, 15_000, 'four']]);
  });

  test('TextGrid: the short form in UTF-16, doubled quotes, tiers of words alone', async () => {
    const short = 'File type = "ooTextFile"\r\n"TextGrid"\r\n\r\n0\r\n2.5\r\n<exists>\r\n2\r\n"IntervalTier"\r\n"Ann - words"\r\n0\r\n2.5\r\n3\r\n0\r\n0.5\r\n"so"\r\n0.5\r\n1\r\n"""yes"""\r\n1\r\n2.5\r\n""\r\n"TextTier"\r\n"notes"\r\n0\r\n2.5\r\n1\r\n1\r\n"x"\r\n';
    const record = await importOne(sourceOf(new Uint8Array(Buffer.from(`\ufeff${short}`, 'utf16le'))));
    expect(record.turns).toEqual([{ speaker: 'Ann', role: 'unknown', startMs: 0, endMs: 1000, text: 'so "yes"', words: [[0, 500, 0, 2], [500, 1000, 3, 8]] }]);
  });

  test('a diarized Google result is read once, from its last list', async () => {
    expect((await read('google-speech-to-text')).turns.map((turn) => [turn.speaker, turn.words?.length])).toEqual([['Speaker 1', 10], ['Speaker 2', 4]]);
  });

  test('channels of Amazon Transcribe: both sides talking at once are not cut to pieces', async () => {
    const item = (content: string, start: number) => ({ type: 'pronunciation', start_time: String(start), end_time: String(start + 0.4), alternatives: [{ content }] });
    const channel = (label: string, items: unknown[]) => ({ channel_label: label, items });
    const text = JSON.stringify({ results: { transcripts: [], channel_labels: { channels: [channel('ch_0', [item('one', 0), item('two', 1), item('three', 2)]), channel('ch_1', [item('mhm', 0.5), item('yes', 1.5)])] }, items: [] } });
    expect((await importOne(sourceOf(text))).turns.map((turn) => [turn.speaker, turn.text])).toEqual([['ch_0', 'one two three'], ['ch_1', 'mhm yes']]);
  });

  test('utterances that are null fall back to words, pauses end turns', async () => {
    const word = (text: string, start: number) => ({ text, start, end: start + 300 });
    const text = JSON.stringify({ status: 'completed', speech_model: 'best', text: 'x', utterances: null, words: [word('Hello', 0), word('there.', 400), word('Later.', 9000)] });
    expect((await importOne(sourceOf(text))).turns.map((turn) => [turn.speaker, turn.text, turn.startMs, turn.endMs])).toEqual([['Speaker', 'Hello there.', 0, 700], ['Speaker', 'Later.', 9000, 9300]]);
  });

  test('XML with a document type is refused at its place, an entity is not expanded', async () => {
    const bomb = '<?xml version="1.0"?>\n<!DOCTYPE tt [<!ENTITY a "aaaaaaaa">]>\n<tt xmlns="http://www.w3.org/ns/ttml"><body><div><p begin="1s" end="2s">&a;</p></div></body></tt>';
    await expect((async () => { for await (const item of transcriptImporters.find((importer) => importer.id === 'ttml')?.read(sourceOf(bomb), new AbortController().signal) ?? []) expect(item).toBeUndefined(); })()).rejects.toMatchObject({ problem: { code: 'XML_DOCTYPE', row: 2 } });
    await expect(importOne(sourceOf('<tt xmlns="http://www.w3.org/ns/ttml"><body>\n<p begin="1s">&a;</p></body></tt>'))).rejects.toMatchObject({ problem: { code: 'XML_INVALID', row: 2 } });
    await expect(importOne(sourceOf(`<tt>${'<p>'.repeat(200)}`))).rejects.toMatchObject({ problem: { code: 'XML_TOO_LARGE' } });
  });
});
