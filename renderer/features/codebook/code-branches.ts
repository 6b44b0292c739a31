import type { Code } from '#shared/model/code.ts';

/** A code with those that stand under it. */
export type Branch = { readonly code: Code; readonly children: readonly Branch[] };

/** The codes as a tree, in their order. A code whose parent is out of use stands at the top. */
export function branchesOf(codes: readonly Code[]): Branch[] {
  const ids = new Set(codes.map(({ id }) => id));
  const under = (parentId: string | null): Branch[] => codes
    .filter((code) => (code.parentId !== null && ids.has(code.parentId) ? code.parentId : null) === parentId)
    .map((code) => ({ code, children: under(code.id) }));
  return under(null);
}

/** Every code below one, itself included. */
export function idsBelow(codes: readonly Code[], id: string): Set<string> {
  const found = new Set([id]);
  for (let size = 0; size < found.size;) {
    size = found.size;
    for (const code of codes) if (code.parentId !== null && found.has(code.parentId)) found.add(code.id);
  }
  return found;
}

/** The tree as a list for a menu: names indented by level. */
export function indented(branches: readonly Branch[], depth = 0): { code: Code; label: string }[] {
  return branches.flatMap(({ code, children }) => [{ code, label: `${'\u2003'.repeat(depth)}${code.name}` }, ...indented(children, depth + 1)]);
}

/**
 * Where a code goes when it moves one place among its neighbours: the neighbour that it then stands before (null: the
 * end); undefined when it cannot move.
 */
export function neighbourAfterMove(codes: readonly Code[], id: string, by: -1 | 1): string | null | undefined {
  const code = codes.find((other) => other.id === id);
  const siblings = codes.filter(({ parentId }) => parentId === code?.parentId);
  const at = siblings.findIndex((other) => other.id === id);
  if (code === undefined || siblings[at + by] === undefined) return undefined;
  return by === -1 ? siblings[at - 1]?.id : siblings[at + 2]?.id ?? null;
}

/** The code before which one stands among those beside it; null at the end. */
export function siblingAfter(codes: readonly Code[], { id, parentId }: Code): string | null {
  const siblings = codes.filter((other) => other.parentId === parentId);
  return siblings[siblings.findIndex((other) => other.id === id) + 1]?.id ?? null;
}

/** The codes that words find, with the groups that they stand in. */
export function foundWithParents(codes: readonly Code[], words: string): Code[] {
  const wanted = words.trim().toLowerCase();
  if (wanted === '') return [...codes];
  const byId = new Map(codes.map((code) => [code.id, code]));
  const kept = new Set<string>();
  for (const code of codes) {
    if (![code.key, code.name, code.definition, code.owner ?? ''].some((text) => text.toLowerCase().includes(wanted))) continue;
    for (let next: Code | undefined = code; next !== undefined && !kept.has(next.id); next = next.parentId === null ? undefined : byId.get(next.parentId)) kept.add(next.id);
  }
  return codes.filter(({ id }) => kept.has(id));
}
