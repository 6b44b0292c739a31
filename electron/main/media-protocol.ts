import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { mediaAnswer, type ByteRange } from '#hosts/media-response.ts';
import { silencing } from '#hosts/silenced-stream.ts';
import { securityHeaders } from '#hosts/security-headers.ts';
import { pageOrigin } from './electron-api.ts';
import type { EngineProcess } from './engine-process.ts';

const folder = `${pageOrigin}/media/`;
const idOf = (url: string): string | undefined => /^[A-Za-z0-9_-]{1,100}$/.exec(url.slice(folder.length))?.[0];

/**
 * Is this the address of a recording? Recordings lie under the page's own origin: the player may then mix their channels
 * (Web Audio plays silence for a source of another origin), and no other origin has to be invited.
 */
export function isMediaAddress(url: string): boolean {
  return url.startsWith(folder);
}

/** The bytes of a recording, silent where hidden words are said. */
function soundOf({ path, silenced = [] }: NonNullable<Awaited<ReturnType<EngineProcess['recording']>>>, range: ByteRange): Readable {
  const file = createReadStream(path, range);
  return silenced.length === 0 ? file : file.pipe(silencing(range.start, silenced));
}

/** Answers a recording of the open project by its id, in the part that the player asks for. */
export async function answerMedia(request: Pick<Request, 'method' | 'url' | 'headers'>, engine: Pick<EngineProcess, 'recording'>): Promise<Response> {
  if (request.method !== 'GET' && request.method !== 'HEAD') return new Response(null, { status: 405, headers: securityHeaders });
  const mediaId = isMediaAddress(request.url) ? idOf(request.url) : undefined;
  const recording = mediaId === undefined ? null : await engine.recording(mediaId).catch(() => null);
  if (recording === null) return new Response(null, { status: 404, headers: securityHeaders });
  const { status, headers, range } = mediaAnswer(recording, request.headers.get('range'));
  const isEmpty = range === null || request.method === 'HEAD';
  const body = isEmpty ? null : Readable.toWeb(soundOf(recording, range));
  // Node's and the browser's typings name the same stream differently.
  return new Response(body as ReadableStream<Uint8Array> | null, { status, headers: { ...securityHeaders, ...headers } });
}
