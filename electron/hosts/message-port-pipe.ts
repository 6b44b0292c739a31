import type { Pipe } from './pipe.ts';

/** What Node's MessagePort and Electron's MessagePortMain have in common; the latter wraps the data in an event. */
export interface PortLike {
  on(event: 'message', listener: (message: unknown) => void): unknown;
  on(event: 'close', listener: () => void): unknown;
  postMessage(message: unknown): void;
  start(): void;
  close(): void;
}

/** A pipe over Node's MessagePort, which hands the data itself to its listeners. */
export function nodePortPipe(port: PortLike): Pipe {
  return {
    send: (message) => port.postMessage(message),
    close: () => port.close(),
    onMessage: (listener) => {
      port.on('message', listener);
      port.start();
    },
    onClose: (listener) => { port.on('close', listener); },
  };
}

/** A pipe over Electron's MessagePortMain, in the main or a utility process. */
export function electronPortPipe(port: PortLike): Pipe {
  const pipe = nodePortPipe(port);
  return { ...pipe, onMessage: (listener) => pipe.onMessage((event) => listener((event as { data: unknown }).data)) };
}
