import { z } from 'zod';
import type { Edit } from './edit.ts';

/**
 * Every change a person makes is a command: deterministic, because ids, times and the actor are inputs.
 * `payload` is checked by the schema that `name` stands for (the list is `shared/commands/index.ts`).
 */
export const Command = z.strictObject({
  id: z.uuid(),
  name: z.string().min(3).max(60),
  version: z.int().min(1),
  /** When the person did it, ISO 8601 UTC. */
  at: z.iso.datetime(),
  actor: z.string().min(1).max(200),
  payload: z.record(z.string(), z.unknown()),
});
export type Command = z.infer<typeof Command>;

/** The name and payload schema of one kind of command. */
export type CommandDefinition<P extends Record<string, unknown> = Record<string, unknown>> = {
  readonly name: string;
  readonly version: number;
  readonly payload: z.ZodType<P>;
  /** What it does to what another window may have changed meanwhile. */
  readonly edit: Edit<P>;
};

/** Names a command's payload schema, which must be plain JSON, and says how it keeps from writing over what its author never saw. */
export function defineCommand<P extends Record<string, unknown>>(name: string, payload: z.ZodType<P>, edit: Edit<NoInfer<P>>): CommandDefinition<P> {
  return { name, version: 1, payload, edit };
}
