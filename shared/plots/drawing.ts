/**
 * What a mark means; a page gives it its colour. `company` and `customer` are the two sides of every chart, `earned`,
 * `lost` and `left` the steps of money, `first` to `third` lines that are told apart by dash as well as by colour.
 */
export type Role = 'grid' | 'limit' | 'line' | 'first' | 'second' | 'third' | 'dot' | 'signal' | 'bar' | 'quiet' | 'company' | 'customer' | 'earned' | 'lost' | 'left' | 'axis' | 'small' | 'label';

/** One shape of a picture, in the units of its box. */
export type Mark =
  | { form: 'line'; role: Role; x1: number; y1: number; x2: number; y2: number }
  | { form: 'path'; role: Role; points: readonly (readonly [x: number, y: number])[] }
  | { form: 'rect'; role: Role; x: number; y: number; width: number; height: number }
  | { form: 'circle'; role: Role; cx: number; cy: number; r: number }
  | { form: 'text'; role: Role; x: number; y: number; text: string; anchor: 'start' | 'middle' | 'end' };

/** A chart as shapes: what a page prints and what a preview shows are the same picture. `key` is said under its title. */
export type Drawing = { width: number; height: number; marks: readonly Mark[]; key: string };

export const plotBox = { width: 640, height: 320 } as const;

export const line = (role: Role, [x1, y1]: readonly [number, number], [x2, y2]: readonly [number, number]): Mark => ({ form: 'line', role, x1: round(x1), y1: round(y1), x2: round(x2), y2: round(y2) });
export const path = (role: Role, points: readonly (readonly [number, number])[]): Mark => ({ form: 'path', role, points: points.map(([x, y]) => [round(x), round(y)]) });
export const dot = (role: Role, [cx, cy]: readonly [number, number], r: number): Mark => ({ form: 'circle', role, cx: round(cx), cy: round(cy), r });

/** A text that begins at a place, or stands about it as `anchor` says. */
export function word(role: Role, [x, y]: readonly [number, number], said: string | readonly [text: string, anchor: 'start' | 'middle' | 'end']): Mark {
  const [text, anchor] = typeof said === 'string' ? [said, 'start' as const] : said;
  return { form: 'text', role, x: round(x), y: round(y), text, anchor };
}

/** A box from one corner to the opposite one, whichever way they lie. */
export function box(role: Role, [x1, y1]: readonly [number, number], [x2, y2]: readonly [number, number]): Mark {
  return { form: 'rect', role, x: round(Math.min(x1, x2)), y: round(Math.min(y1, y2)), width: round(Math.abs(x2 - x1)), height: round(Math.abs(y2 - y1)) };
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

/** A label at most so long. */
export function shortened(label: string, most: number): string {
  return label.length > most ? `${label.slice(0, most - 1).trimEnd()}…` : label;
}

/** A label in at most two lines of so many letters. */
export function inLines(label: string, most: number): string[] {
  if (label.length <= most) return [label];
  const space = label.lastIndexOf(' ', most);
  return space <= 0 ? [shortened(label, most)] : [label.slice(0, space), shortened(label.slice(space + 1), most)];
}

/** The ends of an axis on round numbers, and what is written along it. */
export function niceAxis(values: readonly number[], parts = 4): { min: number; max: number; ticks: number[] } {
  const [low, high] = [Math.min(0, ...values), Math.max(0, ...values)];
  const rough = (high - low || 1) / parts;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 2.5, 5, 10].find((factor) => factor * power >= rough) ?? 10) * power;
  const [min, max] = [Math.floor(low / step + 1e-9) * step, Math.ceil(high / step - 1e-9) * step];
  return { min, max, ticks: Array.from({ length: Math.round((max - min) / step) + 1 }, (_tick, at) => min + at * step) };
}

/** The part of a 0-100 scale in which all scores lie, with room, and at least 30 wide. */
export function scoreAxis(scores: readonly number[]): { min: number; max: number } {
  let [min, max] = [Math.floor((Math.min(...scores) - 5) / 10) * 10, Math.ceil((Math.max(...scores) + 5) / 10) * 10];
  while (max - min < 30) {
    if (min > 0) min -= 10;
    if (max < 100) max += 10;
  }
  return { min: Math.max(0, min), max: Math.min(100, max) };
}
