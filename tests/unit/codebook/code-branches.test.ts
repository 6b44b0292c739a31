import { expect, test } from 'vitest';
import { branchesOf, foundWithParents, idsBelow, indented, neighbourAfterMove } from '#renderer/features/codebook/code-branches.ts';
import { isWorthSaving, savedForm } from '#renderer/features/codebook/code-draft.ts';
import type { Code } from '#shared/model/code.ts';

const aCode = (id: string, parentId: string | null = null, given: Partial<Code> = {}): Code => ({
  id, key: id.toUpperCase(), name: `Code ${id}`, kind: 'cause', dimension: null, parentId, owner: null, controllableBy: null, preventable: null,
  definition: '', examples: [], colour: 0, quickSlot: null, uses: 0, ...given,
});
const codes = [aCode('a'), aCode('b'), aCode('a1', 'a'), aCode('a2', 'a'), aCode('a11', 'a1', { owner: 'Billing' }), aCode('lost', 'retired')];

test('the tree keeps the order, and a code whose group is gone stands at the top', () => {
  expect(indented(branchesOf(codes)).map(({ label }) => label)).toEqual(['Code a', '\u2003Code a1', '\u2003\u2003Code a11', '\u2003Code a2', 'Code b', 'Code lost']);
});

test('a code cannot go under itself or what is under it', () => {
  expect([...idsBelow(codes, 'a')].toSorted((x, y) => x.localeCompare(y))).toEqual(['a', 'a1', 'a11', 'a2']);
});

test('moving is among neighbours: before the one above, after the one below, not beyond the ends', () => {
  expect(neighbourAfterMove(codes, 'b', -1)).toBe('a');
  expect(neighbourAfterMove(codes, 'a', 1)).toBeNull();
  expect(neighbourAfterMove(codes, 'a1', 1)).toBeNull();
  expect(neighbourAfterMove(codes, 'a2', 1)).toBeUndefined();
  expect(neighbourAfterMove(codes, 'a', -1)).toBeUndefined();
});

test('words find a code with the groups that it stands in', () => {
  expect(foundWithParents(codes, ' BILLING').map(({ id }) => id)).toEqual(['a', 'a1', 'a11']);
  expect(foundWithParents(codes, 'nothing like it')).toEqual([]);
  expect(foundWithParents(codes, '')).toHaveLength(codes.length);
});

test('a draft is saved trimmed, only when something changed, and never without name or short form', () => {
  const code = aCode('a', null, { kind: 'behaviour', dimension: 'emotional', examples: ['one'] });
  expect(isWorthSaving(code, { ...code, name: ' Code a ', examples: ['one', ''] })).toBe(false);
  expect(isWorthSaving(code, { ...code, definition: 'New' })).toBe(true);
  expect(isWorthSaving(code, { ...code, key: '  ', definition: 'New' })).toBe(false);
  expect(savedForm({ ...code, kind: 'event' }).dimension).toBeNull();
  expect(savedForm({ ...code, owner: '  ', kind: 'cause' }).owner).toBeNull();
});
