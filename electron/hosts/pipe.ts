import { ORPCError } from '@orpc/server';
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

type Log = (line: LogLine) => void;
type CallOptions = { readonly path: readonly string[]; next(): Promise<unknown> };

/** Where in the program an error was made: a file and a line, nothing of what it says, which may be a customer's words. */
function placeOf(error: Error): string {
  return /\(?([^\s()]+:\d+):\d+\)?$/m.exec(error.stack ?? '')?.[1] ?? 'unknown';
}

/** Notes a failure that is not one of the contract's; the client is only told that there was one. */
function noteFailure(error: unknown, path: readonly string[], log: Log): void {
  // A page that has lost interest in an answer is no failure.
  if (error instanceof ORPCError || (error instanceof Error && error.name === 'AbortError')) return;
  const failure = error instanceof Error ? error : new Error('Not an error.');
  const words = process.env['EARSHOT_DEBUG'] === undefined ? {} : { message: failure.message };
  log({ level: 'error', code: 'PROCEDURE_FAILED', detail: { procedure: path.join('.'), error: failure.name, at: placeOf(failure), ...words } });
}

async function* noteStream(events: AsyncGenerator<unknown, unknown, void>, path: readonly string[], log: Log): AsyncGenerator<unknown, unknown, void> {
  try {
    return yield* events;
  } catch (error) {
    noteFailure(error, path, log);
    throw error;
  }
}

function noteFailures(log: Log) {
  return async ({ path, next }: CallOptions): Promise<unknown> => {
    try {
      const output = await next();
      const isStream = typeof output === 'object' && output !== null && Symbol.asyncIterator in output;
      return isStream ? noteStream(output as AsyncGenerator<unknown, unknown, void>, path, log) : output;
    } catch (error) {
      noteFailure(error, path, log);
      throw error;
    }
  };
}

/** What oRPC's adapter sends is text; bytes would be a file, which never travels by RPC. */
function sendText(pipe: Pipe, message: unknown): void {
  if (typeof message === 'string') pipe.send(message);
}

/**
 * Runs what comes in one by one, each in a turn of the event loop of its own. Several messages can come in one turn when the
 * engine was busy; the one that needs fewer steps before it reaches the command log would then overtake the others: an undo
 * would take back what was done before the change that it was meant for.
 */
function inTurns(): (work: () => void) => void {
  const waiting: (() => void)[] = [];
  let isRunning = false;
  const next = (): void => {
    const work = waiting.shift();
    isRunning = work !== undefined;
    if (work === undefined) return;
    setImmediate(next);
    work();
  };
  return (work) => {
    waiting.push(work);
    if (!isRunning) next();
  };
}

/**
 * Puts the engine behind a pipe. All pipes use the same adapter behind the same gate, so that they refuse the same.
 * A message that the gate refuses closes the pipe; calls in work are then aborted.
 */
export function attachEngine(options: { router: Engine['router']; pipe: Pipe; log: Log; gate?: GateOptions }): void {
  const { router, pipe, log } = options;
  const check = createGate(options.gate);
  const toClient = (message: unknown): void => sendText(pipe, message);
  const inTurn = inTurns();
  const socket = {
    send: toClient,
    addEventListener(type: string, listener: (event: { data?: string }) => unknown): void {
      if (type === 'close') pipe.onClose(() => inTurn(() => { listener({}); }));
      else pipe.onMessage((data) => {
        const verdict = check(data);
        if ('text' in verdict) {
          inTurn(() => { listener({ data: verdict.text }); });
          return;
        }
        log({ level: 'warn', code: 'PIPE_REFUSED', detail: { reason: verdict.refused } });
        pipe.close();
      });
    },
  };
  // The adapter uses nothing of the socket but these two members; their full typings are those of a real ws.
  void new RPCHandler(router, { clientInterceptors: [noteFailures(log)] }).upgrade(socket as unknown as AdapterSocket, { context: {} });
}
