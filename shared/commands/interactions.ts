import { z } from 'zod';
import { defineCommand } from './command.ts';
import { Role } from '../model/interaction.ts';

/** Who spoke which turn, and whether a person vouches for it. */
export const relabelTurns = defineCommand('interaction.relabel', z.strictObject({
  interactionId: z.string().min(1).max(200),
  turns: z.array(z.strictObject({ seq: z.int().min(0), role: Role })).max(100_000),
  roleStatus: z.enum(['sure', 'unsure', 'confirmed']),
}));
