import type { TextSpan } from './find-matches.ts';

/** Ways in which words of the transcript are painted over; styled with `::highlight(NAME)`. */
export type HighlightName = 'listen-word' | 'listen-found' | 'listen-found-now' | 'listen-tagged';

/**
 * Paints spans of the transcript's words without touching the page: the browser draws over text ranges. Nothing is
 * rendered anew, so a selection under way is never lost. Spans in rows that are not on the page are left out.
 */
export function paint(container: Element | null, name: HighlightName, spans: readonly TextSpan[]): void {
  const ranges = container ? spans.flatMap((span) => rangeOf(container, span) ?? []) : [];
  if (ranges.length === 0) CSS.highlights.delete(name);
  else CSS.highlights.set(name, new Highlight(...ranges));
}

function rangeOf(container: Element, { turnSeq, charStart, charEnd }: TextSpan): Range | null {
  const text = container.querySelector(`[data-turn-text="${turnSeq}"]`)?.firstChild;
  if (!(text instanceof Text)) return null;
  const range = document.createRange();
  range.setStart(text, Math.min(charStart, text.length));
  range.setEnd(text, Math.min(charEnd, text.length));
  return range;
}
