import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from '@playwright/test';
import type { Browser, Page } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { figure } from '#tests/support/figure.ts';
import { makeCallFolder } from '#tests/support/hosts/call-folder.ts';
import { openWebLab } from '#tests/support/hosts/web-lab.ts';
import type { WebLab } from '#tests/support/hosts/web-lab.ts';

// A plain script without typings of its own.
const { findBrowser } = (await import(pathToFileURL(join(import.meta.dirname, '../../scripts/find-browser.mjs')).href)) as { findBrowser(): string | null };
const program = findBrowser();

let lab: WebLab;
let browser: Browser;
let evil: Server;
let evilPort: number;

/** A page of a stranger, and a place where it could bring what it has got hold of. */
function startEvilServer(): Promise<Server> {
  const server = createServer((_request, response) => {
    response.writeHead(200, { 'Content-Type': 'text/html' });
    response.end('<!doctype html><title>evil</title><body>evil</body>');
  });
  return new Promise((resolve) => { server.listen(0, '127.0.0.1', () => resolve(server)); });
}

/** Everything that a page can try against another address. Resolves to what it could read, open or load. */
async function attack(page: Page, target: string): Promise<string[]> {
  return page.evaluate(async (origin) => {
    const got: string[] = [];
    const tried = <T>(what: string, work: () => Promise<T>, isSuccess: (value: T) => boolean): Promise<void> =>
      work().then((value) => { if (isSuccess(value)) got.push(what); }, () => {});
    const loads = (tag: 'img' | 'script' | 'audio' | 'link', path: string) => new Promise<boolean>((resolve) => {
      const element = document.createElement(tag);
      element.addEventListener('load', () => resolve(true));
      element.addEventListener('loadeddata', () => resolve(true));
      element.addEventListener('error', () => resolve(false));
      if (element instanceof HTMLLinkElement) Object.assign(element, { rel: 'stylesheet', href: origin + path });
      else element.src = origin + path;
      document.body.append(element);
      setTimeout(() => resolve(false), 1500);
    });
    const socket = () => new Promise<boolean>((resolve) => {
      const heard = new WebSocket(`${origin.replace('http', 'ws')}/rpc`);
      heard.onopen = () => resolve(true);
      heard.onmessage = () => resolve(true);
      heard.onerror = () => resolve(false);
    });
    const frame = () => new Promise<boolean>((resolve) => {
      const inner = document.createElement('iframe');
      inner.src = `${origin}/`;
      inner.onload = () => { try { resolve((inner.contentDocument?.title ?? '').includes('Earshot')); } catch { resolve(false); } };
      document.body.append(inner);
      setTimeout(() => resolve(false), 1500);
    });
    const headers = { 'X-Earshot': '1', 'Content-Type': 'application/json' };
    await Promise.all([
      tried('fetch', () => fetch(`${origin}/`).then((answer) => answer.text()), (text) => text.length > 0),
      tried('fetch with cookies', () => fetch(`${origin}/media/a`, { credentials: 'include' }), () => true),
      tried('post with our header', () => fetch(`${origin}/ticket`, { method: 'POST', headers, credentials: 'include' }), () => true),
      tried('token', () => fetch(`${origin}/session`, { method: 'POST', headers, body: '{"token":"x"}' }), () => true),
      tried('blind post', () => fetch(`${origin}/ticket`, { method: 'POST', mode: 'no-cors', credentials: 'include' }).then((answer) => answer.text()), (text) => text !== ''),
      tried('script', () => loads('script', '/assets/page.js'), Boolean),
      tried('style', () => loads('link', '/assets/page.js'), Boolean),
      tried('picture', () => loads('img', '/'), Boolean),
      tried('sound', () => loads('audio', '/media/a'), Boolean),
      tried('socket', socket, Boolean),
      tried('frame', frame, Boolean),
    ]);
    return got;
  }, target);
}

describe.skipIf(program === null)(program === null ? 'foreign pages: not run, there is no Chromium here' : 'foreign pages in a real browser', () => {
  beforeAll(async () => {
    lab = await openWebLab();
    evil = await startEvilServer();
    evilPort = (evil.address() as AddressInfo).port;
    browser = await chromium.launch({
      executablePath: program ?? '',
      args: ['--host-resolver-rules=MAP evil.test 127.0.0.1', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
    });
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    evil?.close();
    await lab?.close();
  });

  /** A browser that is signed in to Earshot, as the victim's is. */
  async function victim(): Promise<{ ours: Page; stranger: Page }> {
    const context = await browser.newContext();
    const ours = await context.newPage();
    await ours.goto(lab.host.newUrl());
    const isIn = await ours.evaluate(async () => {
      const token = location.hash.slice(1);
      const answer = await fetch('/session', { method: 'POST', headers: { 'X-Earshot': '1', 'Content-Type': 'application/json' }, body: JSON.stringify({ token }) });
      return answer.ok && (await fetch('/ticket', { method: 'POST', headers: { 'X-Earshot': '1' } })).ok;
    });
    expect(isIn).toBe(true);
    return { ours, stranger: await context.newPage() };
  }

  it('our own page is let in, so that the refusals below mean something', async () => {
    const { ours } = await victim();
    expect(await ours.title()).toBe('Earshot');
    await ours.context().close();
  });

  it.each([['another site', 'evil.test'], ['another port of this computer, which gets our cookie', '127.0.0.1']])('a page of %s reads, opens and loads nothing', async (_name, host) => {
    const { stranger } = await victim();
    await stranger.goto(`http://${host}:${evilPort}/`);
    expect(await attack(stranger, lab.host.origin)).toEqual([]);
    await stranger.context().close();
  });

  it('a rebound name loads no byte of the page', async () => {
    const { stranger } = await victim();
    const answered = stranger.waitForResponse(`http://evil.test:${lab.port}/`);
    // A refusal without a body is shown as an error of the browser's own.
    await expect(stranger.goto(`http://evil.test:${lab.port}/`)).rejects.toThrow('ERR_HTTP_RESPONSE_CODE_FAILURE');
    expect((await answered).status()).toBe(421);
    const neighbour = await stranger.context().newPage();
    await neighbour.goto(`http://evil.test:${evilPort}/`);
    expect(await attack(neighbour, `http://evil.test:${lab.port}`)).toEqual([]);
    figure('G-14', 'a rebound name and its neighbour in a real Chromium: 0 successes, 0 bytes');
    await stranger.context().close();
  });

  it('a form of a stranger changes nothing', async () => {
    const { stranger } = await victim();
    await stranger.goto(`http://evil.test:${evilPort}/`);
    const answered = stranger.waitForResponse((answer) => answer.url().startsWith(lab.host.origin));
    await stranger.evaluate((origin) => {
      const form = Object.assign(document.createElement('form'), { method: 'post', action: `${origin}/ticket` });
      document.body.append(form);
      form.submit();
    }, lab.host.origin);
    expect((await answered).status()).toBe(403);
    await stranger.context().close();
  });

  it('a recording plays on our page and can be sought in', async () => {
    const { ours } = await victim();
    const wav = makeCallFolder(lab.folder);
    const { openWebPipe } = await import('#tests/support/hosts/pipes.ts');
    const { followed } = await import('#tests/support/hosts/procedure-record.ts');
    const pipe = await openWebPipe(lab);
    await followed(await pipe.client.project.create({ name: 'Sound', sample: false }));
    const fileIds = [await pipe.choose(join(wav, 'C-1.vtt')), await pipe.choose(join(wav, 'C-1.wav'))];
    await followed(await pipe.client.imports.run({ fileIds, mappings: {}, dryRun: false }));
    const media = (await pipe.client.interactions.get({ id: 'C-1' })).media[0]?.id ?? '';
    const played = await ours.evaluate((id) => new Promise((resolve) => {
      const audio = new Audio(`/media/${id}`);
      audio.addEventListener('error', () => resolve({ error: audio.error?.message }));
      audio.addEventListener('loadedmetadata', () => { audio.currentTime = 0.4; });
      audio.addEventListener('seeked', () => resolve({ durationMs: Math.round(audio.duration * 1000), atMs: Math.round(audio.currentTime * 1000) }));
    }), media);
    expect(played).toEqual({ durationMs: 500, atMs: 400 });
    await ours.context().close();
  });
});
