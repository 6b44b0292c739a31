import { type Seen, seenOf } from '#shared/commands/edit.ts';
import { markParts } from '#shared/commands/signals.ts';
import type { Signal } from '#shared/model/signal.ts';

/** What one sees of the decision about a signal; a decision about an earlier onset does not count any more. */
export function seenOfMark({ state, stateReason }: Signal): Seen {
  return seenOf(markParts, state === 'open' ? null : { state, reason: stateReason });
}
