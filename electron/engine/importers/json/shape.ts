/** Reading values whose shape a vendor decides: each function answers "absent" for anything unexpected, and never throws. */

export type JsonRecord = Record<string, unknown>;

export function recordOf(value: unknown): JsonRecord | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonRecord) : undefined;
}

/** The records in a list, everything else left out; an empty list when it is none. */
export function recordsOf(value: unknown): JsonRecord[] {
  return listOf(value).filter((item): item is JsonRecord => recordOf(item) !== undefined);
}

export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** A text with something in it; numbers count, since ids come as either. */
export function textOf(value: unknown): string | undefined {
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  if (typeof value !== 'string') return undefined;
  const trimmed = value.trim();
  return trimmed === '' ? undefined : trimmed;
}

/** A finite number, also when it comes as text (`"1.04"`), which several vendors do. */
export function numberOf(value: unknown): number | undefined {
  const number = typeof value === 'string' && /^\s*[-+]?(\d|\.\d)/.test(value) ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : undefined;
}
