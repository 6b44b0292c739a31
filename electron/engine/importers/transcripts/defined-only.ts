/** The given fields without those that are `undefined`: an absent fact is an absent key. */
export function definedOnly<T extends Record<string, unknown>>(fields: T): { [Key in keyof T]?: Exclude<T[Key], undefined> } {
  const present: Record<string, unknown> = {};
  for (const key of Object.keys(fields)) if (fields[key] !== undefined) present[key] = fields[key];
  return present as { [Key in keyof T]?: Exclude<T[Key], undefined> };
}
