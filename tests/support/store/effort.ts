/** Durability tests have a short form for every day and a long one, asked for by EARSHOT_LONG=1. */
export const isLong = process.env['EARSHOT_LONG'] === '1';

export function effort(short: number, long: number): number {
  return isLong ? long : short;
}
