import { joinCustomer, splitCustomer } from '#shared/commands/customers.ts';
import { EarshotError } from '#shared/errors.ts';
import type { Session } from '#engine/session.ts';
import { identityFields, identityGroups, joinedCustomers, statedValue } from '#engine/store/queries/identities.ts';
import { desk } from './desk.ts';

const stale = ['customers', 'interactions', 'surveys', 'gap', 'metrics', 'causes', 'signals', 'briefing', 'project', 'privacy'];

/** Which records are one person's: offered by what they state, joined and split by a person. */
export function customerIdentityProcedures(session: Session) {
  return {
    identityFields: desk.customers.identityFields.handler(() => identityFields(session.db)),
    identityGroups: desk.customers.identityGroups.handler(({ input }) => identityGroups(session.db, input)),
    joined: desk.customers.joined.handler(({ input }) => joinedCustomers(session.db, input.keptId)),
    join: desk.customers.join.handler(async ({ input: { keptId, customerIds, field } }) => {
      const value = statedValue(session.db, keptId, field);
      if (value === null) throw new EarshotError('REFUSED', `The record that is to be kept states no “${field}”. Choose a field that all of the records state.`);
      await session.executeAll(customerIds.map((customerId) => ({ definition: joinCustomer, payload: { customerId, keptId, field, value } })), stale);
      return { joined: customerIds.length };
    }),
    split: desk.customers.split.handler(async ({ input }) => {
      await session.execute(splitCustomer, input, stale);
      return { split: true };
    }),
  };
}
