import { implement } from '@orpc/server';
import { contract } from '#shared/contract/index.ts';
import type { Session } from '#engine/session.ts';
import { refusal } from './refusal.ts';

/** The contract, waiting to be implemented, with every failure that a person can act on declared. */
export const desk = implement(contract).use(async ({ next }) => {
  try {
    return await next();
  } catch (error) {
    throw refusal(error);
  }
});

export type Desk = typeof desk;
export type WithSession = { session: Session };
