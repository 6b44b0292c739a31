import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { mulberry32 } from '#tests/support/hosts/mutants.ts';
import { openWebLab } from '#tests/support/hosts/web-lab.ts';
import type { WebLab } from '#tests/support/hosts/web-lab.ts';

let lab: WebLab;
beforeAll(async () => { lab = await openWebLab(); });
afterAll(() => lab.close());

type Heard = { readonly frames: string[]; readonly closed: Promise<number>; readonly opened: Promise<void>; readonly socket: WebSocket };

function dial(headers: Record<string, string>): Heard {
  const socket = new WebSocket(`ws://127.0.0.1:${lab.port}/rpc`, { headers });
  const frames: string[] = [];
  socket.on('message', (data) => frames.push((data as Buffer).toString('utf8')));
  const closed = new Promise<number>((resolve) => {
    socket.on('close', (code) => resolve(code));
    socket.on('error', () => {});
    socket.on('unexpected-response', (request, answer) => {
      request.destroy();
      resolve(answer.statusCode ?? 0);
    });
  });
  return { frames, closed, socket, opened: new Promise((resolve) => { socket.once('open', () => resolve()); }) };
}

async function ticketOf(cookie: string): Promise<string> {
  const answer = await fetch(`${lab.host.origin}/ticket`, { method: 'POST', headers: lab.pageHeaders(cookie) });
  return ((await answer.json()) as { ticket: string }).ticket;
}

async function authenticated(): Promise<Heard> {
  const cookie = await lab.cookie();
  const heard = dial({ Origin: lab.host.origin, Cookie: cookie });
  await heard.opened;
  heard.socket.send(JSON.stringify({ ticket: await ticketOf(cookie) }));
  await expect.poll(() => heard.frames.length).toBe(1);
  return heard;
}

const call = '{"i":"1","p":{"u":"/project/info","b":{}}}';

describe('L-06: who gets a socket', () => {
  it.each([
    ['no cookie', async () => ({ Origin: lab.host.origin }), 401],
    ['a foreign origin', async () => ({ Origin: 'http://evil.test', Cookie: await lab.cookie() }), 403],
    ['no origin', async () => ({ Cookie: await lab.cookie() }), 403],
    ['a cross-site page', async () => ({ Origin: lab.host.origin, Cookie: await lab.cookie(), 'Sec-Fetch-Site': 'cross-site' }), 403],
  ])('nobody with %s', async (_name, headers, status) => {
    const heard = dial(await headers());
    expect(await heard.closed).toBe(status);
    expect(heard.frames).toEqual([]);
  });

  it.each([
    ['a call instead of a ticket', () => call],
    ['a ticket that was never given', () => JSON.stringify({ ticket: 'x'.repeat(43) })],
    ['bytes', () => Buffer.from('{"ticket":"x"}')],
    ['nothing that makes sense', () => '{'],
  ])('%s gets no frame and is shut out', async (_name, message) => {
    const heard = dial({ Origin: lab.host.origin, Cookie: await lab.cookie() });
    await heard.opened;
    heard.socket.send(message());
    expect(await heard.closed).toBe(1008);
    expect(heard.frames).toEqual([]);
  });

  it('a ticket of another session gets nothing', async () => {
    const heard = dial({ Origin: lab.host.origin, Cookie: await lab.cookie() });
    await heard.opened;
    heard.socket.send(JSON.stringify({ ticket: await ticketOf(await lab.cookie()) }));
    expect(await heard.closed).toBe(1008);
  });

  it('a ticket works once', async () => {
    const cookie = await lab.cookie();
    const ticket = await ticketOf(cookie);
    const heard = [dial({ Origin: lab.host.origin, Cookie: cookie }), dial({ Origin: lab.host.origin, Cookie: cookie })];
    for (const { opened, socket } of heard) {
      await opened;
      socket.send(JSON.stringify({ ticket }));
    }
    expect(await heard[1]?.closed).toBe(1008);
    await expect.poll(() => heard[0]?.frames.length).toBe(1);
    heard[0]?.socket.close();
  });

  it('at most eight wait to be let in; the ninth is told to come again, and may when one has gone', async () => {
    const headers = { Origin: lab.host.origin, Cookie: await lab.cookie() };
    const waiting = Array.from({ length: 8 }, () => dial(headers));
    await Promise.all(waiting.map(({ opened }) => opened));
    expect(await dial(headers).closed).toBe(503);
    for (const { socket } of waiting) socket.terminate();
    await Promise.all(waiting.map(({ closed }) => closed));
    const later = dial(headers);
    await later.opened;
    later.socket.terminate();
  });
});

describe('1.3: the gate behind it', () => {
  it('answers a call', async () => {
    const heard = await authenticated();
    heard.socket.send(call);
    await expect.poll(() => heard.frames.length).toBe(2);
    expect(JSON.parse(heard.frames[1] ?? '')).toMatchObject({ i: '1' });
    heard.socket.close();
  });

  it.each([
    ['half a message', '{"i":"1"', 1008],
    ['headers', '{"i":"1","p":{"u":"/project/info","h":{"content-type":"multipart/form-data; boundary=x"}}}', 1008],
    ['more than 1 MiB', `{"i":"1","p":{"u":"/project/info","b":{"json":"${'x'.repeat(1024 * 1024)}"}}}`, 1009],
  ])('closes for %s and logs a code, no content', async (_name, message, code) => {
    const heard = await authenticated();
    const before = lab.log.length;
    heard.socket.send(message);
    expect(await heard.closed).toBe(code);
    const lines = JSON.stringify(lab.log.slice(before));
    expect(lines).not.toContain('multipart');
    if (code === 1008) expect(lines).toContain('PIPE_REFUSED');
  });

  it('lives through 450 mutated messages a second and answers afterwards', async () => {
    const random = mulberry32(99);
    const heard = await authenticated();
    for (let round = 0; round < 450; round += 1) {
      const value = JSON.stringify(String.fromCharCode(Math.floor(random() * 0xd000)));
      heard.socket.send(`{"i":"m${round}","p":{"u":"/interactions/get","b":{"json":{"id":${value}},"meta":[[${Math.floor(random() * 9)},"id"]]}}}`);
    }
    heard.socket.send(call);
    await expect.poll(() => heard.frames.some((frame) => frame.includes('"i":"1"'))).toBe(true);
    heard.socket.close();
  });

  it('closes for more than 500 messages a second', async () => {
    const heard = await authenticated();
    for (let round = 0; round < 600; round += 1) heard.socket.send(call);
    expect(await heard.closed).toBe(1008);
    expect(JSON.stringify(lab.log)).toContain('TOO_MANY');
  });
});
