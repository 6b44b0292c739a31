import { ORPCError } from '@orpc/client';
import type { ClientLink, ClientOptions } from '@orpc/client';
import type { EnginePipe } from './shell.ts';
import { SessionRefusedError } from './web-session.ts';

/** The engine went away while a call was waiting, or cannot be reached. Acknowledged changes are on disk. */
export class EngineLostError extends Error {
  constructor(cause: unknown) {
    super('Earshot lost its engine. Every change that was confirmed is on disk.', { cause });
    this.name = 'EngineLostError';
  }
}

/** `refused`: this page will never be let in, so trying again is of no use. */
export type ConnectionState = 'connecting' | 'ready' | 'lost' | 'refused';
type Context = Record<never, never>;

/**
 * A link that outlives its pipe: opens one when it is needed, says when it is lost, opens a new one at the next call or
 * at `reconnect`. oRPC rejects waiting calls with an AbortError when a pipe goes; here, and only here, that becomes
 * EngineLostError, unless the caller itself had given up.
 */
export class EngineLink implements ClientLink<Context> {
  readonly #open: () => Promise<EnginePipe>;
  readonly #listeners = new Set<() => void>();
  #pipe: Promise<EnginePipe> | null = null;
  #state: ConnectionState = 'connecting';

  constructor(open: () => Promise<EnginePipe>) {
    this.#open = open;
  }

  /** For `useSyncExternalStore`. */
  readonly state = (): ConnectionState => this.#state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Tries again after a loss. @throws EngineLostError */
  readonly reconnect = async (): Promise<void> => {
    await this.#current();
  };

  readonly close = async (): Promise<void> => {
    const pipe = await this.#pipe?.catch(() => null);
    pipe?.close();
  };

  async call(path: readonly string[], input: unknown, options: ClientOptions<Context>): Promise<unknown> {
    const pipe = await this.#current();
    try {
      const output = await pipe.link.call(path, input, options);
      return isAsyncIterable(output) ? this.#watch(output, pipe, options) : output;
    } catch (error) {
      throw await this.#explain(error, pipe, options);
    }
  }

  async *#watch(events: AsyncIterable<unknown>, pipe: EnginePipe, options: ClientOptions<Context>): AsyncGenerator<unknown, unknown> {
    try {
      return yield* events;
    } catch (error) {
      throw await this.#explain(error, pipe, options);
    }
  }

  async #explain(error: unknown, pipe: EnginePipe, options: ClientOptions<Context>): Promise<unknown> {
    if (error instanceof ORPCError || options.signal?.aborted === true) return error;
    // The calls are rejected by the same event that closes the pipe; let it be handled everywhere first.
    await new Promise((resolve) => { setTimeout(resolve, 0); });
    return lostPipes.has(pipe) ? new EngineLostError(error) : error;
  }

  #current(): Promise<EnginePipe> {
    this.#pipe ??= this.#connect();
    return this.#pipe;
  }

  async #connect(): Promise<EnginePipe> {
    this.#become('connecting');
    try {
      const pipe = await this.#open();
      void pipe.closed.then(() => this.#lose(pipe));
      this.#become('ready');
      return pipe;
    } catch (error) {
      this.#pipe = null;
      this.#become(error instanceof SessionRefusedError ? 'refused' : 'lost');
      throw new EngineLostError(error);
    }
  }

  #lose(pipe: EnginePipe): void {
    lostPipes.add(pipe);
    this.#pipe = null;
    this.#become('lost');
  }

  #become(state: ConnectionState): void {
    if (this.#state === state) return;
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }
}

/** Pipes that have closed, so that the calls that hung on them can say so. */
const lostPipes = new WeakSet<EnginePipe>();

function isAsyncIterable(value: unknown): value is AsyncIterable<unknown> {
  return typeof value === 'object' && value !== null && Symbol.asyncIterator in value;
}
