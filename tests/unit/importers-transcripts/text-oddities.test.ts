import { describe, expect, test } from 'vitest';
import { docxOf } from './samples.ts';
import { importDetected, importOne, sourceOf } from './source-file.ts';
import { transcriptImporters } from '#engine/importers/transcripts/index.ts';
import { importWith } from './source-file.ts';

const turns = async (content: string | Uint8Array, name = 'call.txt') => (await importOne(sourceOf(content, name))).turns.map(({ speaker, startMs, endMs, text }) => [speaker, startMs, endMs, text]);
const by = (id: string) => {
  const importer = transcriptImporters.find((candidate) => candidate.id === id);
  if (importer === undefined) throw new Error(`No importer ${id}`);
  return (content: string | Uint8Array) => importWith(importer, sourceOf(content, 'call.txt'));
};

describe('WebVTT that other programs wrote', () => {
  const cue = (text: string) => `WEBVTT\n\n00:01.000 --> 00:02.000\n${text}\n`;

  test.each([
    ['references by number, and what is no character', 'caf&#233; &#xE9; &#X41; &#0; &#xD800; &#x110000; &unknown; &constructor;', 'café é A &#0; &#xD800; &#x110000; &unknown; &constructor;'],
    ['old names without their semicolon', 'Tom &amp Jerry, 1 &lt 2', 'Tom & Jerry, 1 < 2'],
    ['ruby, and a reading that stands outside of one', '<ruby>漢<rt>kan</ruby> <rt>lost</rt>', '漢kan lost'],
    ['a tag that is never closed', 'so <i>it <c.loud>goes', 'so it goes'],
  ])('%s', async (_what, written, read) => {
    expect((await turns(cue(written))).map((turn) => turn[3])).toEqual([read]);
  });

  test('a voice without a name is some speaker', async () => {
    expect(await turns(cue('<v >Hello.</v> <v Ann>Hi.</v>'))).toEqual([['Speaker', 1000, 2000, 'Hello.'], ['Ann', 1000, 2000, 'Hi.']]);
  });

  test('Teams’ payloads as objects: the meeting began before its first word; what is broken is read as it stands', async () => {
    const payload = (words: object) => `\n00:00:02.000 --> 00:00:03.000\n${JSON.stringify(words)}\n`;
    const file = (first: object, rest = '') => `WEBVTT\n${payload(first)}${rest}`;
    const said = { startDateTime: '2026-02-03T09:00:05Z', speakerName: 'Ann', spokenText: 'Hello.', spokenLanguage: 'en-us' };
    expect(await importOne(sourceOf(file(said, payload({ spokenText: 'Nobody.' }))))).toMatchObject({ startedAt: '2026-02-03T09:00:03.000Z', language: 'en-us', turns: [{ speaker: 'Ann', text: 'Hello.' }, { speaker: '', text: 'Nobody.' }] });
    expect((await importOne(sourceOf(file({ ...said, startDateTime: 'soon' })))).startedAt).toBeUndefined();
    expect((await importOne(sourceOf(file({ spokenText: 'Hello.', speakerName: 'Ann' })))).startedAt).toBeUndefined();
    expect((await importOne(sourceOf(file(said, payload({ speakerName: 'Bo', spokenText: null }))))).turns).toHaveLength(1);
    expect(await turns('WEBVTT\n\n00:01.000 --> 00:02.000\n{"spokenText": "cut of\n')).toEqual([['Speaker', 1000, 2000, '{"spokenText": "cut of']]);
  });

  test('a language in a note, times beyond the clock, an arrow that is none', async () => {
    expect((await importOne(sourceOf(`WEBVTT\n\nNOTE language:de-DE\n\n${cue('Hallo.').slice(8)}`))).language).toBe('de-DE');
    expect((await importOne(sourceOf(`WEBVTT\n\nNOTE language: ?\n\n${cue('Hallo.').slice(8)}`))).language).toBeUndefined();
    const { records, problems } = await importDetected(sourceOf(`${cue('Good.')}\n00:61.000 --> 00:62.000\nlate\n\n00:01.000 -> 00:02.000 -->\nodd\n`));
    expect(records[0]?.turns.map(({ text }) => text)).toEqual(['Good.']);
    expect(problems[0]?.message).toBe('Line 6: the times of this cue cannot be read ("00:61.000 --> 00:62.000"), so the cue was left out (2 such in the file). Write them like 00:01:02.345 --> 00:01:04.000.');
    await expect(importDetected(sourceOf('WEBVTT\n\nNOTE nothing else\n'))).rejects.toMatchObject({ problem: { message: 'This WebVTT file holds no cue, so there is nothing to import. Check whether the export was complete.' } });
    await expect(importDetected(sourceOf('WEBVTT\n\n0x:01.000 --> 00:02.000\nlate\n'))).rejects.toMatchObject({ problem: { row: 3, message: expect.stringContaining('and no other cue is there') as unknown } });
    await expect(by('webvtt')('00:01.000 --> 00:02.000\nHello.\n')).rejects.toMatchObject({ problem: { message: 'Line 1: a WebVTT file begins with the word WEBVTT, and this one does not. Export it again.' } });
  });

  test('labels in captions: a name in brackets that is no voice stays in the words, a name that comes twice is one', async () => {
    expect((await turns(`${cue('[quietly] I see.')}\n00:03.000 --> 00:04.000\n[Agent] Go on.\n`)).map(([speaker, , , text]) => [speaker, text])).toEqual([['Speaker', '[quietly] I see.'], ['Agent', 'Go on.']]);
    const lines = ['Ann Lee: one', 'two', 'three', 'Ann Lee: four', 'six', 'Note well: seven'].map((text, at) => `00:0${at}.000 --> 00:0${at}.500\n${text}\n`);
    expect((await turns(`WEBVTT\n\n${lines.join('\n')}`)).map(([speaker]) => speaker)).toEqual(Array.from({ length: 6 }, () => 'Ann Lee'));
  });
});

describe('XML captions and annotations', () => {
  const tt = (inside: string, attributes = '') => `<tt xmlns="http://www.w3.org/ns/ttml" xmlns:ttp="http://www.w3.org/ns/ttml#parameter" xmlns:ttm="http://www.w3.org/ns/ttml#metadata" ${attributes}>${inside}</tt>`;

  test('TTML: a rate with a multiplier, frames alone, styles and metadata inside, an agent without a name, no end', async () => {
    const head = '<head><metadata><ttm:agent xml:id="a"/><ttm:agent><ttm:name>Nobody</ttm:name></ttm:agent></metadata></head>';
    const body = '<body><div><p begin="30f" end="60f" ttm:agent="a">one <span tts:color="red" xmlns:tts="x">red</span><metadata>hidden</metadata></p><p begin="2s" ttm:agent="b">two</p></div></body>';
    expect(await turns(tt(head + body, 'ttp:frameRate="30" ttp:frameRateMultiplier="1000 1001"'))).toEqual([['a', 1001, 2002, 'one red'], ['b', 2000, null, 'two']]);
    expect((await turns(tt('<body><p begin="30f">one</p><p begin="1h">two</p></body>', 'ttp:frameRateMultiplier="x 0"'))).map(([, at]) => at)).toEqual([1000, 3_600_000]);
    await expect(turns(tt('<head/>'))).rejects.toMatchObject({ problem: { code: 'TRANSCRIPT_EMPTY', message: 'This transcript holds no spoken text, so there is nothing to import. Check whether the export was complete.' } });
  });

  test.each([['PAL-frames', '25', 1000], ['NTSC-frames', '30', 1001], ['milliseconds', '400', 400]])('ELAN in %s', async (unit, value, startMs) => {
    const annotation = (slots: string, text: string) => `<ANNOTATION><ALIGNABLE_ANNOTATION ${slots}><ANNOTATION_VALUE>${text}</ANNOTATION_VALUE></ALIGNABLE_ANNOTATION></ANNOTATION>`;
    const file = `<ANNOTATION_DOCUMENT><HEADER TIME_UNITS="${unit}"/><TIME_ORDER><TIME_SLOT TIME_SLOT_ID="t1" TIME_VALUE="${value}"/><TIME_SLOT TIME_VALUE="5"/></TIME_ORDER><TIER PARTICIPANT=" " DEFAULT_LOCALE="nl">${annotation('TIME_SLOT_REF1="t1"', 'Dag.')}${annotation('', 'Ja.')}</TIER></ANNOTATION_DOCUMENT>`;
    expect(await importOne(sourceOf(file))).toMatchObject({ language: 'nl', turns: [{ speaker: 'Speaker', startMs, endMs: null, text: 'Dag.' }, { startMs: null, text: 'Ja.' }] });
  });

  test('TextGrid: without tiers, and with a number that is none', async () => {
    const head = 'File type = "ooTextFile"\nObject class = "TextGrid"\n\n';
    await expect(by('praat-textgrid')(`${head}0\n1\n<absent>\n`)).rejects.toMatchObject({ problem: { message: expect.stringMatching(/<exists>/) as unknown } });
    await expect(by('praat-textgrid')(`${head}0\n1e999\n<exists>\n`)).rejects.toMatchObject({ problem: { message: expect.stringMatching(/a number/) as unknown } });
  });
});

describe('mail as it is sent', () => {
  const mail = (head: string, body: string) => `From: bo@example.com (Bo Hu)\r\nTo: support@northwind.example\r\nSubject: x\r\n${head}\r\n\r\n${body}`;
  const bytes = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'));

  test.each([
    ['a character set that nobody knows', 'Content-Type: text/plain; charset=x-unheard-of', 'Gr\xfc\xdfe', 'Grüße'],
    ['one that the words are not written in', 'Content-Type: text/plain; charset=shift_jis', 'Gr\xfc\xdf', 'Grüß'],
    ['one of the east', 'Content-Type: text/plain; charset=koi8-r', '\xf0\xd2\xc9\xd7\xc5\xd4', 'Привет'],
    ['no charset, no encoding', 'MIME-Version: 1.0', 'Gr\xfc\xdfe', 'Grüße'],
  ])('%s', async (...[, head, body, read]) => {
    expect((await importOne(sourceOf(bytes(mail(head, body)), 'a.eml'))).turns[0]).toMatchObject({ speaker: 'Bo Hu', text: read });
  });

  test('subjects in encoded words of both kinds', async () => {
    const subject = async (words: string) => (await importOne(sourceOf(mail('', 'Hi.').replace('Subject: x', `Subject: ${words}`), 'a.eml'))).fields;
    expect(await subject('=?utf-8?B?R3LDvMOfZQ==?= =?iso-8859-1?Q?_und_mehr?=')).toEqual({ subject: 'Grüße und mehr' });
  });

  test('a picture has no words, a page beside it has; an answer whose introduction is broken in two', async () => {
    const parts = '--b\r\nContent-Type: image/png\r\n\r\nPNG\r\n--b\r\nContent-Type: text/html\r\n\r\n<p>Only here.</p>\r\n--b--\r\n';
    expect(await turns(mail('Content-Type: multipart/alternative; boundary=b', parts), 'a.eml')).toMatchObject([['Bo Hu', expect.anything() as unknown, null, 'Only here.']].map(([speaker, , , text]) => [speaker, null, null, text]));
    await expect(turns(mail('Content-Type: multipart/alternative; boundary=b', '--b\r\nContent-Type: image/png\r\n\r\nPNG\r\n--b--\r\n'), 'a.eml')).rejects.toMatchObject({ problem: { code: 'TRANSCRIPT_EMPTY' } });
    const broken = await importOne(sourceOf(mail('', 'It works.\r\n\r\nOn Mon, 2 Feb 2026 at 10:00, Northwind Support\r\n<support@northwind.example> wrote:\r\n> Does it work?\r\n'), 'a.eml'));
    expect(broken).toMatchObject({ turns: [{ text: 'It works.' }], facts: { quotedText: expect.stringContaining('Does it work?') as unknown } });
  });
});

describe('labelled text', () => {
  test('facts above the first turn; a date with a zone and one without', async () => {
    const file = (date: string) => `Call ID: c-5\nCustomer number: K-9\nAgent name: Ann\nDate: ${date}\nQueue: Billing\n\nAgent: Hello.\nCustomer: Hi.\n`;
    expect(await importOne(sourceOf(file('2026-02-03 09:15+01:00')))).toMatchObject({ externalId: 'c-5', startedAt: '2026-02-03T08:15:00.000Z', customer: { externalId: 'K-9' }, fields: { Queue: 'Billing' } });
    expect((await importOne(sourceOf(file('2026-02-03')))).startedAt).toBe('2026-02-03');
    expect((await importOne(sourceOf(file('2026-02-03 09:15')))).startedAt).toBe('2026-02-03T09:15:00');
    expect((await importOne(sourceOf(file('2026-02-03 09:75Z')))).startedAt).toBe('2026-02-03T09:75:00');
    expect(await importOne(sourceOf(file('3 Feb 2026')))).toMatchObject({ fields: { Date: '3 Feb 2026' } });
  });

  test('times of day with a zone, of half days, and what only looks like a time', async () => {
    expect(await importOne(sourceOf('[2026-02-03 09:15:00 +02:00] Agent: Hello.\n[2026-02-03 09:15:07 +02:00] Customer: Hi.\n'))).toMatchObject({ startedAt: '2026-02-03T07:15:00.000Z', turns: [{ startMs: 0 }, { startMs: 7000 }] });
    expect(await importOne(sourceOf('[2026-02-03 09:15:00 -0130] Agent: Hello.\n[2026-02-03 09:15:07 -0130] Customer: Hi.\n'))).toMatchObject({ startedAt: '2026-02-03T10:45:00.000Z' });
    expect((await turns('[9:15:02 PM] Agent: Hello.\n[9:15:09 PM] Customer: Hi.\n')).map(([, at]) => at)).toEqual([0, 7000]);
    expect(await turns('Agent: Hello.\n[13:15:00 PM] Customer: Hi.\n[0:75] Customer: Hi.\nCustomer: Bye.\n')).toEqual([['Agent', null, null, 'Hello.\n[13:15:00 PM] Customer: Hi.\n[0:75] Customer: Hi.'], ['Customer', null, null, 'Bye.']]);
  });

  test('a customer who greets like an agent: both are named, and nobody believes it unasked', async () => {
    const { records, problems } = await importDetected(sourceOf('Customer: Thank you for calling Northwind, how can I help you today?\nAgent: My order is late.\n'));
    expect(problems.map(({ message }) => message)).toEqual(['Agent and customer look swapped: the one labelled customer greets and offers help. The roles are marked unsure until someone confirms them.']);
    expect(records[0]).toMatchObject({ rolesSure: false, facts: { speakersLookSwapped: true } });
  });
});

describe('JSON and Word as files', () => {
  test('a name that is given twice, and one that could change a program, are told with their place', async () => {
    const { problems } = await importDetected(sourceOf('{"status":"completed","audio_url":"x",\n"text":"a","text":"b",\n"__proto__":{"polluted":1},"utterances":[{"speaker":"A","text":"Hi."}]}'));
    expect(problems.map(({ message }) => message)).toEqual([
      expect.stringMatching(/^Line 2, column \d+: "text" is given twice in one object \(1 such in the file\); the last one was used\.$/),
      expect.stringMatching(/^Line 3, column \d+: the field "__proto__" was left out, because this name could change how a program works\.$/),
    ]);
  });

  test('one of two conversations is empty: the other comes in, and the empty one is told', async () => {
    const { records, problems } = await importDetected(sourceOf(JSON.stringify({ conversations: [{ conversationItems: [{ text: 'Hi.', participantId: '1' }] }, { conversationItems: [{ participantId: '1' }] }] }), 'pair'));
    expect([records.map(({ externalId }) => externalId), problems.map(({ code }) => code)]).toEqual([['pair'], ['TRANSCRIPT_EMPTY']]);
  });

  test('times that cannot be are left out and counted', async () => {
    const { records, problems } = await by('whisper')(JSON.stringify({ language: 'en', segments: [{ start: 5, end: 2, text: 'One.' }, { end: -1, text: 'Two.' }, { start: 1, end: 2, text: 'Three.' }] }));
    expect(records[0]?.turns.map(({ startMs, endMs }) => [startMs, endMs])).toEqual([[5000, null], [null, null], [1000, 2000]]);
    expect(problems[0]?.message).toBe('2 turns have impossible times, the first is turn 1 (5000 to 2000 ms). The text was imported, the impossible times were left out.');
  });

  test('a Word document without its text, and one with tabs', async () => {
    await expect(by('word-transcript')(new Uint8Array([0x50, 0x4b, 5, 6, ...Array.from({ length: 18 }, () => 0)]))).rejects.toMatchObject({ problem: { message: 'This Word document is damaged and cannot be opened. Open it in your word processor and save it again as .docx or .txt.' } });
    expect((await turns(docxOf(['0:0:1.0 --> 0:0:3.0|Ann Lee|Thanks', 'and more.', '0:0:4.0 --> 0:0:99.0|Bo Hu|Hi.'])))).toEqual([['Ann Lee', 1000, 3000, 'Thanks\nand more.\n0:0:4.0 --> 0:0:99.0\nBo Hu\nHi.']]);
  });
});
