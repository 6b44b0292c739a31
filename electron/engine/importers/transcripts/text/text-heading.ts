import type { LabelLine } from '#engine/importers/transcripts/text/label-line.ts';

/** The `Key: value` lines above the first turn. `lines`: how many lines of the file they take. */
export type TextHeading = { lines: number; id?: string; startedAt?: string; agent?: string; customer?: string; fields: Record<string, string> };

const idNames = /^(?:(?:call|contact|conversation|interaction|chat|case|session|recording|ticket)[ _-]?(?:id|number|no\.?|reference|ref|guid|uuid)|id|reference|transcript id)$/i;
const startNames = /^(?:date|start|started|started at|start time|call date|chat started|date and time|datetime|timestamp)$/i;
const agentNames = /^(?:agent name|advisor name|representative name|agent id|handled by)$/i;
const customerNames = /^(?:customer name|customer id|caller name|client name|account number|customer number)$/i;
const otherNames =
  /^(?:subject|time|duration|length|from|to|cc|bcc|sent|queue|topic|title|url|https?|note|notes|ps|re|fw|fwd|aw|wg|attendees|participants|location|language|channel|disposition|outcome|summary|status|direction|phone|phone number|email|e-mail|address|order|order number|product|reason|chat origin|origin|department|team|tags?|version|author|licen[cs]e|copyright|source|example|warning|important|step|question|answer|q|a|files?|usage|default)$/i;

/** True for names that introduce a fact and never a speaker. */
export function isHeadingName(name: string): boolean {
  return otherNames.test(name) || idNames.test(name) || startNames.test(name) || agentNames.test(name) || customerNames.test(name);
}

/** Facts above the first turn; text above it that is no fact (a title, a rule) is passed over. */
export function readHeading(lines: readonly (LabelLine | null)[], isTurn: (line: LabelLine) => boolean): TextHeading {
  const first = lines.findIndex((line) => line !== null && isTurn(line));
  const heading: TextHeading = { lines: Math.max(0, first), fields: {} };
  const seen = new Set<string>();
  for (const line of lines.slice(0, heading.lines)) {
    if (line === null || line.speaker === null || line.text === '' || seen.has(line.speaker)) continue;
    seen.add(line.speaker);
    noteFact(heading, line.speaker, line.text.slice(0, 500));
  }
  return heading;
}

function noteFact(heading: TextHeading, name: string, value: string): void {
  if (idNames.test(name)) heading.id ??= value.trim();
  else if (agentNames.test(name)) heading.agent ??= value;
  else if (customerNames.test(name)) heading.customer ??= value;
  else if (startNames.test(name) && isoDate(value) !== null) heading.startedAt ??= isoDate(value) ?? value;
  else heading.fields[name] = value;
}

/** Only year-first dates are certain; others stay a field. */
function isoDate(value: string): string | null {
  const match = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2})(:\d{2})?(?:\.\d+)?(Z|[+-]\d{2}:?\d{2})?)?$/.exec(value.trim());
  if (match === null || Number.isNaN(Date.parse(match[1] ?? ''))) return null;
  const [, day = '', minutes, seconds = ':00', zone] = match;
  if (minutes === undefined) return day;
  const local = `${day}T${minutes}${seconds}`;
  const at = zone === undefined ? Number.NaN : Date.parse(local + zone);
  return Number.isFinite(at) ? new Date(at).toISOString() : local;
}
