import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import type { RawData, WebSocket } from 'ws';
import type { Pipe } from '../pipe.ts';

export type SocketDoorOptions = {
  /** True once for a ticket of this session. */
  readonly takeTicket: (ticket: string, session: string) => boolean;
  /** Called for every socket that has shown its ticket. */
  readonly onPipe: (pipe: Pipe) => void;
};

const maxMessageBytes = 1024 * 1024;
const maxStrangers = 8;
const authenticateWithinMs = 5000;
const policyViolation = 1008;

function ticketIn(data: RawData, isBinary: boolean): string | null {
  if (isBinary || !Buffer.isBuffer(data) || data.length > 200) return null;
  try {
    const message: unknown = JSON.parse(data.toString('utf8'));
    const { ticket } = message as { ticket?: unknown };
    return typeof ticket === 'string' ? ticket : null;
  } catch {
    return null;
  }
}

function pipeOf(socket: WebSocket): Pipe {
  return {
    send: (message) => { if (socket.readyState === socket.OPEN) socket.send(message); },
    close: () => socket.close(policyViolation),
    onMessage: (listener) => {
      socket.on('message', (data, isBinary) => listener(isBinary || !Buffer.isBuffer(data) ? data : data.toString('utf8')));
    },
    onClose: (listener) => { socket.on('close', listener); },
  };
}

export interface SocketDoor {
  /** @returns false when too many sockets are waiting to be let in */
  upgrade(request: IncomingMessage, connection: { socket: Duplex; head: Buffer }, session: string): boolean;
  openSockets(): number;
  /** Ends every socket. */
  close(): void;
}

/** Lets WebSockets in that show a ticket within five seconds; the engine sees no other. */
export function createSocketDoor(options: SocketDoorOptions): SocketDoor {
  const server = new WebSocketServer({ noServer: true, maxPayload: maxMessageBytes, perMessageDeflate: false });
  let strangers = 0;

  function admit(socket: WebSocket, session: string): void {
    strangers += 1;
    const timer = setTimeout(() => socket.close(policyViolation), authenticateWithinMs);
    const known = (): void => {
      clearTimeout(timer);
      strangers -= 1;
    };
    // A broken frame or an oversized message closes the socket by itself; there is nothing to add.
    socket.on('error', () => {});
    socket.once('close', known);
    socket.once('message', (data, isBinary) => {
      const ticket = ticketIn(data, isBinary);
      if (ticket === null || !options.takeTicket(ticket, session)) {
        socket.close(policyViolation);
        return;
      }
      socket.off('close', known);
      known();
      options.onPipe(pipeOf(socket));
      socket.send(JSON.stringify({ ready: true }));
    });
  }

  return {
    upgrade(request, connection, session) {
      if (strangers >= maxStrangers) return false;
      server.handleUpgrade(request, connection.socket, connection.head, (socket) => admit(socket, session));
      return true;
    },
    openSockets: () => server.clients.size,
    close: () => { for (const socket of server.clients) socket.terminate(); },
  };
}
