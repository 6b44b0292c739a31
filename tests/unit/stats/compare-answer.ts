type Place = { readonly tolerance: number; readonly path: string };

/** What differs between an answer and what is expected of it, one line per difference: the comparison rules of the metric vectors. */
export function differencesFrom(expected: unknown, answer: unknown, tolerance: number): string[] {
  return differencesAt(expected, answer, { tolerance, path: 'answer' });
}

function differencesAt(expected: unknown, answer: unknown, { tolerance, path }: Place): string[] {
  if (typeof expected === 'number') {
    const isClose = typeof answer === 'number' && Math.abs(answer - expected) <= tolerance;
    return isClose ? [] : [`${path}: expected ${expected} +/- ${tolerance}, got ${JSON.stringify(answer)}`];
  }
  if (Array.isArray(expected)) {
    if (!Array.isArray(answer) || answer.length !== expected.length) return [`${path}: expected ${expected.length} elements, got ${JSON.stringify(answer)}`];
    return expected.flatMap((value, index) => differencesAt(value, answer[index], { tolerance, path: `${path}[${index}]` }));
  }
  if (typeof expected === 'object' && expected !== null) return differencesOfObjects(expected, answer, { tolerance, path });
  return expected === answer ? [] : [`${path}: expected ${JSON.stringify(expected)}, got ${JSON.stringify(answer)}`];
}

/** At the top an answer may hold more than is expected; a nested object must have exactly the same keys. */
function differencesOfObjects(expected: object, answer: unknown, { tolerance, path }: Place): string[] {
  if (typeof answer !== 'object' || answer === null) return [`${path}: expected an object, got ${JSON.stringify(answer)}`];
  const given = new Map(Object.entries(answer));
  const surplus = path === 'answer' ? [] : [...given.keys()].filter((key) => !Object.hasOwn(expected, key)).map((key) => `${path}.${key}: not expected`);
  const differing = Object.entries(expected).flatMap(([key, value]) => (
    given.has(key) ? differencesAt(value, given.get(key), { tolerance, path: `${path}.${key}` }) : [`${path}.${key}: missing`]
  ));
  return [...surplus, ...differing];
}
