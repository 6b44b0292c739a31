import { InteractionFilter } from '#shared/model/interaction-filter.ts';
import type { Call } from './command.ts';
import { UsageError } from './command.ts';

const keys = Object.keys(InteractionFilter.shape);

/** `true` and `false`, whole numbers and `null` mean themselves where the filter wants them; everything else is text. */
function candidates(value: string): unknown[] {
  if (value === 'true' || value === 'false') return [value === 'true', value];
  if (value === 'null' || value === '') return [null, value];
  return /^\d{1,6}$/.test(value) ? [value, Number(value), [value]] : [value, value.split(',')];
}

function entryOf(key: string, value: string): Record<string, unknown> | null {
  const name = key.startsWith('field:') ? 'field' : key;
  for (const candidate of candidates(value)) {
    const entry = { [name]: name === 'field' ? { name: key.slice('field:'.length), value: candidate } : candidate };
    if (InteractionFilter.safeParse(entry).success) return entry;
  }
  return null;
}

/** The filter that the `--where KEY=VALUE` of a call add up to. @throws UsageError naming the one that makes no sense */
export function filterOf(call: Call): InteractionFilter {
  const given = call.values['where'];
  const conditions = Array.isArray(given) ? given.map(String) : [];
  const entries = conditions.map((condition) => {
    const at = condition.indexOf('=');
    const key = condition.slice(0, Math.max(at, 0));
    const entry = at > 0 ? entryOf(key, condition.slice(at + 1)) : null;
    if (entry !== null) return entry;
    const known = keys.includes(key) ? `“${condition.slice(at + 1)}” is no value for ${key}.` : `Known keys: ${keys.join(', ')}, field:NAME.`;
    throw new UsageError(`--where ${condition} makes no sense. ${known}`);
  });
  return InteractionFilter.parse(Object.assign({}, ...entries));
}

/** The option itself, for commands that take a filter. */
export const whereOption = { where: { type: 'string', multiple: true } } as const;
