/** Subtitle formats that carry no speakers and that other tools convert: named, so that a person knows what to do. */
const formats: readonly [name: string, signature: RegExp][] = [
  ['Sub Station Alpha (ASS, SSA)', /^\s*\[Script Info\]/i],
  ['SAMI (SMI)', /^\s*<SAMI\b/i],
  ['MicroDVD (SUB)', /^\s*\{\d+\}\{\d+\}/],
  ['LRC lyrics', /^\s*\[(?:ar|al|ti|au|length|by|offset|re|ve):/i],
];

/** The name of a subtitle format that Earshot knows and does not read; `null` for anything else. */
export function unsupportedSubtitle(text: string): string | null {
  const start = text.slice(0, 500);
  return formats.find(([, signature]) => signature.test(start))?.[0] ?? null;
}
