/** What a recording's name says. `ids`: external ids to look for, best first. `startedAt`: local time, ISO 8601 without a zone. */
export type FileNameFields = { ids: string[]; agent?: string; customer?: string; startedAt?: string; fields: Record<string, string> };

/** A piece of a pattern: fixed text, or a field (`*` matches and is forgotten). */
type PatternPart = { text: string } | { field: string };

/** A pattern that cannot be used, with the sentence to show. */
export type PatternProblem = { problem: string };

/**
 * Patterns tried in this order until one fits. Placeholders stand in braces: `{ID}` or `{GUID}` external id, `{AGENT}`, `{CUSTOMER}`,
 * `{DT}` date and time, `{DATE}`, `{TIME}`, `{*}` anything; other names become fields of their own. The first five are
 * how Amazon's post-call analytics names recordings; the last takes the whole name for the id.
 */
export const defaultFileNamePatterns: readonly string[] = [
  '{*}_GUID_{GUID}_CUST_{CUSTOMER}_AGENT_{AGENT}_DT_{DT}_{*}',
  '{*}_GUID_{GUID}_AGENT_{AGENT}_DT_{DT}_{*}',
  '{*}_GUID_{GUID}_AGENT_{AGENT}_DT_{DT}',
  '{*}_CUST_{CUSTOMER}_GUID_{GUID}_AGENT_{AGENT}_DT_{DT}_{*}',
  '{*}_GUID_{GUID}_AGENT_{AGENT}',
  '{ID}',
];

const maxPatternLength = 500;

/** The pattern's parts, or why it cannot be used. */
export function parseFileNamePattern(pattern: string): PatternPart[] | PatternProblem {
  if (pattern.length > maxPatternLength) return { problem: `A pattern has at most ${maxPatternLength} characters.` };
  const parts: PatternPart[] = [];
  for (const match of pattern.matchAll(/\{([^{}]*)\}|([^{}]+)|([{}])/g)) {
    const [, field, text, stray] = match;
    const before = parts.at(-1);
    if (stray !== undefined) return { problem: `The pattern has a single "${stray}". Placeholders stand between braces, such as {AGENT}.` };
    if (text !== undefined) parts.push({ text });
    else if (!/^(?:\*|[A-Za-z][A-Za-z0-9_ ]{0,30})$/.test(field ?? '')) return { problem: `"{${field ?? ''}}" is no placeholder. Use {ID}, {AGENT}, {CUSTOMER}, {DT} or a name of letters.` };
    else if (before !== undefined && 'field' in before) return { problem: `Two placeholders stand side by side before "{${field}}", so nobody could tell them apart. Put something between them.` };
    else parts.push({ field: field ?? '*' });
  }
  return parts.some((part) => 'field' in part) ? parts : { problem: 'The pattern has no placeholder. Use at least {ID}.' };
}

/** What the first fitting pattern reads from a file's name (folder and extension do not count); `null` when none fits. */
export function readFileName(name: string, patterns: readonly string[] = defaultFileNamePatterns): (FileNameFields & { pattern: string }) | null {
  const file = name.slice(name.lastIndexOf('/') + 1).slice(0, 500);
  const base = file.lastIndexOf('.') > 0 ? file.slice(0, file.lastIndexOf('.')) : file;
  for (const pattern of patterns) {
    const parts = parseFileNamePattern(pattern);
    const values = 'problem' in parts ? null : matchParts(base, parts);
    if (values !== null) return { pattern, ...toFields(base, values) };
  }
  return null;
}

/** Each field ends where the next fixed text first occurs: linear in the name's length, whatever a user writes. */
function matchParts(base: string, parts: readonly PatternPart[]): Map<string, string> | null {
  const values = new Map<string, string>();
  let at = 0;
  for (let index = 0; index < parts.length; index++) {
    const part = parts[index];
    if (part === undefined) continue;
    if ('text' in part) {
      if (!base.startsWith(part.text, at)) return null;
      at += part.text.length;
      continue;
    }
    const end = fieldEnd(base, at, parts.slice(index + 1));
    const value = base.slice(at, Math.max(at, end));
    if (end < at || (value === '' && part.field !== '*')) return null;
    if (part.field !== '*') values.set(part.field, value);
    at = end;
  }
  return at === base.length ? values : null;
}

/** A field before the last fixed text reaches to the end of the name, any other to the next occurrence. */
function fieldEnd(base: string, at: number, following: readonly PatternPart[]): number {
  const [next] = following;
  if (next === undefined || !('text' in next)) return base.length;
  if (following.length > 1) return base.indexOf(next.text, at);
  return base.endsWith(next.text) ? base.length - next.text.length : -1;
}

function toFields(base: string, values: ReadonlyMap<string, string>): FileNameFields {
  const result: FileNameFields = { ids: [], fields: {} };
  const moment = values.get('DT') ?? [values.get('DATE'), values.get('TIME')].filter((part) => part !== undefined).join('T');
  const startedAt = localTime(moment);
  if (startedAt !== null) result.startedAt = startedAt;
  for (const [field, value] of values) {
    if (field === 'ID' || field === 'GUID') result.ids.push(value);
    else if (field === 'AGENT') result.agent = value;
    else if (field === 'CUSTOMER' || field === 'CUST') result.customer = value;
    else if (!(['DT', 'DATE', 'TIME'].includes(field) && startedAt !== null)) result.fields[field] = value;
  }
  if (!result.ids.includes(base)) result.ids.push(base);
  return result;
}

/** `2025-02-19T06-01-22`, `20250219_060122`, `2025-02-19 06.01`: year first, any signs between. */
function localTime(text: string): string | null {
  const match = /^(\d{4})[-_.]?(\d{2})[-_.]?(\d{2})(?:[T _-]*(\d{2})[-_.:]?(\d{2})(?:[-_.:]?(\d{2}))?)?$/.exec(text);
  if (match === null) return null;
  const [, year, month, day, hour, minute, second = '00'] = match;
  const date = `${year}-${month}-${day}`;
  const iso = hour === undefined ? date : `${date}T${hour}:${minute}:${second}`;
  const at = new Date(hour === undefined ? `${date}T00:00:00Z` : `${iso}Z`);
  return Number.isNaN(at.getTime()) || !at.toISOString().startsWith(iso) ? null : iso;
}
