import type { Definitions } from '#shared/model/gap.ts';

/** Only what differs: the rest stays as it is, whoever changed it meanwhile. */
export function changedPart(start: Definitions, draft: Definitions): Partial<Definitions> {
  return Object.fromEntries(Object.entries(draft).filter(([key, value]) => start[key as keyof Definitions] !== value)) as Partial<Definitions>;
}

/** Does this name a time zone here? */
export function isTimeZone(name: string): boolean {
  try {
    return name.trim() !== '' && new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
