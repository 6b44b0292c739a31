import { z } from 'zod';
import { procedure } from './errors.ts';
import { IdentityField, IdentityGroup, JoinedCustomer } from '../model/identity.ts';
import { AfterEvent, Afterwards, OutcomeBy } from '../model/afterwards.ts';
import { LikelyCaller, OpenIssue } from '../model/likely-caller.ts';
import { ModelValue } from '../model/model-value.ts';
import { AtRiskRow, AtRiskScenario, CustomerProfile, StoryMoment, ThreadEntry, Tier, TierRule } from '../model/customer.ts';

const id = z.string().min(1).max(200);

/** The relationship with each customer: who is at risk, and one thread each over channels and decades. */
export const customers = {
  /** Customers with a bad experience in the look-back, most bad experiences first, then by what they bring. */
  atRisk: procedure
    .input(z.strictObject({ tier: Tier.exclude(['none']).optional(), offset: z.int().min(0), limit: z.int().min(1).max(500) }))
    .output(z.object({
      total: z.int(), rows: z.array(AtRiskRow), tiers: z.object({ watch: z.int(), high: z.int(), critical: z.int() }), rule: TierRule, currency: z.string().nullable(),
      /** Contacts in the look-back that carry no customer, and how many there were in all. */
      unlinked: z.int(), contacts: z.int(),
    })),
  /** What the tiers could mean in money. */
  scenario: procedure.output(AtRiskScenario),
  /** What happened 1, 6 and 18 months after interactions that went well or badly. */
  afterwards: procedure.input(z.strictObject({ by: OutcomeBy, event: AfterEvent })).output(Afterwards),
  /** Customers who may call next about an issue that is open, with the reason for each name. */
  likelyCallers: procedure.output(z.object({ issues: z.array(OpenIssue), rows: z.array(LikelyCaller), currency: z.string().nullable() })),
  /** What one customer may still bring, by a model that was tried on the last quarter of the time. */
  modelValue: procedure.input(z.strictObject({ id })).output(ModelValue),
  /** Stated fields that could tell that several records are one person's, those with most shared values first. */
  identityFields: procedure.output(z.array(IdentityField)),
  /** Records that state the same value in such a field. */
  identityGroups: procedure.input(z.strictObject({ field: z.string().min(1).max(400), offset: z.int().min(0), limit: z.int().min(1).max(200) }))
    .output(z.object({ total: z.int(), groups: z.array(IdentityGroup) })),
  /** Records that were joined, of one customer or of all, with what they were joined for. */
  joined: procedure.input(z.strictObject({ keptId: id.nullable() })).output(z.array(JoinedCustomer)),
  /** Takes records for the same person as the one that is kept; they must state the same value in the field. All of them or none. */
  join: procedure.input(z.strictObject({ keptId: id, customerIds: z.array(id).min(1).max(100), field: z.string().min(1).max(400) })).output(z.object({ joined: z.int() })),
  /** Parts a joined record from the one it was joined into. */
  split: procedure.input(z.strictObject({ customerId: id })).output(z.object({ split: z.boolean() })),
  /** One customer by id or external id, newest entry first. */
  thread: procedure.input(z.strictObject({ id }))
    .output(z.object({ customer: CustomerProfile, thread: z.array(ThreadEntry), story: z.array(StoryMoment) })),
};
