/** A tag, star or note as the page marks it: `data-mark="tag:ID"`. */
export type MarkRef = { readonly kind: 'tag' | 'quote' | 'note'; readonly id: string };

/** The attribute that names a mark. */
export function markName({ kind, id }: MarkRef): string {
  return `${kind}:${id}`;
}

/** The mark that holds focus, or null. */
export function focusedMark(): MarkRef | null {
  const name = document.activeElement?.closest<HTMLElement>('[data-mark]')?.dataset['mark'];
  const [kind, id] = name?.split(/:(.*)/su) ?? [];
  return id !== undefined && (kind === 'tag' || kind === 'quote' || kind === 'note') ? { kind, id } : null;
}
