/** A request as Node's parser gives it, before anything was made of it. */
export type RawRequest = { readonly method: string; readonly url: string; readonly rawHeaders: readonly string[] };

/** Why a request was refused. Answered with the status and an empty body; only the code is logged. */
export type Refusal = {
  readonly status: 400 | 401 | 403 | 404 | 405 | 414 | 421 | 431;
  readonly code: 'HOST' | 'ADDRESS' | 'METHOD' | 'ORIGIN' | 'FETCH_SITE' | 'SESSION' | 'GUARD_HEADER';
};

export type GuardOptions = {
  readonly port: number;
  /** The session behind the request's cookies, or null. */
  readonly sessionOf: (cookies: readonly string[]) => string | null;
  /** True while the one-time opening page waits for the browser that Earshot itself has started. */
  readonly isOpening: () => boolean;
};

export type Route =
  | { readonly name: 'page'; readonly path: string }
  | { readonly name: 'opening' }
  | { readonly name: 'session' }
  | { readonly name: 'ticket' | 'upload'; readonly session: string }
  | { readonly name: 'media' | 'export'; readonly id: string; readonly session: string }
  | { readonly name: 'rpc'; readonly session: string };

export type Verdict = { readonly route: Route } | { readonly refused: Refusal };

const maxAddress = 2048;
// No percent sign, no backslash, no dot segment, no empty segment: nothing that two readers could read in two ways.
const plainPath = /^(?:\/|(?:\/[A-Za-z0-9_-][A-Za-z0-9._-]*)+)$/;
const idPath = /^\/(media|export)\/([A-Za-z0-9_-]{1,100})$/;
const allowedSites = new Set(['same-origin', 'none']);

/** Every value of a header, in order; Node's own list would drop or join some. */
export function headerValues(request: RawRequest, name: string): string[] {
  const values: string[] = [];
  for (let at = 0; at + 1 < request.rawHeaders.length; at += 2) {
    if (request.rawHeaders[at]?.toLowerCase() === name) values.push(request.rawHeaders[at + 1] ?? '');
  }
  return values;
}

function refuse(status: Refusal['status'], code: Refusal['code']): Verdict {
  return { refused: { status, code } };
}

/** The Host, if it is exactly one of the three names of this server; a rebound name of an attacker is not. */
function ownHost(request: RawRequest, port: number): string | null {
  const [host, ...more] = headerValues(request, 'host');
  if (host === undefined || more.length > 0) return null;
  return host === `127.0.0.1:${port}` || host === `localhost:${port}` || host === `[::1]:${port}` ? host : null;
}

/** True when another site has sent this, as far as the browser says so. Without Origin only reading is allowed. */
function comesFromElsewhere(request: RawRequest, host: string, isReading: boolean): Refusal['code'] | null {
  const origins = headerValues(request, 'origin');
  const isOwnOrigin = origins.length === 1 && origins[0] === `http://${host}`;
  if (!isOwnOrigin && (origins.length > 0 || !isReading)) return 'ORIGIN';
  const sites = headerValues(request, 'sec-fetch-site');
  return sites.every((site) => allowedSites.has(site)) ? null : 'FETCH_SITE';
}

/** The navigation of the browser that Earshot started itself comes from a local file, hence from "elsewhere". */
function isOpeningNavigation(request: RawRequest, options: GuardOptions): boolean {
  return request.method === 'GET' && request.url === '/open' && options.isOpening()
    && headerValues(request, 'origin').length === 0
    && headerValues(request, 'sec-fetch-mode').join() === 'navigate' && headerValues(request, 'sec-fetch-dest').join() === 'document';
}

function routeOf(request: RawRequest, session: string | null): Route | Refusal {
  const needsSession: Refusal = { status: 401, code: 'SESSION' };
  if (request.method === 'POST') {
    if (request.url === '/session') return { name: 'session' };
    if (request.url !== '/ticket' && request.url !== '/upload') return { status: 404, code: 'ADDRESS' };
    return session === null ? needsSession : { name: request.url === '/ticket' ? 'ticket' : 'upload', session };
  }
  const [, kind, id] = idPath.exec(request.url) ?? [];
  if ((kind === 'media' || kind === 'export') && id !== undefined) return session === null ? needsSession : { name: kind, id, session };
  return { name: 'page', path: request.url };
}

function guardOrdinary(request: RawRequest, host: string, options: GuardOptions): Verdict {
  const isReading = request.method === 'GET' || request.method === 'HEAD';
  if (request.method === 'OPTIONS') return refuse(403, 'METHOD');
  if (!isReading && request.method !== 'POST') return refuse(405, 'METHOD');
  const elsewhere = comesFromElsewhere(request, host, isReading);
  if (elsewhere !== null) return refuse(403, elsewhere);
  const route = routeOf(request, options.sessionOf(headerValues(request, 'cookie')));
  if ('status' in route) return { refused: route };
  if (!isReading && headerValues(request, 'x-earshot').join() !== '1') return refuse(403, 'GUARD_HEADER');
  return { route };
}

/**
 * The one check that every HTTP request passes before anything else looks at it: Host first, then the form of the
 * address, then where it comes from, then the session (reliability.md L-02 to L-09).
 */
export function guardRequest(request: RawRequest, options: GuardOptions): Verdict {
  const host = ownHost(request, options.port);
  if (host === null) return refuse(421, 'HOST');
  if (request.url.length > maxAddress) return refuse(414, 'ADDRESS');
  if (!plainPath.test(request.url)) return refuse(400, 'ADDRESS');
  if (isOpeningNavigation(request, options)) return { route: { name: 'opening' } };
  return guardOrdinary(request, host, options);
}

/** The same for a WebSocket: our Host, our Origin (never absent), our cookie, the one address. */
export function guardUpgrade(request: RawRequest, options: GuardOptions): Verdict {
  const host = ownHost(request, options.port);
  if (host === null) return refuse(421, 'HOST');
  if (request.method !== 'GET') return refuse(405, 'METHOD');
  if (request.url !== '/rpc') return refuse(404, 'ADDRESS');
  const elsewhere = comesFromElsewhere(request, host, false);
  if (elsewhere !== null) return refuse(403, elsewhere);
  const session = options.sessionOf(headerValues(request, 'cookie'));
  return session === null ? refuse(401, 'SESSION') : { route: { name: 'rpc', session } };
}
