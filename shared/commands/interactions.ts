import { z } from 'zod';
import { defineCommand } from './command.ts';
import { rests, thing } from './edit.ts';
import { Role, type Turn } from '../model/interaction.ts';

/** Who spoke some turns, each as its number and role. */
export const roleParts = thing<{ roles: [seq: number, role: Role][] }>({ roles: ['roles'] });
export const rolesOf = (turns: readonly Pick<Turn, 'seq' | 'role'>[]): { roles: [seq: number, role: Role][] } => ({ roles: turns.map(({ seq, role }) => [seq, role]) });

/** Who spoke which turn, and whether a person vouches for it. */
export const relabelTurns = defineCommand('interaction.relabel', z.strictObject({
  interactionId: z.string().min(1).max(200),
  turns: z.array(z.strictObject({ seq: z.int().min(0), role: Role })).max(100_000),
  roleStatus: z.enum(['sure', 'unsure', 'confirmed']),
}), rests);

type Relabelling = { readonly speaker: string | null; readonly turnSeq: number | null; readonly role: Role | null; readonly swap?: boolean | undefined };
type Spoken = Pick<Turn, 'seq' | 'role' | 'speaker'>;

/** The turns that get another role, and which. */
export function relabelled(turns: readonly Spoken[], input: Relabelling): { seq: number; role: Role }[] {
  const isMeant = (turn: Spoken): boolean => (input.turnSeq === null || turn.seq === input.turnSeq) && (input.speaker === null || turn.speaker === input.speaker);
  const swapped: Partial<Record<Role, Role>> = input.swap === true ? { agent: 'customer', customer: 'agent' } : {};
  return turns.filter(isMeant).flatMap(({ seq, role: before }) => {
    const role = input.role ?? swapped[before];
    return role === undefined ? [] : [{ seq, role }];
  });
}
