import { createHash } from 'node:crypto';

/** Names that would reach an object's prototype instead of becoming a key. */
const RESERVED = new Set(['__proto__', 'constructor', 'prototype']);
const MAX_NAME_LENGTH = 1_000;

/** Each name is compared with every field of every kind. */
const MAX_REMEMBERED = 5_000;
const remembered = new Map<string, string>();

/** A column name in lower case, camel case parted, without accents and marks, words parted by one blank. */
export function plainName(name: string): string {
  let plain = remembered.get(name);
  if (plain === undefined) {
    plain = simplified(name);
    if (remembered.size >= MAX_REMEMBERED) remembered.clear();
    remembered.set(name, plain);
  }
  return plain;
}

function simplified(name: string): string {
  return name
    .replace(/(\p{Ll}|\d)(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
    .replaceAll('ß', 'ss')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Column names as they stand in the file, trimmed; the second of a name becomes `name (2)`, an empty one `Column 7`. */
export function distinctNames(written: readonly string[]): string[] {
  const taken = new Set<string>();
  return written.map((raw, index) => {
    const trimmed = raw.replace(/\s+/g, ' ').trim().slice(0, MAX_NAME_LENGTH);
    const base = trimmed === '' || RESERVED.has(trimmed) ? `Column ${index + 1}` : trimmed;
    let name = base;
    for (let nth = 2; taken.has(name); nth += 1) name = `${base} (${nth})`;
    taken.add(name);
    return name;
  });
}

/** The same for every file with the same column names, in any order and writing: how a recipe is found again. */
export function headerFingerprint(names: readonly string[]): string {
  const canonical = names.map(plainName).sort().join('\n');
  return createHash('sha256').update(canonical).digest('hex').slice(0, 32);
}
