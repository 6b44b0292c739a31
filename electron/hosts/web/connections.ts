import type { Server } from 'node:http';
import type { Socket } from 'node:net';

/**
 * Keeps at most `most` connections. A new one beyond that takes the place of the one that has waited longest without a
 * request, so that sockets which only sit there cannot keep the page out.
 */
export function limitConnections(server: Server, most: number): void {
  const waiting = new Set<Socket>();
  const open = new Set<Socket>();
  const wait = (socket: Socket): void => {
    waiting.delete(socket);
    waiting.add(socket);
  };
  server.on('connection', (socket) => {
    if (open.size >= most) {
      const [oldest] = waiting;
      if (oldest === undefined) {
        socket.destroy();
        return;
      }
      forget(oldest);
      oldest.destroy();
    }
    open.add(socket);
    wait(socket);
    socket.once('close', () => forget(socket));
  });
  server.on('request', (request, response) => {
    waiting.delete(request.socket);
    response.once('close', () => { if (open.has(request.socket)) wait(request.socket); });
  });
  server.on('upgrade', (request) => waiting.delete(request.socket as Socket));
  function forget(socket: Socket): void {
    open.delete(socket);
    waiting.delete(socket);
  }
}
