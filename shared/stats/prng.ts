/** A stream of numbers 0 <= u < 1. */
export type RandomStream = () => number;

/**
 * The mulberry32 stream (Tommy Ettinger): the same 32-bit seed gives the same numbers on every machine, so a briefing can be
 * printed again with identical intervals. Not for secrets.
 */
export function mulberry32(seed: number): RandomStream {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** The first `count` numbers of a stream. */
export function randomNumbers(seed: number, count: number): number[] {
  const next = mulberry32(seed);
  return Array.from({ length: count }, () => next());
}

/** Index 0..n-1 from one number of the stream. */
export function randomIndex(next: RandomStream, n: number): number {
  return Math.floor(next() * n);
}

/** A standard normal number from two numbers of the stream (Box & Muller 1958). */
export function randomNormal(next: RandomStream): number {
  const radius = Math.sqrt(-2 * Math.log(1 - next()));
  return radius * Math.cos(2 * Math.PI * next());
}

/** A Gamma(shape, scale 1) number, shape >= 1 (Marsaglia & Tsang 2000). */
export function randomGamma(next: RandomStream, shape: number): number {
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const z = randomNormal(next);
    const v = (1 + c * z) ** 3;
    if (v > 0 && Math.log(1 - next()) < 0.5 * z * z + d - d * v + d * Math.log(v)) return d * v;
  }
}

/** A Beta(a, b) number, a, b >= 1. */
export function randomBeta(next: RandomStream, a: number, b: number): number {
  const x = randomGamma(next, a);
  return x / (x + randomGamma(next, b));
}

/** Draws `count` of `n` positions without replacement, in ascending order (Fisher & Yates, partial). */
export function drawWithoutReplacement(next: RandomStream, n: number, count: number): number[] {
  const moved = new Map<number, number>();
  const drawn: number[] = [];
  for (let i = 0; i < Math.min(n, count); i += 1) {
    const j = i + randomIndex(next, n - i);
    drawn.push(moved.get(j) ?? j);
    moved.set(j, moved.get(i) ?? i);
  }
  return drawn.sort((a, b) => a - b);
}
