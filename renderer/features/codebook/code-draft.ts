import type { Code } from '#shared/model/code.ts';

/** What the contract takes to change a code. */
export type CodeFields = Omit<Code, 'id' | 'uses'>;

const orNull = (text: string | null): string | null => (text === null || text.trim() === '' ? null : text.trim());

/** A draft as it is saved: trimmed, and without fields that its kind has not got. */
export function savedForm({ id: _id, uses: _uses, ...draft }: Code): CodeFields {
  const isCause = draft.kind === 'cause';
  return {
    ...draft, key: draft.key.trim(), name: draft.name.trim(), definition: draft.definition.trim(), examples: draft.examples.map((example) => example.trim()).filter((example) => example !== ''),
    dimension: draft.kind === 'behaviour' ? draft.dimension : null, owner: isCause ? orNull(draft.owner) : draft.owner, controllableBy: orNull(draft.controllableBy),
  };
}

/** Is there anything to save, and can it be saved? */
export function isWorthSaving(saved: Code, draft: Code): boolean {
  const fields = savedForm(draft);
  return fields.key !== '' && fields.name !== '' && JSON.stringify(fields) !== JSON.stringify(savedForm(saved));
}
