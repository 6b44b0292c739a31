const names: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Text as it may stand in an element or a quoted attribute of a page. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => names[character] ?? character);
}

/** Markup with every inserted value escaped; values that are markup already come as `Markup`. */
export function html(parts: TemplateStringsArray, ...values: readonly (string | number | Markup | readonly Markup[])[]): Markup {
  return new Markup(parts.reduce((whole, part, at) => whole + written(values[at - 1] ?? '') + part));
}

/** Markup that is safe to stand in a page as it is. */
export class Markup {
  constructor(readonly source: string) {}
}

function written(value: string | number | Markup | readonly Markup[]): string {
  if (value instanceof Markup) return value.source;
  if (typeof value === 'string' || typeof value === 'number') return escapeHtml(String(value));
  return value.map((part) => part.source).join('');
}
