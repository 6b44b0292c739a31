import { describe, expect, it } from 'vitest';
import { createORPCClient, ORPCError } from '@orpc/client';
import type { ClientLink } from '@orpc/client';
import { EngineLink, EngineLostError } from '#renderer/engine/link.ts';
import { failureOf } from '#renderer/engine/failure.ts';
import { SessionRefusedError } from '#renderer/engine/web-session.ts';
import { uploadsOfFiles } from '#renderer/engine/web-upload.ts';
import type { EnginePipe } from '#renderer/engine/shell.ts';
import type { EngineClient } from '#tests/support/hosts/pipes.ts';
import { openMemoryPipe } from '#tests/support/hosts/pipes.ts';

type Opened = { pipe: EnginePipe; cut: () => void };

/** A pipe whose calls wait for ever, until it is cut; then they fail as oRPC's do. */
function waitingPipe(): Opened {
  let cut: () => void = () => {};
  const closed = new Promise<void>((resolve) => { cut = resolve; });
  const link: ClientLink<Record<never, never>> = {
    call: (path, _input, options) => new Promise((_resolve, reject) => {
      if (path[1] === 'get') reject(new ORPCError('NOT_FOUND', { defined: true, data: { message: 'There is no such thing.' } }));
      void closed.then(() => reject(new DOMException('gone', 'AbortError')));
      options.signal?.addEventListener('abort', () => reject(new DOMException('mine', 'AbortError')));
    }),
  };
  return { pipe: { link, closed, close: cut }, cut: () => cut() };
}

describe('the page’s link', () => {
  it('says that the engine is lost to every waiting call, and opens a new pipe at the next', async () => {
    const opened: Opened[] = [];
    const link = new EngineLink(() => {
      const next = waitingPipe();
      opened.push(next);
      return Promise.resolve(next.pipe);
    });
    const client: EngineClient = createORPCClient(link);
    const states: string[] = [];
    link.subscribe(() => states.push(link.state()));
    const calls = [client.project.info(), client.codebook.list()].map((call) => call.catch((error: unknown) => error));
    await expect.poll(() => opened.length).toBe(1);
    opened[0]?.cut();
    for (const error of await Promise.all(calls)) {
      expect(error).toBeInstanceOf(EngineLostError);
      expect(failureOf(error)).toEqual({ code: 'ENGINE_LOST', message: null });
    }
    await link.reconnect();
    expect(opened).toHaveLength(2);
    expect(states).toEqual(['ready', 'lost', 'connecting', 'ready']);
  });

  it('keeps quiet when the caller itself gave up', async () => {
    const link = new EngineLink(() => Promise.resolve(waitingPipe().pipe));
    const client: EngineClient = createORPCClient(link);
    const stop = new AbortController();
    const call = client.project.info(undefined, { signal: stop.signal }).catch((error: unknown) => error);
    await link.reconnect();
    stop.abort();
    expect(await call).not.toBeInstanceOf(EngineLostError);
    expect(link.state()).toBe('ready');
  });

  it('passes refusals of the contract on as they are', async () => {
    const client: EngineClient = createORPCClient(new EngineLink(() => Promise.resolve(waitingPipe().pipe)));
    const error = await client.interactions.get({ id: 'x' }).catch((refusal: unknown) => refusal);
    expect(failureOf(error)).toEqual({ code: 'NOT_FOUND', message: 'There is no such thing.' });
  });

  it('is lost when no pipe can be opened, and tries again at the next call', async () => {
    let tries = 0;
    const link = new EngineLink(() => {
      tries += 1;
      return tries === 1 ? Promise.reject(new Error('nobody there')) : Promise.resolve(waitingPipe().pipe);
    });
    await expect(link.reconnect()).rejects.toBeInstanceOf(EngineLostError);
    expect(link.state()).toBe('lost');
    await link.reconnect();
    expect([link.state(), tries]).toEqual(['ready', 2]);
  });

  it('says that a page which is not let in will never be', async () => {
    const link = new EngineLink(() => Promise.reject(new SessionRefusedError()));
    await expect(link.reconnect()).rejects.toBeInstanceOf(EngineLostError);
    expect(link.state()).toBe('refused');
  });

  it('follows a stream to its report, and says so when the engine is lost in the middle', async () => {
    const real = await openMemoryPipe();
    let cut: () => void = () => {};
    const closed = new Promise<void>((resolve) => { cut = resolve; });
    const link = new EngineLink(() => Promise.resolve({
      closed, close: () => cut(),
      link: { call: (path, input, options) => (real.client as unknown as Record<string, Record<string, (input: unknown, options: unknown) => Promise<unknown>>>)[path[0] ?? '']?.[path[1] ?? '']?.(input, options) ?? Promise.reject(new Error('none')) },
    }));
    const client: EngineClient = createORPCClient(link);
    const job = await client.project.create({ name: 'Stream', sample: false });
    let step = await job.next();
    while (step.done !== true) step = await job.next();
    expect(step.value).toMatchObject({ name: 'Stream' });
    const changes = await client.project.changes();
    const next = changes.next().catch((error: unknown) => error);
    cut();
    await real.close();
    expect(await next).toBeInstanceOf(EngineLostError);
  });
});

describe('failures', () => {
  it.each([
    [new ORPCError('BAD_REQUEST', { data: { issues: [] } }), 'BAD_INPUT'],
    [new ORPCError('NOT_FOUND', { message: 'No procedure matched' }), 'UNEXPECTED'],
    [new ORPCError('INTERNAL_SERVER_ERROR'), 'UNEXPECTED'],
    [new ORPCError('DISK_FULL', { defined: true, data: { message: 'The disk is full.' } }), 'DISK_FULL'],
    [new ORPCError('SOMETHING_NEW', { defined: true, data: { message: 'x' } }), 'UNEXPECTED'],
    [new TypeError('x'), 'UNEXPECTED'], ['text', 'UNEXPECTED'], [undefined, 'UNEXPECTED'],
  ])('%s is %s', (error, code) => {
    expect(failureOf(error).code).toBe(code);
  });
});

describe('uploads', () => {
  const file = (name: string, place = ''): File => Object.defineProperty(new File(['x'], name), 'webkitRelativePath', { value: place });

  it('keep their place in a folder, and one folder has one key', () => {
    const uploads = uploadsOfFiles([file('a.vtt', 'calls/a.vtt'), file('b.vtt', 'calls/sub/b.vtt'), file('c.vtt', 'other/c.vtt'), file('d.csv')]);
    expect(uploads.map(({ name }) => name)).toEqual(['calls/a.vtt', 'calls/sub/b.vtt', 'other/c.vtt', 'd.csv']);
    const [a, b, c, d] = uploads.map(({ folder }) => folder);
    expect(a).toBe(b);
    expect(c).not.toBe(a);
    expect(d).toBeNull();
  });
});
