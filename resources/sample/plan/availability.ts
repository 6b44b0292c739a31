import type { Customer } from '../world/customers.ts';

const daysBetweenEpisodes = 18;
const lookBackDays = 365;
const badEpisodesAllowed = 2;

/** Keeps the episodes of a customer apart, and everyone but the planted customer below three bad experiences in a year. */
export type Availability = {
  isFree(customer: Customer, fromDay: number, toDay: number): boolean;
  mayBeBad(customer: Customer, day: number): boolean;
  take(customer: Customer, span: { fromDay: number; toDay: number; bad: boolean }): void;
};

/** An empty diary. */
export function createAvailability(): Availability {
  const spans = new Map<string, { fromDay: number; toDay: number; bad: boolean }[]>();
  const of = (customer: Customer): { fromDay: number; toDay: number; bad: boolean }[] => spans.get(customer.id) ?? [];
  return {
    isFree: (customer, fromDay, toDay) => of(customer).every((span) => toDay < span.fromDay - daysBetweenEpisodes || fromDay > span.toDay + daysBetweenEpisodes),
    mayBeBad: (customer, day) => of(customer).filter((span) => span.bad && Math.abs(span.fromDay - day) <= lookBackDays + 14).length < badEpisodesAllowed,
    take: (customer, span) => { spans.set(customer.id, [...of(customer), span]); },
  };
}
