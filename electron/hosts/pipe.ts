import { RPCHandler } from '@orpc/server/ws';
import type { Engine, LogLine } from '#engine/index.ts';
import { createGate } from './gate.ts';
import type { GateOptions } from './gate.ts';

/** A two-way line to one client, whatever carries it. `onMessage` and `onClose` are called at most once each. */
export interface Pipe {
  send(message: string): void;
  close(): void;
  onMessage(listener: (data: unknown) => void): void;
  onClose(listener: () => void): void;
}

type AdapterSocket = Parameters<RPCHandler<Record<never, never>>['upgrade']>[0];

/** What oRPC's adapter sends is text; bytes would be a file, which never travels by RPC. */
function sendText(pipe: Pipe, message: unknown): void {
  if (typeof message === 'string') pipe.send(message);
}

/**
 * Puts the engine behind a pipe. All pipes use the same adapter behind the same gate, so that they refuse the same.
 * A message that the gate refuses closes the pipe; calls in work are then aborted.
 */
export function attachEngine(options: { router: Engine['router']; pipe: Pipe; log: (line: LogLine) => void; gate?: GateOptions }): void {
  const { router, pipe, log } = options;
  const check = createGate(options.gate);
  const toClient = (message: unknown): void => sendText(pipe, message);
  const socket = {
    send: toClient,
    addEventListener(type: string, listener: (event: { data?: string }) => unknown): void {
      if (type === 'close') pipe.onClose(() => { listener({}); });
      else pipe.onMessage((data) => {
        const verdict = check(data);
        if ('text' in verdict) {
          listener({ data: verdict.text });
          return;
        }
        log({ level: 'warn', code: 'PIPE_REFUSED', detail: { reason: verdict.refused } });
        pipe.close();
      });
    },
  };
  // The adapter uses nothing of the socket but these two members; their full typings are those of a real ws.
  void new RPCHandler(router).upgrade(socket as unknown as AdapterSocket, { context: {} });
}
