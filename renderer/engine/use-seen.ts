import { useState } from 'react';
import type { Seen } from '#shared/commands/edit.ts';
import { failureOf } from './failure.ts';

/** The versions of what a refusal shows: what is there now. */
export function versionsIn(error: unknown): Seen {
  return Object.fromEntries(Object.entries(failureOf(error).now ?? {}).map(([name, { version }]) => [name, version]));
}

/**
 * What the author of a form saw when it was opened, and not what other windows changed behind it. After a refusal, which shows what
 * is there now, that counts as seen: whoever saves again writes over it knowingly. `saw`: what the form itself saved and stays open on.
 */
export function useSeen(opened: () => Seen): { seen: Seen; refused: (error: unknown) => void; saw: (saved: Seen) => void } {
  const [seen, setSeen] = useState(opened);
  return { seen, refused: (error) => setSeen((before) => ({ ...before, ...versionsIn(error) })), saw: setSeen };
}
