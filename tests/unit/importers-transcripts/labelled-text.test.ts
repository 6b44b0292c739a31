import { describe, expect, test } from 'vitest';
import { detectTranscript } from '#engine/importers/transcripts/detect.ts';
import { headOf, importOne, sourceOf } from './source-file.ts';
import { describeShared, sharedPath } from './shared-data.ts';
import { sourceAt } from './source-file.ts';

type Row = [speaker: string, role: string, startMs: number | null, text: string];

async function rowsOf(text: string): Promise<Row[]> {
  return (await importOne(sourceOf(text))).turns.map((turn) => [turn.speaker, turn.role, turn.startMs, turn.text]);
}

const plain: Row[] = [['Agent', 'agent', null, 'Hello.'], ['Customer', 'customer', null, 'Hi there.'], ['Agent', 'agent', null, 'Bye.']];
const timed: Row[] = [['Agent', 'agent', 2000, 'Hello.'], ['Customer', 'customer', 12_000, 'Hi there.'], ['Agent', 'agent', 62_000, 'Bye.']];

describe('labels in the usual shapes', () => {
  test.each([
    ['a colon', 'Agent: Hello.\nCustomer: Hi there.\nAgent: Bye.\n'],
    ['blank lines and CRLF', 'Agent: Hello.\r\n\r\nCustomer: Hi there.\r\n\r\nAgent: Bye.'],
    ['bold, colon inside', '**Agent:** Hello.\n**Customer:** Hi there.\n**Agent:** Bye.'],
    ['bold, colon outside', '**Agent**: Hello.\n\n**Customer**: Hi there.\n\n**Agent**: Bye.'],
    ['list marks', '- Agent: Hello.\n- Customer: Hi there.\n- Agent: Bye.'],
    ['words below the label', 'Agent:\nHello.\n\nCustomer:\nHi there.\n\nAgent:\nBye.'],
    ['square brackets', '[Agent]: Hello.\n[Customer]: Hi there.\n[Agent]: Bye.'],
  ])('%s', async (_name, text) => {
    expect(await rowsOf(text)).toEqual(plain);
  });

  test.each([
    ['[00:02] before', '[00:02] Agent: Hello.\n[00:12] Customer: Hi there.\n[01:02] Agent: Bye.'],
    ['(h:mm:ss) and a dash', '(00:00:02) Agent - Hello.\n(00:00:12) Customer - Hi there.\n(00:01:02) Agent - Bye.'],
    ['bare times', '0:02 Agent: Hello.\n0:12 Customer: Hi there.\n1:02 Agent: Bye.'],
    ['times behind the name', 'Agent (00:02): Hello.\nCustomer (00:12): Hi there.\nAgent (01:02): Bye.'],
    ['columns', 'Agent    00:00:02    Hello.\nCustomer    00:00:12    Hi there.\nAgent    00:01:02    Bye.'],
    ['tabs', '00:00:02\tAgent\tHello.\n00:00:12\tCustomer\tHi there.\n00:01:02\tAgent\tBye.'],
    ['headings above the words', 'Agent  0:02\nHello.\n\nCustomer  0:12\nHi there.\n\nAgent  1:02\nBye.'],
    ['bold with times', '**[00:02] Agent:** Hello.\n**[00:12] Customer:** Hi there.\n**[01:02] Agent:** Bye.'],
    ['seconds since the start', '( 2s ) Agent: Hello.\n( 12s ) Customer: Hi there.\n( 1m 2s ) Agent: Bye.'],
    ['fractions', '[00:00:02.000] Agent: Hello.\n[00:00:12,000] Customer: Hi there.\n[00:01:02.000] Agent: Bye.'],
  ])('%s', async (_name, text) => {
    expect(await rowsOf(text)).toEqual(timed);
    expect(await importOne(sourceOf(text))).toMatchObject({ channel: 'phone', durationMs: 62_000, rolesSure: true });
  });

  test('a range gives both ends', async () => {
    const { turns } = await importOne(sourceOf('[00:02 - 00:05] Agent: Hello.\n[00:05 --> 00:07.5] Customer: Hi.'));
    expect(turns.map((turn) => [turn.startMs, turn.endMs])).toEqual([[2000, 5000], [5000, 7500]]);
  });

  test('turns of several lines; a colon within a sentence is no label', async () => {
    expect(await rowsOf('Agent: I have two questions:\nfirst: your name?\nSecond: your post code?\n\nCustomer: Sure.\nIt is 10:30 here.\n')).toEqual([
      ['Agent', 'agent', null, 'I have two questions:\nfirst: your name?\nSecond: your post code?'],
      ['Customer', 'customer', null, 'Sure.\nIt is 10:30 here.'],
    ]);
  });

  test('labels of other languages, numbers and names', async () => {
    expect((await rowsOf('Mitarbeiterin: Guten Tag.\nKunde: Tag.')).map((row) => row[1])).toEqual(['agent', 'customer']);
    expect((await rowsOf('Conseiller : Bonjour.\nClient : Bonjour.')).map((row) => row[1])).toEqual(['agent', 'customer']);
    expect((await rowsOf('Agente 1: Hola.\nCliente: Hola.\nAgente 2: Buenas.')).map((row) => row[1])).toEqual(['agent', 'customer', 'agent']);
    expect((await rowsOf('Priya (Agent): Hello.\nTom (Customer): Hi.')).map((row) => [row[0], row[1]])).toEqual([['Priya (Agent)', 'agent'], ['Tom (Customer)', 'customer']]);
    expect((await rowsOf('客服: 您好\n客户: 你好')).map((row) => row[1])).toEqual(['agent', 'customer']);
  });

  test('bot, IVR and system are not people', async () => {
    expect((await rowsOf('IVR: Press one.\nBot: Hi.\nSystem: Agent joined.\nAgent: Hello.\nCustomer: Hi.')).map((row) => row[1])).toEqual(['ivr', 'bot', 'system', 'agent', 'customer']);
  });

  test('facts above the first turn: id, date, agent, the rest as fields', async () => {
    const text = 'Call ID: C-1001\nDate: 2026-03-01 09:15\nAgent name: Priya Nair\nQueue: Billing\n\nAgent: Hello.\nCustomer: Hi.\n';
    expect(await importOne(sourceOf(text, 'x.txt'))).toMatchObject({
      externalId: 'C-1001', startedAt: '2026-03-01T09:15:00', agent: { externalId: 'Priya Nair', name: 'Priya Nair' }, fields: { Queue: 'Billing' }, turns: [{ text: 'Hello.' }, { text: 'Hi.' }],
    });
  });
});

describe('chat logs', () => {
  test('date and time in front: the chat starts at its first message', async () => {
    const text = '[2026-02-03 09:15:02] Agent: Thanks for chatting with us.\n[2026-02-03 09:15:40] Customer: Hi\nmy card broke\n[2026-02-03 09:16:02] Agent: Oh no.\n';
    expect(await importOne(sourceOf(text))).toMatchObject({ channel: 'chat', startedAt: '2026-02-03T09:15:02', durationMs: 60_000 });
    expect(await rowsOf(text)).toEqual([['Agent', 'agent', 0, 'Thanks for chatting with us.'], ['Customer', 'customer', 38_000, 'Hi\nmy card broke'], ['Agent', 'agent', 60_000, 'Oh no.']]);
  });

  test('WhatsApp style, a day above 12 settles the order; otherwise the date is not guessed', async () => {
    expect(await importOne(sourceOf('13/02/2026, 9:15 - Agent: Hello\n13/02/2026, 9:16 - Customer: Hi'))).toMatchObject({ startedAt: '2026-02-13T09:15:00', durationMs: 60_000 });
    expect(await importOne(sourceOf('02/13/26, 9:15 PM - Agent: Hello\n02/13/26, 9:16 PM - Customer: Hi'))).toMatchObject({ startedAt: '2026-02-13T21:15:00' });
    expect(await importOne(sourceOf('03/02/2026, 09:15 - Agent: Hello\n03/02/2026, 09:16 - Customer: Hi'))).not.toHaveProperty('startedAt');
  });

  test('AM and PM, midnight between two messages, and a zone', async () => {
    expect((await rowsOf('11:59 PM Agent: Hello\n12:01 AM Customer: Hi')).map((row) => row[2])).toEqual([0, 120_000]);
    expect(await importOne(sourceOf('[2026-02-03T09:15:02+01:00] Agent: Hello\n[2026-02-03T09:15:03+01:00] Customer: Hi'))).toMatchObject({ startedAt: '2026-02-03T08:15:02.000Z' });
  });

  test('a clock without a date is told from a position in a recording by where it begins', async () => {
    expect(await importOne(sourceOf('09:15 Agent: Hello\n09:16 Customer: Hi'))).toMatchObject({ channel: 'chat', durationMs: 60_000 });
    expect(await importOne(sourceOf('00:15 Agent: Hello\n00:16 Customer: Hi'))).toMatchObject({ channel: 'phone', durationMs: 16_000 });
  });

  test('Zoom: From ... to Everyone, and events', async () => {
    const text = '09:15:02 From Priya Nair to Everyone:\n\tHow can I help?\n09:15:30 From Tom to Priya Nair (direct message):\n\tMy order is late.\n09:15:40 From Priya Nair to Everyone:\n\tOh.\n';
    expect(await rowsOf(text)).toEqual([['Priya Nair', 'agent', 0, 'How can I help?'], ['Tom', 'customer', 28_000, 'My order is late.'], ['Priya Nair', 'agent', 38_000, 'Oh.']]);
  });

  test('joining and leaving is said by the system', async () => {
    expect(await rowsOf('Chat started\nAgent: Hello\nCustomer: Hi\n*** Customer has left the chat ***')).toEqual([
      ['Agent', 'agent', null, 'Hello'], ['Customer', 'customer', null, 'Hi'], ['System', 'system', null, '*** Customer has left the chat ***'],
    ]);
  });
});

describe('what is no transcript', () => {
  test.each([
    ['prose', 'It was late. He said: no more.\nThen he left.\n'], ['a letter', 'Dear Sir,\n\nRe: my bill\n\nI write to complain.\n'],
    ['settings', 'title: x\nauthor: y\nversion: 1\nlicence: MIT\n'], ['a table', 'name,score\nTom,5\nAnn,4\n'], ['JSON', '{"Agent: a": 1,\n"Customer: b": 2}'],
    ['nothing', ''], ['a list of links', 'Docs: https://a\nCode: https://b\nHelp: https://c\n'],
  ])('%s', async (_name, text) => {
    expect(detectTranscript(await headOf(text))).toBeNull();
  });
});

describeShared('labelled text on a real file', () => {
  test('Rev, text form', async () => {
    expect(await importOne(sourceAt(sharedPath('vendor-doc-snippets/rev-transcript.txt')))).toMatchObject({ turns: [{ speaker: 'Speaker 0', role: 'unknown', startMs: 0, text: 'Hello World.' }], rolesSure: false });
  });
});
