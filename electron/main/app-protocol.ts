import { contentSecurityPolicy, securityHeaders } from '#hosts/security-headers.ts';
import type { RendererManifest } from '#hosts/renderer-manifest.ts';
import type { ElectronApi } from './electron-api.ts';
import { mediaScheme, pageOrigin, pageScheme } from './electron-api.ts';
import type { PrintRoom } from './print-room.ts';

/** Makes the two private schemes known. Must be called before the app is ready. */
export function registerSchemes(electron: ElectronApi): void {
  electron.protocol.registerSchemesAsPrivileged([
    { scheme: pageScheme, privileges: { standard: true, secure: true, supportFetchAPI: true } },
    { scheme: mediaScheme, privileges: { standard: true, secure: true, stream: true } },
  ]);
}

const policy = contentSecurityPolicy('earshot-media:');
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
  const headers = { ...securityHeaders, 'Content-Type': file.type, 'Content-Security-Policy': policy };
  return new Response(request.method === 'HEAD' ? null : file.bytes, { status: 200, headers });
}

/** Serves the page at `earshot://app/`, and what is being printed to the print room's own windows. */
export function serveApp(electron: ElectronApi, manifest: RendererManifest, printRoom: Pick<PrintRoom, 'answer'>): void {
  electron.protocol.handle(pageScheme, async (request) => printRoom.answer(request) ?? answerPage(request, manifest));
}
