/** A short form of one or two letters, if one is left, that nobody has yet: initials first, then letters of the name. */
export function shortForm(name: string, taken: ReadonlySet<string>): string {
  const words = name.toUpperCase().match(/[\p{L}\p{N}]+/gu) ?? ['X'];
  const letters = [...words.join('')];
  const first = letters[0] ?? 'X';
  const initials = words.slice(0, 2).map((word) => [...word][0] ?? '').join('');
  const pairs = letters.slice(1).map((letter) => first + letter);
  const digits = Array.from({ length: 9 }, (_, at) => `${first}${at + 1}`);
  const candidates = [...(initials.length === 2 ? [initials] : []), ...pairs, ...digits];
  const free = candidates.find((candidate) => !taken.has(candidate.toLowerCase()));
  if (free !== undefined) return free;
  let count = 10;
  while (taken.has(`${first}${count}`.toLowerCase())) count += 1;
  return `${first}${count}`;
}
