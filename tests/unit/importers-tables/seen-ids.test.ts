import { expect, test } from 'vitest';
import { SeenIds } from '#engine/importers/tables/seen-ids.ts';

test('counts ids as a map of all of them would, through every growth', () => {
  const seen = new SeenIds();
  const times = new Map<string, number>();
  for (let at = 0; at < 30_000; at += 1) {
    const id = at % 7 === 0 ? `again-${at % 91}` : `call-${at}`;
    times.set(id, (times.get(id) ?? 0) + 1);
    if (seen.add(id) !== times.get(id)) expect.fail(`${id} at ${at}`);
  }
  expect([...times.keys()].every((id) => seen.has(id))).toBe(true);
  expect(['', 'call-0', 'again-1', 'call-30001'].map((id) => seen.has(id))).toEqual([false, false, false, false]);
  expect(Math.max(...times.values())).toBeGreaterThan(300);
});
