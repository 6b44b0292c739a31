import type { Command } from '#shared/commands/command.ts';
import { type Edit, type Parts, type Seen, versionOfPart } from '#shared/commands/edit.ts';
import type { ChangedPart } from '#shared/errors.ts';
import type { Database } from '#engine/store/database.ts';
import { type AnyCommandHandler, CommandRefused } from './handler.ts';

/** A command that somebody asks for, and what they saw of what it changes. `restsOnAll`: none of it may have changed, even in parts that the command leaves alone. */
export type AskedCommand = { readonly command: Command; readonly seen?: Seen | undefined; readonly restsOnAll?: boolean | undefined };

type Sides = { readonly edit: Exclude<Edit<Record<string, unknown>>, { kind: 'free' }>; readonly seen: Seen; readonly standing: Parts; readonly mine: Parts | null };

/** What is kept of what stands there, and what two authors changed at once. */
function reconciled({ edit, seen, standing, mine }: Sides): { kept: Record<string, unknown>; now: Record<string, ChangedPart> } {
  const names = new Set([...Object.keys(seen), ...(edit.isOpen ? [...Object.keys(standing), ...Object.keys(mine ?? {})] : [])]);
  const kept: Record<string, unknown> = {};
  const now: Record<string, ChangedPart> = {};
  for (const name of names) {
    const value = standing[name] ?? null;
    const version = versionOfPart(value);
    const seenVersion = seen[name] ?? versionOfPart(null);
    if (version === seenVersion) continue;
    const mineVersion = mine === null ? null : versionOfPart(mine[name]);
    // Its author did not touch it, or wrote the same: then nobody loses anything.
    if (mineVersion === seenVersion || mineVersion === version) kept[name] = value;
    else now[name] = { value, version };
  }
  return { kept, now };
}

/**
 * The one door for what two windows change at once: compares what the author of a command saw with what stands there now, keeps the
 * parts that only another window changed, and refuses where both changed the same.
 * @throws CommandRefused CHANGED_MEANWHILE, with what is there now
 */
export function asSeen(db: Database, handler: AnyCommandHandler, { command, seen, restsOnAll = false }: AskedCommand): Command {
  const { edit } = handler.definition;
  if (seen === undefined || edit.kind === 'free') return command;
  // A payload that is not understood is refused where it is carried out.
  const payload = handler.definition.payload.safeParse(command.payload);
  if (!payload.success) return command;
  if (handler.standing === undefined) throw new Error(`Nobody says what ${command.name} would write over.`);
  const standing = handler.standing(db, payload.data);
  if (standing === null) return command;
  const mine = edit.kind === 'writes' && !restsOnAll ? edit.of(payload.data) : null;
  const { kept, now } = reconciled({ edit, seen, standing, mine });
  if (Object.keys(now).length > 0) {
    throw new CommandRefused('CHANGED_MEANWHILE', 'This was changed in another window meanwhile. Look at it as it is now, then change it again.', now);
  }
  if (mine === null || edit.kind !== 'writes' || Object.keys(kept).length === 0) return command;
  return { ...command, payload: edit.put(payload.data, edit.isOpen ? { ...mine, ...kept } : kept) };
}
