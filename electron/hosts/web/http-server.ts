import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { LogLine } from '#engine/index.ts';
import { securityHeaders } from '../security-headers.ts';
import { guardRequest, guardUpgrade } from '../web-guard.ts';
import type { GuardOptions, RawRequest } from '../web-guard.ts';
import { limitConnections } from './connections.ts';
import { answerRoute } from './routes.ts';
import type { RouteContext } from './routes.ts';
import type { SocketDoor } from './socket-door.ts';

const maxConnections = 64;
const maxHeaderBytes = 16 * 1024;
const headersWithinMs = 10_000;
const idleMs = 60_000;

/** A server with the limits of a machine that serves one person: see reliability.md L-11. Not listening yet. */
export function createLoopbackServer(): Server {
  const server = createServer({
    maxHeaderSize: maxHeaderBytes, headersTimeout: headersWithinMs, connectionsCheckingInterval: 1000, keepAliveTimeout: idleMs,
    // An upload may take its time as long as bytes arrive; a missing Host is the guard's to refuse.
    requestTimeout: 0, requireHostHeader: false,
  });
  server.timeout = idleMs;
  limitConnections(server, maxConnections);
  server.on('connect', (_request, socket) => socket.destroy());
  server.on('clientError', (_error, socket) => {
    if (socket.writable) socket.end('HTTP/1.1 400 Bad Request\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
    else socket.destroy();
  });
  return server;
}

/** Binds to 127.0.0.1, by address and never by name, because a name could be made to mean another interface. @returns the port */
export function listen(server: Server, port: number): Promise<number> {
  return new Promise((done, fail) => {
    server.once('error', fail);
    server.listen({ host: '127.0.0.1', port, exclusive: true }, () => done((server.address() as AddressInfo).port));
  });
}

function rawRequest(request: IncomingMessage): RawRequest {
  // Node gives every request of a server both.
  const { method, url } = request as { method: string; url: string };
  return { method, url, rawHeaders: request.rawHeaders };
}

/** Refuses with an empty body and hangs up, so that a body that nobody wants is not read. */
function refuse(response: ServerResponse, status: number): void {
  response.writeHead(status, { ...securityHeaders, 'Content-Length': '0', Connection: 'close' });
  response.end();
}

/** Puts guard and routes on the server; the guard sees every request first. */
export function serveRequests(server: Server, guard: GuardOptions, context: RouteContext & { log: (line: LogLine) => void }): void {
  server.on('request', (request, response) => {
    const verdict = guardRequest(rawRequest(request), guard);
    if ('refused' in verdict) {
      refuse(response, verdict.refused.status);
      return;
    }
    answerRoute(verdict.route, { request, response }, context).catch(() => {
      context.log({ level: 'error', code: 'ROUTE_FAILED', detail: { route: verdict.route.name } });
      response.destroy();
    });
  });
}

/** Puts guard and door before every WebSocket. */
export function serveSockets(server: Server, guard: GuardOptions, door: SocketDoor): void {
  server.on('upgrade', (request, socket, head) => {
    const verdict = guardUpgrade(rawRequest(request), guard);
    const isIn = 'route' in verdict && verdict.route.name === 'rpc' && door.upgrade(request, { socket, head }, verdict.route.session);
    if (isIn) return;
    const status = 'refused' in verdict ? verdict.refused.status : 503;
    socket.on('error', () => socket.destroy());
    socket.end(`HTTP/1.1 ${status} Refused\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
  });
}
