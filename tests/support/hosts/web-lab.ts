import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRendererManifest } from '#hosts/renderer-manifest.ts';
import type { RendererManifest } from '#hosts/renderer-manifest.ts';
import { startWebHost } from '#hosts/web.ts';
import type { WebHost, WebHostOptions } from '#hosts/web.ts';
import type { LogLine } from '#engine/index.ts';

/** Text that no answer may ever hold: it lies beside, above and below the page's files, but on no list. */
export const foreignBytes = 'FOREIGN-BYTES-NOBODY-MAY-SEE';

export type WebLab = {
  readonly host: WebHost;
  readonly port: number;
  readonly folder: string;
  readonly log: readonly LogLine[];
  /** A cookie header of a session of its own. */
  cookie(): Promise<string>;
  /** The headers of a request that our own page would make. */
  pageHeaders(cookie: string): Record<string, string>;
  close(): Promise<void>;
};

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** A page of two files with foreign files all around it. */
export function makePage(folder: string): RendererManifest {
  const html = '<!doctype html><title>Earshot</title><script type="module" src="/assets/page.js"></script>';
  const script = 'document.title = "Earshot";';
  mkdirSync(join(folder, 'renderer', 'assets'), { recursive: true });
  mkdirSync(join(folder, 'renderer-sibling'), { recursive: true });
  writeFileSync(join(folder, 'renderer', 'index.html'), html);
  writeFileSync(join(folder, 'renderer', 'assets', 'page.js'), script);
  for (const place of ['secret.txt', 'renderer/secret.txt', 'renderer/assets/secret.txt', 'renderer-sibling/secret.txt']) {
    writeFileSync(join(folder, place), foreignBytes);
  }
  return createRendererManifest(folder, [
    { url: '/', file: 'renderer/index.html', type: 'text/html; charset=utf-8', sha256: sha256(html) },
    { url: '/assets/page.js', file: 'renderer/assets/page.js', type: 'text/javascript; charset=utf-8', sha256: sha256(script) },
  ]);
}

/** Exchanges the token of an address for a cookie, as the page does. */
export async function signIn(url: string): Promise<Response> {
  const { origin, hash } = new URL(url);
  return fetch(`${origin}/session`, {
    method: 'POST', headers: { Origin: origin, 'X-Earshot': '1', 'Content-Type': 'application/json' }, body: JSON.stringify({ token: hash.slice(1) }),
  });
}

/** A real web host over an empty folder of projects, on a port of its own. */
export async function openWebLab(options: Partial<WebHostOptions> = {}): Promise<WebLab> {
  const folder = mkdtempSync(join(tmpdir(), 'earshot-web-'));
  const log: LogLine[] = [];
  const projectsFolder = join(folder, 'projects');
  mkdirSync(projectsFolder);
  const host = await startWebHost({ projectsFolder, manifest: makePage(folder), sampleFolder: null, log: (line) => log.push(line), ...options });
  return {
    host, folder, log,
    port: Number(new URL(host.origin).port),
    async cookie() {
      const answer = await signIn(host.newUrl());
      return (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
    },
    pageHeaders: (cookie) => ({ Origin: host.origin, Cookie: cookie, 'X-Earshot': '1', 'Sec-Fetch-Site': 'same-origin' }),
    async close() {
      await host.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
