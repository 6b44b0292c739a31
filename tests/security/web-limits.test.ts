import { connect } from 'node:net';
import type { Socket } from 'node:net';
import { existsSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { attachment } from '#hosts/web/routes.ts';
import { maxUploadBytes, uploadName } from '#hosts/web/upload.ts';
import { projectFileName } from '#hosts/files/project-shelf.ts';
import { walkFolder } from '#hosts/files/folder-walk.ts';
import { requestText, sendRaw } from '#tests/support/hosts/raw-http.ts';
import { openWebLab } from '#tests/support/hosts/web-lab.ts';
import type { WebLab } from '#tests/support/hosts/web-lab.ts';

let lab: WebLab;
beforeAll(async () => { lab = await openWebLab(); });
afterAll(() => lab.close());

describe('L-11: sizes and times', () => {
  it('refuses headers over 16 KiB and addresses over 2 KiB', async () => {
    const host = `Host: 127.0.0.1:${lab.port}`;
    expect((await sendRaw(lab.port, requestText('GET /', [host, `X-Long: ${'x'.repeat(17 * 1024)}`]))).status).toBe(400);
    expect((await sendRaw(lab.port, requestText(`GET /${'x'.repeat(2050)}`, [host]))).status).toBe(414);
  });

  it('answers a normal request in time while 100 sockets only sit there', async () => {
    const slow: Socket[] = [];
    for (let more = 0; more < 100; more += 1) {
      const socket = connect({ host: '127.0.0.1', port: lab.port }, () => socket.write('GET / HTTP/1.1\r\nHost: '));
      socket.on('error', () => {});
      slow.push(socket);
    }
    await new Promise((resolve) => { setTimeout(resolve, 300); });
    const times: number[] = [];
    for (let round = 0; round < 100; round += 1) {
      const startedAt = performance.now();
      const answer = await fetch(`${lab.host.origin}/`, { headers: { Connection: 'close' } });
      await answer.text();
      expect(answer.status).toBe(200);
      times.push(performance.now() - startedAt);
    }
    for (const socket of slow) socket.destroy();
    expect(times.sort((a, b) => a - b)[98]).toBeLessThan(200);
  });
});

describe('uploads', () => {
  const upload = async (name: string, body: string, more: Record<string, string> = {}): Promise<Response> => fetch(`${lab.host.origin}/upload`, {
    method: 'POST', body, headers: { ...lab.pageHeaders(await lab.cookie()), 'Content-Type': 'application/octet-stream', 'X-Earshot-Name': encodeURIComponent(name), ...more },
  });

  it('answers a handle and never a path', async () => {
    const answer = await upload('anrufe/größe 1.vtt', 'WEBVTT');
    const handle = (await answer.json()) as { id: string; name: string; size: number };
    expect(handle).toEqual({ id: expect.stringMatching(/^[\w-]{12}$/) as string, name: 'anrufe/größe 1.vtt', size: 6 });
  });

  it('puts the files of one folder behind one handle', async () => {
    const folder = { 'X-Earshot-Folder': 'b2d7' };
    const first = (await (await upload('calls/a.vtt', 'aaa', folder)).json()) as { id: string };
    const second = await (await upload('calls/sub/b.vtt', 'bbbb', folder)).json();
    expect(second).toEqual({ id: first.id, name: 'calls', size: 7 });
  });

  it.each(['../x.vtt', '/etc/x', 'a/../../x', 'a//b', 'a\\b', 'a\u0000b', '', '.', '..', 'x'.repeat(1001)])('refuses the name %j', (name) => {
    expect(uploadName(encodeURIComponent(name))).toBeNull();
  });

  it('refuses a name that is missing or badly encoded', () => {
    expect(uploadName(undefined)).toBeNull();
    expect(uploadName('%E0%A4%A')).toBeNull();
  });

  it('refuses what says that it is too large before a byte of it is taken, and what breaks off leaves nothing', async () => {
    const headers = Object.entries({ Host: new URL(lab.host.origin).host, ...lab.pageHeaders(await lab.cookie()), 'X-Earshot-Name': 'call.vtt' }).map(([name, value]) => `${name}: ${value}`);
    const kept = () => readdirSync(join(lab.host.spoolFolder, 'uploads'));
    const before = kept().length;
    expect((await sendRaw(lab.port, requestText('POST /upload', [...headers, `Content-Length: ${maxUploadBytes + 1}`]))).status).toBe(413);
    await sendRaw(lab.port, requestText('POST /upload', [...headers, 'Content-Length: 100'], 'WEBVTT'), 100);
    await expect.poll(() => kept().length).toBe(before);
  });

  it('says so where its files cannot be written', async () => {
    const broken = await openWebLab();
    writeFileSync(join(broken.host.spoolFolder, 'uploads'), 'a file where the folder should be');
    const answer = await fetch(`${broken.host.origin}/upload`, { method: 'POST', body: 'WEBVTT', headers: { ...broken.pageHeaders(await broken.cookie()), 'X-Earshot-Name': 'call.vtt' } });
    expect(answer.status).toBe(400);
    await broken.close();
  });

  it('removes everything when the host ends', async () => {
    const short = await openWebLab();
    const projects = join(short.folder, 'projects');
    const headers = { ...short.pageHeaders(await short.cookie()), 'X-Earshot-Name': 'call.vtt' };
    await fetch(`${short.host.origin}/upload`, { method: 'POST', body: 'WEBVTT', headers });
    expect(readdirSync(projects)).toHaveLength(1);
    await short.host.close();
    expect(readdirSync(projects)).toEqual([]);
    await short.close();
  });
});

describe('L-16: names of downloads', () => {
  it.each([
    ['briefing.pptx', "attachment; filename=\"briefing.pptx\"; filename*=UTF-8''briefing.pptx"],
    ['a"b\r\nSet-Cookie: x.pptx', "attachment; filename=\"a_b__Set-Cookie_ x.pptx\"; filename*=UTF-8''a%22b%0D%0ASet-Cookie%3A%20x.pptx"],
    ["größe'(1).pdf", "attachment; filename=\"gr__e__1_.pdf\"; filename*=UTF-8''gr%C3%B6%C3%9Fe%27%281%29.pdf"],
  ])('%j', (name, header) => {
    expect(attachment(name)).toBe(header);
  });
});

describe('L-10: names that a person types, and links', () => {
  it.each(['../x', 'a/b', 'a\\b', 'C:x', 'con', 'NUL.txt', 'lpt1', '', ' ', '.hidden', 'ends.', 'a\u0000b', 'a:b', 'x'.repeat(101), '..', 'a?b'])('%j is no project name', (name) => {
    expect(() => projectFileName(name)).toThrow(/cannot be the name of a file/);
  });

  it('keeps names of people', () => {
    expect([projectFileName('Q3 Energie – Süd'), projectFileName('board.earshot')]).toEqual(['Q3 Energie – Süd', 'board']);
  });

  it('does not follow links out of a folder', async () => {
    const outside = join(lab.folder, 'outside');
    const inside = join(lab.folder, 'inside');
    mkdirSync(join(inside, 'sub'), { recursive: true });
    mkdirSync(outside);
    writeFileSync(join(outside, 'secret.vtt'), 'WEBVTT');
    writeFileSync(join(inside, 'sub', 'a.vtt'), 'WEBVTT');
    symlinkSync(join(outside, 'secret.vtt'), join(inside, 'link.vtt'));
    symlinkSync(outside, join(inside, 'folder-link'));
    symlinkSync(inside, join(inside, 'loop'));
    symlinkSync(join(inside, 'sub', 'a.vtt'), join(inside, 'own-link.vtt'));
    writeFileSync(join(inside, '.DS_Store'), 'x');
    expect((await walkFolder(inside)).map(({ name }) => name)).toEqual(['inside/own-link.vtt', 'inside/sub/a.vtt']);
  });

  it('lists no project that only a link leads to', async () => {
    const elsewhere = await openWebLab();
    const outside = join(elsewhere.folder, 'outside.earshot');
    writeFileSync(outside, 'x');
    symlinkSync(outside, join(elsewhere.folder, 'projects', 'link.earshot'));
    expect(existsSync(outside)).toBe(true);
    const { createProjectShelf } = await import('#hosts/files/project-shelf.ts');
    const shelf = createProjectShelf({ folder: join(elsewhere.folder, 'projects') });
    expect(await shelf.projects.list()).toEqual([]);
    await elsewhere.close();
  });
});
