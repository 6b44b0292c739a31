import { randomBytes } from 'node:crypto';

/** Two salts for the commitments of one log row, 16 random bytes each, as hex. */
export function newSalts(): [payload: string, inverse: string] {
  const bytes = randomBytes(32).toString('hex');
  return [bytes.slice(0, 32), bytes.slice(32)];
}
