import { afterwards } from '#engine/customers/afterwards.ts';
import { atRiskPage } from '#engine/customers/at-risk.ts';
import { likelyCallers } from '#engine/customers/likely-callers.ts';
import { modelValue } from '#engine/customers/model-value.ts';
import { atRiskScenario } from '#engine/customers/scenario.ts';
import { customerThread } from '#engine/customers/thread.ts';
import type { Session } from '#engine/session.ts';
import { readDefinitions } from '#engine/store/queries/definitions.ts';
import { customerIdentityProcedures } from './customer-identities.ts';
import { desk } from './desk.ts';

export function customerProcedures(session: Session) {
  const definitions = () => readDefinitions(session.db).definitions;
  return desk.customers.router({
    ...customerIdentityProcedures(session),
    atRisk: desk.customers.atRisk.handler(({ input }) => atRiskPage(session.db, definitions(), input)),
    scenario: desk.customers.scenario.handler(() => atRiskScenario(session.db, definitions())),
    afterwards: desk.customers.afterwards.handler(({ input }) => afterwards(session.db, input)),
    likelyCallers: desk.customers.likelyCallers.handler(() => likelyCallers(session.db, { definitions: definitions(), now: session.options.clock() })),
    modelValue: desk.customers.modelValue.handler(({ input }) => modelValue(session.db, input.id)),
    thread: desk.customers.thread.handler(({ input }) => customerThread(session.db, definitions(), input.id)),
  });
}
