import { nameUuid } from '#engine/codebook/name-uuid.ts';
import type { ExchangeCode } from './exchange-code.ts';

export type Separator = '::' | '.';

const partsOf = (name: string, separator: Separator): string[] => name.split(separator).map((part) => part.trim());
const canSplit = (name: string, separator: Separator): boolean => partsOf(name, separator).length > 1 && partsOf(name, separator).every((part) => part !== '');

/** What stands between the levels of names in a flat list (`Coke::diet Coke`, `coke.diet`); null where names are only names. */
export function suggestedSeparator(codes: readonly ExchangeCode[]): Separator | null {
  if (codes.some(({ children }) => children.length > 0)) return null;
  if (codes.some(({ name }) => canSplit(name, '::'))) return '::';
  // A full stop also ends sentences: only when it is how at least two names share a beginning.
  const stems = codes.filter(({ name }) => canSplit(name, '.')).map(({ name }) => partsOf(name, '.')[0] ?? '');
  return stems.length > new Set(stems).size || stems.some((stem) => codes.some(({ name }) => name === stem)) ? '.' : null;
}

/** Turns names with levels into a tree; a level that is no code of the file becomes a folder. */
export function splitNames(codes: readonly ExchangeCode[], separator: Separator): ExchangeCode[] {
  const roots: ExchangeCode[] = [];
  const byPath = new Map<string, ExchangeCode>();
  const pathOf = (name: string): string[] => (canSplit(name, separator) ? partsOf(name, separator) : [name]);
  for (const code of codes) byPath.set(pathOf(code.name).join(separator), { ...code, name: pathOf(code.name).at(-1) ?? code.name, children: [...code.children] });
  const placed = new Set<string>();
  const place = (path: readonly string[]): ExchangeCode => {
    const key = path.join(separator);
    const code = byPath.get(key) ?? {
      id: nameUuid(`folder ${key} over ${codes[0]?.id ?? ''}`), name: path.at(-1) ?? key, isCodable: false, colour: null, definition: '', own: null, children: [],
    };
    byPath.set(key, code);
    if (placed.has(key)) return code;
    placed.add(key);
    const siblings = path.length === 1 ? roots : place(path.slice(0, -1)).children;
    siblings.push(code);
    return code;
  };
  for (const code of codes) place(pathOf(code.name));
  return roots;
}
