import type { FileHead } from '#engine/importers/importer.ts';
import { outlineJson } from '#engine/importers/json/read-json.ts';

/** One file's head is looked at by every importer: parsed once. */
const outlines = new WeakMap<FileHead, { value: unknown }>();

/** The JSON at the start of a file, cut off where the head ends or breaks; `undefined` if the file is no JSON object or list. */
export function headJson(head: FileHead): unknown {
  const known = outlines.get(head);
  if (known !== undefined) return known.value;
  const outline = { value: head.text !== null && looksLikeJson(head.text) ? outlineJson(head.text) : undefined };
  outlines.set(head, outline);
  return outline.value;
}

/** An object or a list begins here: a bracket alone is also how subtitles and times begin. */
export function looksLikeJson(text: string): boolean {
  return /^\s*(?:\{\s*(?:["}]|$)|\[\s*(?:[{["\]]|-?\d[\d.eE+-]*\s*[,\]]|true|false|null|$))/.test(text.slice(0, 2000));
}
