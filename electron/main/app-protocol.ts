import { contentSecurityPolicy, securityHeaders } from '#hosts/security-headers.ts';
import type { RendererManifest } from '#hosts/renderer-manifest.ts';
import type { ElectronApi } from './electron-api.ts';
import { pageOrigin, pageScheme } from './electron-api.ts';
import type { EngineProcess } from './engine-process.ts';
import { answerMedia, isMediaAddress } from './media-protocol.ts';
import type { PrintRoom } from './print-room.ts';

/** Makes the private scheme known. Must be called before the app is ready. */
export function registerSchemes(electron: ElectronApi): void {
  electron.protocol.registerSchemesAsPrivileged([
    { scheme: pageScheme, privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true } },
  ]);
}

const notFound = (): Response => new Response(null, { status: 404, headers: securityHeaders });

/**
 * Answers an address of the page from the build's list. The address is compared as it came, so that there is nothing to
 * decode, join or normalise.
 */
export async function answerPage(request: Pick<Request, 'method' | 'url'>, manifest: RendererManifest): Promise<Response> {
  if (request.method !== 'GET' && request.method !== 'HEAD') return new Response(null, { status: 405, headers: securityHeaders });
  if (!request.url.startsWith(`${pageOrigin}/`)) return notFound();
  const file = await manifest.read(request.url.slice(pageOrigin.length));
  if (file === null) return notFound();
  const headers = { ...securityHeaders, 'Content-Type': file.type, 'Content-Security-Policy': contentSecurityPolicy };
  return new Response(request.method === 'HEAD' ? null : file.bytes, { status: 200, headers });
}

/** Serves the page at `earshot://app/`, recordings under `media/` of it, and what is being printed to the print room's own windows. */
export function serveApp(electron: ElectronApi, from: { manifest: RendererManifest; printRoom: Pick<PrintRoom, 'answer'>; engine: Pick<EngineProcess, 'recording'> }): void {
  electron.protocol.handle(pageScheme, async (request) => from.printRoom.answer(request)
    ?? (isMediaAddress(request.url) ? answerMedia(request, from.engine) : answerPage(request, from.manifest)));
}
