import { readFileSync } from 'node:fs';
import { networkInterfaces } from 'node:os';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { figure } from '#tests/support/figure.ts';
import { hostilePaths } from '#tests/support/hosts/mutants.ts';
import { requestText, sendRaw } from '#tests/support/hosts/raw-http.ts';
import { foreignBytes, openWebLab, signIn } from '#tests/support/hosts/web-lab.ts';
import type { WebLab } from '#tests/support/hosts/web-lab.ts';

let lab: WebLab;
beforeAll(async () => { lab = await openWebLab(); });
afterAll(() => lab.close());

const inGroups = async <T, R>(list: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> => {
  const results: R[] = [];
  for (let at = 0; at < list.length; at += 20) results.push(...(await Promise.all(list.slice(at, at + 20).map(work))));
  return results;
};

/** Host lines that are not exactly one of this server's three names. `PORT` stands for its port. */
const wrongHosts: readonly (readonly string[])[] = [
  [], ['Host: '], ['Host: PORT'], ['Host: :PORT'], ['Host: evil.test'], ['Host: evil.test:PORT'], ['Host: 127.0.0.1'], ['Host: localhost'],
  ['Host: 127.0.0.1:1'], ['Host: 127.0.0.1:80'], ['Host: 127.0.0.1:PORT0'], ['Host: 127.0.0.1:0PORT'], ['Host: 127.0.0.1:+PORT'], ['Host: 127.0.0.1.:PORT'],
  ['Host: localhost.:PORT'], ['Host: LOCALHOST:PORT'], ['Host: Localhost:PORT'], ['Host: localhost:PORT.'], ['Host: localhost.localdomain:PORT'],
  ['Host: 0.0.0.0:PORT'], ['Host: 0:PORT'], ['Host: 127.1:PORT'], ['Host: 127.0.1:PORT'], ['Host: 127.0.0.2:PORT'], ['Host: 127.00.00.01:PORT'],
  ['Host: 2130706433:PORT'], ['Host: 0x7f000001:PORT'], ['Host: 017700000001:PORT'], ['Host: 0x7f.1:PORT'], ['Host: [::]:PORT'], ['Host: [::1]'],
  ['Host: ::1:PORT'], ['Host: [0:0:0:0:0:0:0:1]:PORT'], ['Host: [::ffff:127.0.0.1]:PORT'], ['Host: [::1%25lo]:PORT'], ['Host: user@127.0.0.1:PORT'],
  ['Host: user:pass@localhost:PORT'], ['Host: 127.0.0.1:PORT@evil.test'], ['Host: evil.test@127.0.0.1:PORT'], ['Host: 127.0.0.1:PORT.evil.test'],
  ['Host: evil.test#127.0.0.1:PORT'], ['Host: evil.test?127.0.0.1:PORT'], ['Host: evil.test/127.0.0.1:PORT'], ['Host: http://127.0.0.1:PORT'],
  ['Host: 127.0.0.1:PORT/'], ['Host: 127.0.0.1:PORT,evil.test'], ['Host: evil.test,127.0.0.1:PORT'], ['Host: 127.0.0.1:PORT 127.0.0.1:PORT'],
  ['Host: xn--lcalhost-54a:PORT'], ['Host: l\u00f6calhost:PORT'], ['Host: \u217dlocalhost:PORT'], ['Host: localhost%00:PORT'], ['Host: localhost%2eevil.test:PORT'],
  ['Host: 127.0.0.1:PORT', 'Host: 127.0.0.1:PORT'], ['Host: 127.0.0.1:PORT', 'Host: evil.test'], ['Host: evil.test', 'Host: 127.0.0.1:PORT'],
  ['Host: 127.0.0.1:PORT', 'host: evil.test'], ['X-Forwarded-Host: 127.0.0.1:PORT'], ['Host: evil.test', 'X-Forwarded-Host: 127.0.0.1:PORT'],
  ['Host: metadata.google.internal'], ['Host: 169.254.169.254'], ['Host: 127.0.0.1.nip.io:PORT'], ['Host: localtest.me:PORT'], ['Host: earshot:PORT'], ['Host: *:PORT'],
  ['Host: null'], ['Host: undefined:PORT'],
];

describe('L-02: Host', () => {
  const lines = (hosts: readonly string[]): string[] => hosts.map((line) => line.replaceAll('PORT', String(lab.port)));

  it('tries at least 60', () => {
    expect(wrongHosts.length).toBeGreaterThanOrEqual(60);
  });

  it('answers none of them with a byte of the page, on any route', async () => {
    const asked = wrongHosts.flatMap((hosts) => ['GET /', 'GET /assets/page.js', 'POST /session', 'GET /media/a'].map((line) => ({ hosts, line })));
    const answers = await inGroups(asked, ({ hosts, line }) => sendRaw(lab.port, requestText(line, lines(hosts)), 1000));
    expect(answers.filter(({ status }) => status !== 421 && status !== 400)).toEqual([]);
    expect(answers.filter(({ body }) => body !== '')).toEqual([]);
    figure('G-14', `${wrongHosts.length} Host values on 4 routes: 0 successes, 0 bytes`);
  });

  it('refuses them before a WebSocket is made', async () => {
    const upgrade = ['Connection: Upgrade', 'Upgrade: websocket', 'Sec-WebSocket-Version: 13', 'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==', `Cookie: ${await lab.cookie()}`, `Origin: ${lab.host.origin}`];
    const answers = await inGroups(wrongHosts, (hosts) => sendRaw(lab.port, requestText('GET /rpc', [...lines(hosts), ...upgrade]), 1000));
    expect(answers.filter(({ status }) => status !== 421 && status !== 400)).toEqual([]);
  });

  it.each(['127.0.0.1', 'localhost', '[::1]'])('knows itself as %s', async (name) => {
    const answer = await sendRaw(lab.port, requestText('GET /', [`Host: ${name}:${lab.port}`]));
    expect(answer.status).toBe(200);
    expect(answer.body).toContain('<title>Earshot</title>');
  });
});

describe('L-09, E-05: 1,000 addresses over a raw socket', () => {
  it('gives no foreign byte', async () => {
    const answers = await inGroups(hostilePaths(1000), (path) => sendRaw(lab.port, requestText(`GET ${path}`, [`Host: 127.0.0.1:${lab.port}`]), 1000));
    expect(answers.filter(({ body, head }) => body.includes(foreignBytes) || head.includes(foreignBytes))).toEqual([]);
    expect(answers.filter(({ status }) => ![400, 404, 414].includes(status)).map(({ head }) => head)).toEqual([]);
    expect(answers.filter(({ body }) => body !== '')).toEqual([]);
    figure('G-13', `${answers.length} hostile addresses over a raw socket: 0 foreign bytes`);
  });

  it.each(['CONNECT evil.test:443', 'GET http://127.0.0.1/', 'GET *', 'GARBAGE', 'GET / HTTP/1.1\r\nHost: x\r\n\r\nGET'])('refuses "%s"', async (line) => {
    const answer = await sendRaw(lab.port, requestText(line, [`Host: 127.0.0.1:${lab.port}`]), 1000);
    expect([0, 400, 421]).toContain(answer.status);
    expect(answer.body).not.toContain('Earshot');
  });

  it('serves what is on the list', async () => {
    const answer = await fetch(`${lab.host.origin}/assets/page.js`);
    expect(answer.status).toBe(200);
    expect(await answer.text()).toContain('document.title');
  });
});

describe('L-01: the address it listens on', () => {
  it('is loopback only', () => {
    const hexPort = lab.port.toString(16).toUpperCase().padStart(4, '0');
    const listening = ['/proc/net/tcp', '/proc/net/tcp6'].flatMap((file) => {
      try {
        return readFileSync(file, 'latin1').split('\n').slice(1).map((line) => line.trim().split(/\s+/));
      } catch {
        return [];
      }
    }).filter(([, local, , state]) => state === '0A' && local?.endsWith(`:${hexPort}`) === true).map(([, local]) => local);
    if (process.platform === 'linux') expect(listening).toEqual([`0100007F:${hexPort}`]);
    else expect(lab.host.origin).toMatch(/^http:\/\/127\.0\.0\.1:/);
  });

  it('refuses every other address of this computer', async ({ skip }) => {
    const others = Object.values(networkInterfaces()).flat().filter((address) => address?.internal === false && address.family === 'IPv4');
    if (others.length === 0) skip('This computer has no other network address.');
    for (const other of others) {
      const outcome = await new Promise((resolve) => {
        const socket = connect({ host: other?.address ?? '', port: lab.port }, () => { socket.destroy(); resolve('connected'); });
        socket.on('error', () => resolve('refused'));
      });
      expect(outcome).toBe('refused');
    }
  });
});

describe('L-03: the token of the address', () => {
  it('is in the fragment, which no browser sends, and works once', async () => {
    const url = lab.host.newUrl();
    expect(new URL(url).pathname).toBe('/');
    expect(new URL(url).search).toBe('');
    const first = await signIn(url);
    expect(first.status).toBe(200);
    expect(first.headers.get('set-cookie')).toMatch(new RegExp(`^earshot-${lab.port}=[\\w-]{43}; HttpOnly; SameSite=Strict; Path=/$`));
    const second = await signIn(url);
    expect(second.status).toBe(401);
    expect(second.headers.get('set-cookie')).toBeNull();
  });

  it.each([
    ['a form', { 'Content-Type': 'application/x-www-form-urlencoded' }, 'token=x', 415],
    ['plain text', { 'Content-Type': 'text/plain' }, '{"token":"x"}', 415],
    ['no JSON', { 'Content-Type': 'application/json' }, '{', 400],
    ['a token that is a list', { 'Content-Type': 'application/json' }, '{"token":["x"]}', 400],
    ['a body that is too large', { 'Content-Type': 'application/json' }, `{"token":"${'x'.repeat(2000)}"}`, 413],
  ])('refuses %s', async (...[, headers, body, status]) => {
    const answer = await fetch(`${lab.host.origin}/session`, { method: 'POST', headers: { Origin: lab.host.origin, 'X-Earshot': '1', ...headers }, body });
    expect(answer.status).toBe(status);
  });

  it('names no token in the log', () => {
    expect(JSON.stringify(lab.log)).not.toContain(new URL(lab.host.url).hash.slice(1));
  });
});

describe('L-07, L-08: what every answer says of itself', () => {
  const always = {
    'x-content-type-options': 'nosniff', 'x-frame-options': 'DENY', 'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin', 'cross-origin-resource-policy': 'same-origin', 'cache-control': 'no-store',
  };
  const policy = [
    "default-src 'none'", "script-src 'self'", "style-src 'self'", "style-src-attr 'unsafe-inline'", "img-src 'self' data: blob:", "media-src 'self' blob:",
    "font-src 'self'", "connect-src 'self'", "worker-src 'self'", "object-src 'none'", "base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
  ].join('; ');

  it.each(['GET /', 'GET /assets/page.js', 'GET /missing', 'GET /media/a', 'POST /ticket', 'POST /session', 'PUT /', 'OPTIONS /ticket'])('%s', async (line) => {
    const [method = '', path = ''] = line.split(' ');
    const answer = await fetch(lab.host.origin + path, { method, headers: { Origin: lab.host.origin, 'X-Earshot': '1' } });
    await answer.arrayBuffer();
    expect(Object.fromEntries(answer.headers)).toMatchObject(always);
    expect([...answer.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
  });

  it('sends the frozen policy with the page', async () => {
    const answer = await fetch(`${lab.host.origin}/`);
    expect(answer.headers.get('content-security-policy')).toBe(policy);
    expect(policy).not.toMatch(/unsafe-eval|script-src[^;]*unsafe-inline|\*/);
  });
});

describe('L-14: the end', () => {
  it('lets nobody in any more and leaves nothing in the folder of projects', async () => {
    const short = await openWebLab();
    const cookie = await short.cookie();
    expect(cookie).toContain('earshot-');
    const url = short.host.newUrl();
    await short.host.close();
    await short.host.closed;
    await expect(signIn(url)).rejects.toThrow();
    await short.close();
  });
});
