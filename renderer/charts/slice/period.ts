import type { InteractionFilter } from '#shared/model/interaction-filter.ts';

/** The days that a choice of period stands for; both ends inclusive, `YYYY-MM-DD`. */
export type Days = { from?: string; to?: string };
export type PeriodChoice = { id: string; months: number; days: Days } | { id: string; year: number; days: Days };

/**
 * Periods that make sense for a project: the last 3 and 12 months that have data, and each year of several.
 * @param firstAt @param lastAt ISO 8601, of the first and last interaction
 */
export function periodChoices(firstAt: string | null, lastAt: string | null): PeriodChoice[] {
  if (firstAt === null || lastAt === null) return [];
  const [firstYear, lastYear] = [Number(firstAt.slice(0, 4)), Number(lastAt.slice(0, 4))];
  const years = lastYear - firstYear + 1;
  return [
    ...[3, 12].map((months) => ({ id: `m${months}`, months, days: { from: monthsBack(lastAt, months) } })),
    ...(years < 2 || years > 40 ? [] : Array.from({ length: years }, (_, at) => lastYear - at).map((year) => ({ id: `y${year}`, year, days: { from: `${year}-01-01`, to: `${year}-12-31` } }))),
  ];
}

/** The first day of the month so many months back, the last one counted. */
function monthsBack(lastAt: string, months: number): string {
  const [year = 0, month = 1] = lastAt.split('-').map(Number);
  return new Date(Date.UTC(year, month - months, 1)).toISOString().slice(0, 10);
}

/** Which choice a filter stands for: its id, `all`, or `own` for other dates. */
export function chosenPeriod({ from, to }: InteractionFilter, choices: readonly PeriodChoice[]): string {
  if (from === undefined && to === undefined) return 'all';
  return choices.find(({ days }) => days.from === from && days.to === to)?.id ?? 'own';
}

/** The filter with other days. */
export function withDays(filter: InteractionFilter, days: Days): InteractionFilter {
  const { from: _from, to: _to, ...rest } = filter;
  return { ...rest, ...days };
}
