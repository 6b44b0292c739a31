/** A code on the half-open stretch [start, end), in any one unit: milliseconds, characters, words. */
export type CodedSpan = { readonly start: number; readonly end: number; readonly code: string };
