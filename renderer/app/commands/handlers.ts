import { useEffect, useRef } from 'react';

/** What a screen does for a command. `label` replaces the command's own while it holds ("Undo Tag ‘Long hold’"). */
export type CommandHandler = (() => void) | { run: () => void; isEnabled?: () => boolean; label?: () => string | null };

const stacks = new Map<string, { current: CommandHandler }[]>();
const followers = new Set<() => void>();

/** Calls the listener whenever a handler comes or goes. @returns the way to stop. */
export function followHandlers(listener: () => void): () => void {
  followers.add(listener);
  return () => void followers.delete(listener);
}

const tellFollowers = (): void => followers.forEach((listener) => listener());

const handlerOf = (id: string): CommandHandler | undefined => stacks.get(id)?.at(-1)?.current;

/** Can this command be done here and now? */
export function isCommandEnabled(id: string): boolean {
  const handler = handlerOf(id);
  if (!handler) return false;
  return typeof handler === 'function' || (handler.isEnabled?.() ?? true);
}

/** The label that the handler gives for the moment, or null for the command's own. */
export function commandLabel(id: string): string | null {
  const handler = handlerOf(id);
  return handler && typeof handler !== 'function' ? (handler.label?.() ?? null) : null;
}

/** Does the command, if it can be done here. @returns whether it was done. */
export function runCommand(id: string): boolean {
  const handler = handlerOf(id);
  if (!handler || !isCommandEnabled(id)) return false;
  if (typeof handler === 'function') handler();
  else handler.run();
  return true;
}

/** Registers a handler outside React; the newest one wins. @returns how to take it away. */
export function registerHandler(id: string, slot: { current: CommandHandler }): () => void {
  const stack = stacks.get(id) ?? [];
  stacks.set(id, [...stack, slot]);
  tellFollowers();
  return () => {
    stacks.set(id, (stacks.get(id) ?? []).filter((other) => other !== slot));
    tellFollowers();
  };
}

/**
 * While the component is mounted, these commands can be done. The newest component wins, so a screen may take over a
 * command of the frame.
 * @example useCommandHandlers({ 'listen.playPause': togglePlay, 'listen.faster': { run: faster, isEnabled: () => rate < 3 } })
 */
export function useCommandHandlers(handlers: Readonly<Record<string, CommandHandler>>): void {
  const slots = useRef(new Map<string, { current: CommandHandler }>());
  useEffect(() => {
    for (const [id, handler] of Object.entries(handlers)) {
      const slot = slots.current.get(id);
      if (slot) slot.current = handler;
      else slots.current.set(id, { current: handler });
    }
  });
  const ids = Object.keys(handlers).toSorted().join(' ');
  useEffect(() => {
    const removals = ids.split(' ').filter((id) => id !== '').flatMap((id) => {
      const slot = slots.current.get(id);
      return slot ? [registerHandler(id, slot)] : [];
    });
    return () => removals.forEach((remove) => remove());
  }, [ids]);
}
