import type { Code } from '#shared/model/code.ts';

/** What Earshot knows of a code and REFI-QDA has no place for; absent where a foreign file says nothing. */
export type EarshotFields = Pick<Code, 'key' | 'kind' | 'dimension' | 'owner' | 'controllableBy' | 'preventable' | 'examples' | 'colour' | 'quickSlot'>;

/** One code of a codebook file, with those that stand under it. */
export type ExchangeCode = {
  /** A lower-case UUID. */
  id: string;
  name: string;
  /** False: a folder. */
  isCodable: boolean;
  /** `#rrggbb`, or null. */
  colour: string | null;
  definition: string;
  own: EarshotFields | null;
  children: ExchangeCode[];
};

/** The palette of causes as other programs see it; a code's colour counts through it. */
export const exchangeColours: readonly string[] = ['#6C0719', '#54999D', '#44206F', '#A670F3'];

/** The nearest colour of the palette, by distance in RGB. */
export function nearestColour(colour: string): number {
  const parts = (hex: string): number[] => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
  const wanted = parts(colour);
  const distances = exchangeColours.map((other) => parts(other).reduce((sum, part, at) => sum + (part - (wanted[at] ?? 0)) ** 2, 0));
  return distances.indexOf(Math.min(...distances));
}
