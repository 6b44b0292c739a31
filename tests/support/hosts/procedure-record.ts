import { contract } from '#shared/contract/index.ts';
import type { EngineClient } from './pipes.ts';

/** The names of every procedure of the contract, `noun.verb`. */
export function procedureNames(): string[] {
  return Object.entries(contract).flatMap(([noun, verbs]) => Object.keys(verbs).map((verb) => `${noun}.${verb}`));
}

/** A client that notes in `called` the name of every procedure that is called through it. */
export function recording(client: EngineClient, called: Set<string>): EngineClient {
  const nouns = Object.entries(contract).map(([noun, verbs]) => [noun, Object.fromEntries(Object.keys(verbs).map((verb) => {
    const procedure = (client as unknown as Record<string, Record<string, (...given: unknown[]) => unknown>>)[noun]?.[verb];
    return [verb, (...given: unknown[]) => {
      called.add(`${noun}.${verb}`);
      return procedure?.(...given);
    }];
  }))]);
  return Object.fromEntries(nouns) as EngineClient;
}

/** Follows a stream to its end. */
export async function followed<E, R>(stream: { next(): Promise<IteratorResult<E, R>> }): Promise<{ events: E[]; result: R }> {
  const events: E[] = [];
  for (;;) {
    const step = await stream.next();
    if (step.done === true) return { events, result: step.value };
    events.push(step.value);
  }
}
