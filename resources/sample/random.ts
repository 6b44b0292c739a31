/** A seeded stream of choices. Two streams with the same seed and label make the same choices, on any machine. */
export type Random = {
  /** A number in [0, 1). */
  next(): number;
  /** A whole number from `low` to `high`, both included. */
  int(low: number, high: number): number;
  chance(probability: number): boolean;
  /** One of a list that is not empty. */
  pick<T>(list: readonly T[]): T;
  /** One of a list, item `i` with probability proportional to `weights[i]`. */
  weighted<T>(list: readonly T[], weights: readonly number[]): T;
  /** A new list in another order. */
  shuffle<T>(list: readonly T[]): T[];
  /** About normal with mean 0 and standard deviation 1 (sum of twelve uniform draws, less six). */
  normal(): number;
};

/** FNV-1a of a text, 32 bits: gives every part of the sample a stream of its own, so that a change in one leaves the others alone. */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) {
    hash ^= text.charCodeAt(i);
    hash = Math.imul(hash, 0x01000193);
  }
  return hash >>> 0;
}

/** mulberry32 (Tommy Ettinger's public-domain generator), as the statistics rooms use it. */
function mulberry32(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

function at<T>(list: readonly T[], index: number): T {
  if (index < 0 || index >= list.length) throw new RangeError(`no item ${index} in a list of ${list.length}`);
  return list[index] as T;
}

/** The stream of `label` under `seed`. */
export function createRandom(seed: number, label: string): Random {
  const next = mulberry32((seed ^ hashOf(label)) >>> 0);
  const int = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1));
  return {
    next,
    int,
    chance: (probability) => next() < probability,
    pick: (list) => at(list, int(0, list.length - 1)),
    weighted: (list, weights) => {
      let rest = next() * weights.reduce((sum, weight) => sum + weight, 0);
      for (let i = 0; i < list.length; i += 1) {
        rest -= weights[i] ?? 0;
        if (rest < 0) return at(list, i);
      }
      return at(list, list.length - 1);
    },
    shuffle: (list) => {
      const copy = [...list];
      for (let i = copy.length - 1; i > 0; i -= 1) {
        const j = int(0, i);
        [copy[i], copy[j]] = [at(copy, j), at(copy, i)];
      }
      return copy;
    },
    normal: () => Array.from({ length: 12 }, next).reduce((sum, value) => sum + value, 0) - 6,
  };
}
