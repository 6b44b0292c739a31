import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeCallFolder } from '#tests/support/hosts/call-folder.ts';
import { type OpenPipe, openWebPipe } from '#tests/support/hosts/pipes.ts';
import { followed } from '#tests/support/hosts/procedure-record.ts';
import { openWebLab, type WebLab } from '#tests/support/hosts/web-lab.ts';

let lab: WebLab;
let pipe: OpenPipe;
let headers: Record<string, string>;
let mediaId: string;
let sound: Buffer;
const get = (path: string, more: RequestInit = {}) => fetch(`${lab.host.origin}${path}`, { ...more, headers: { ...headers, ...(more.headers as Record<string, string> | undefined) } });

beforeAll(async () => {
  lab = await openWebLab();
  const calls = makeCallFolder(lab.folder);
  pipe = await openWebPipe(lab);
  await followed(await pipe.client.project.create({ name: 'Sound', sample: false, codebook: 'empty' }));
  await followed(await pipe.client.imports.run({ fileIds: [await pipe.choose(join(calls, 'C-1.vtt')), await pipe.choose(join(calls, 'C-1.wav'))], mappings: {}, dryRun: false }));
  mediaId = (await pipe.client.interactions.get({ id: 'C-1' })).media[0]?.id ?? '';
  sound = readFileSync(join(calls, 'C-1.wav'));
  headers = lab.pageHeaders(await lab.cookie());
});
afterAll(async () => {
  await pipe.close();
  await lab.close();
});

describe('a recording over the loopback', () => {
  it('is sent whole, in the part asked for, as its head alone, and not at all where there is none', async () => {
    expect(Buffer.from(await (await get(`/media/${mediaId}`)).arrayBuffer()).equals(sound)).toBe(true);
    const part = await get(`/media/${mediaId}`, { headers: { Range: 'bytes=44-99' } });
    expect([part.status, part.headers.get('content-range')]).toEqual([206, `bytes 44-99/${sound.length}`]);
    expect(Buffer.from(await part.arrayBuffer()).equals(sound.subarray(44, 100))).toBe(true);
    const head = await get(`/media/${mediaId}`, { method: 'HEAD' });
    expect([head.status, head.headers.get('content-length'), (await head.arrayBuffer()).byteLength]).toEqual([200, String(sound.length), 0]);
    expect((await get('/media/nothing')).status).toBe(404);
    expect((await get(`/media/${mediaId}`, { headers: { Range: `bytes=${sound.length}-` } })).status).toBe(416);
  });

  it('gives none of the hidden stretch, whichever part is asked for', async () => {
    await pipe.client.privacy.markWords({ interactionId: 'C-1', words: 'Good', type: 'PERSON' });
    const heard = Buffer.from(await (await get(`/media/${mediaId}`)).arrayBuffer());
    const changed = [...heard.keys()].filter((at) => heard[at] !== sound[at]);
    expect(changed.length).toBeGreaterThan(100);
    const [from, to] = [changed[0] ?? 0, changed.at(-1) ?? 0];
    const part = Buffer.from(await (await get(`/media/${mediaId}`, { headers: { Range: `bytes=${from + 7}-${to}` } })).arrayBuffer());
    expect(part.equals(heard.subarray(from + 7, to + 1))).toBe(true);
    await pipe.client.project.undo();
    expect(Buffer.from(await (await get(`/media/${mediaId}`)).arrayBuffer()).equals(sound)).toBe(true);
  });
});

describe('other routes', () => {
  it('an export is a download under its own name; another id is nothing', async () => {
    const { exportId, name, size } = await pipe.client.privacy.exportAudit();
    const answer = await get(`/export/${exportId}`);
    expect([answer.status, answer.headers.get('content-type'), answer.headers.get('content-disposition')]).toEqual([200, 'application/octet-stream', expect.stringContaining(`filename="${name}"`)]);
    expect((await answer.arrayBuffer()).byteLength).toBe(size);
    expect((await (await get(`/export/${exportId}`, { method: 'HEAD' })).arrayBuffer()).byteLength).toBe(0);
    expect((await get('/export/nothing')).status).toBe(404);
  });

  it.each([['/rpc', 'GET', [404, 426, 400]], ['/upload', 'GET', [404, 405]], ['/ticket', 'GET', [404, 405]]] as const)('%s by %s is refused', async (path, method, codes) => {
    expect(codes).toContain((await get(path, { method })).status);
  });

  it('an upload into a folder of an impossible name is refused', async () => {
    const upload = (more: Record<string, string>) => get('/upload', { method: 'POST', body: 'x', headers: { 'X-Earshot-Name': 'a.vtt', ...more } });
    expect((await upload({ 'X-Earshot-Folder': '../up' })).status).toBe(400);
    expect((await upload({})).status).toBe(200);
  });
});
