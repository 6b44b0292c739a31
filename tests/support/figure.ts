import { appendFileSync } from 'node:fs';

/**
 * Says what a proof measured, under the id of what it proves, and adds it to the list that `npm test` ends with
 * (EARSHOT_FIGURES names its file). A proof says its figures after it has held.
 */
export function figure(id: string, words: string): void {
  console.log(`${id}: ${words}`);
  const list = process.env['EARSHOT_FIGURES'];
  if (list !== undefined) appendFileSync(list, `${JSON.stringify({ id, words })}\n`);
}
