import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import type { Engine, SilencedBytes } from '#engine/index.ts';
import { audioType } from '../audio-type.ts';
import type { LocalFiles } from '../local-files.ts';
import { mediaAnswer } from '../media-response.ts';
import type { ByteRange } from '../media-response.ts';
import { silencing } from '../silenced-stream.ts';
import type { RendererManifest } from '../renderer-manifest.ts';
import { contentSecurityPolicy, securityHeaders } from '../security-headers.ts';
import type { Route } from '../web-guard.ts';
import { answer, answerJson } from './answer.ts';
import { cookieName } from './sessions.ts';
import type { Sessions } from './sessions.ts';

export type RouteContext = {
  readonly port: number;
  readonly engine: Pick<Engine, 'mediaFile'>;
  readonly files: LocalFiles;
  readonly manifest: RendererManifest;
  readonly sessions: Sessions;
  readonly upload: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
  /** The opening page has been fetched and is not served again. */
  readonly onOpened: () => void;
};

type Exchange = { readonly request: IncomingMessage; readonly response: ServerResponse };

const maxTokenBody = 1024;
const openingScript = "location.replace('/' + location.hash)";
const openingHash = createHash('sha256').update(openingScript).digest('base64');
const openingPolicy = `default-src 'none'; script-src 'sha256-${openingHash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;

/** A small request body as text; null when it is larger than a token can make it. */
async function readSmall(request: IncomingMessage): Promise<string | null> {
  let text = '';
  for await (const piece of request) {
    text += String(piece);
    if (text.length > maxTokenBody) return null;
  }
  return text;
}

function tokenIn(text: string): string | null {
  try {
    const { token } = JSON.parse(text) as { token?: unknown };
    return typeof token === 'string' ? token : null;
  } catch {
    return null;
  }
}

async function exchangeToken(request: IncomingMessage, response: ServerResponse, context: RouteContext): Promise<void> {
  if (request.headers['content-type'] !== 'application/json') return answer(response, 415);
  const text = await readSmall(request);
  if (text === null) return answer(response, 413, { body: '', headers: { Connection: 'close' } });
  const token = tokenIn(text);
  if (token === null) return answer(response, 400);
  const outcome = context.sessions.exchange(token);
  if ('session' in outcome) {
    const cookie = `${cookieName(context.port)}=${outcome.session}; HttpOnly; SameSite=Strict; Path=/`;
    return answerJson(response, { ok: true }, { 'Set-Cookie': cookie });
  }
  if (outcome.refused === 'UNKNOWN') return answer(response, 401);
  return answer(response, 429, { body: '', headers: { 'Retry-After': String(Math.ceil(outcome.retryAfterMs / 1000)) } });
}

async function sendPage(path: string, response: ServerResponse, context: RouteContext): Promise<void> {
  const file = await context.manifest.read(path);
  if (file === null) return answer(response, 404);
  return answer(response, 200, { body: file.bytes, headers: { 'Content-Type': file.type, 'Content-Security-Policy': contentSecurityPolicy } });
}

/** Sends a part of a file. A file that ends early or a reader who leaves closes the connection; there is no one to tell. */
async function sendFile(path: string, { range, silenced = [] }: { range: ByteRange | null; silenced?: readonly SilencedBytes[] }, response: ServerResponse): Promise<void> {
  if (range === null) {
    response.end();
    return;
  }
  const file = createReadStream(path, range);
  const sending = silenced.length === 0 ? pipeline(file, response) : pipeline(file, silencing(range.start, silenced), response);
  await sending.catch(() => response.destroy());
}

async function sendMedia(id: string, { request, response }: Exchange, context: RouteContext): Promise<void> {
  const media = await context.engine.mediaFile(id);
  const found = media === null ? null : await context.files.recordingPath(media.reference);
  if (found === null) return answer(response, 404);
  const { status, headers, range } = mediaAnswer({ size: found.size, type: audioType(found.path) ?? 'application/octet-stream' }, request.headers.range ?? null);
  response.writeHead(status, { ...securityHeaders, ...headers });
  return sendFile(found.path, { range: request.method === 'HEAD' ? null : range, silenced: media?.silenced ?? [] }, response);
}

async function sendExport(id: string, { request, response }: Exchange, context: RouteContext): Promise<void> {
  const exported = context.files.exports.find(id);
  if (exported === null) return answer(response, 404);
  response.writeHead(200, {
    ...securityHeaders,
    'Content-Type': 'application/octet-stream',
    'Content-Length': String(exported.size),
    'Content-Disposition': attachment(exported.name),
  });
  const isEmpty = request.method === 'HEAD' || exported.size === 0;
  return sendFile(exported.path, { range: isEmpty ? null : { start: 0, end: exported.size - 1 } }, response);
}

/** RFC 6266 with the name in RFC 5987 form beside an ASCII one. */
export function attachment(name: string): string {
  const ascii = name.replace(/[^A-Za-z0-9._ -]/g, '_');
  const encoded = encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}

/**
 * A stepping stone for the browser that Earshot starts: that browser comes from a local file, so that the token is not
 * in its command line, and goes on to the page from our own origin, as the guard demands. Served once.
 */
function sendOpening(response: ServerResponse, context: RouteContext): void {
  context.onOpened();
  answer(response, 200, {
    body: `<!doctype html><title>Earshot</title><script>${openingScript}</script>`,
    headers: { 'Content-Type': 'text/html; charset=utf-8', 'Content-Security-Policy': openingPolicy },
  });
}

/** Answers a request that the guard has let through. */
export async function answerRoute(route: Route, exchange: Exchange, context: RouteContext): Promise<void> {
  const { request, response } = exchange;
  switch (route.name) {
    case 'page': return sendPage(route.path, response, context);
    case 'opening': return sendOpening(response, context);
    case 'session': return exchangeToken(request, response, context);
    case 'ticket': return answerJson(response, { ticket: context.sessions.newTicket(route.session) });
    case 'upload': return context.upload(request, response);
    case 'media': return sendMedia(route.id, exchange, context);
    case 'export': return sendExport(route.id, exchange, context);
    case 'rpc': return answer(response, 404);
  }
}
