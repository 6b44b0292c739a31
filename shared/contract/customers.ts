import { z } from 'zod';
import { procedure } from './errors.ts';
import { AfterEvent, Afterwards, OutcomeBy } from '../model/afterwards.ts';
import { LikelyCaller, OpenIssue } from '../model/likely-caller.ts';
import { ModelValue } from '../model/model-value.ts';
import { AtRiskRow, AtRiskScenario, CustomerProfile, StoryMoment, ThreadEntry, Tier, TierRule } from '../model/customer.ts';

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
  modelValue: procedure.input(z.strictObject({ id: z.string().min(1).max(200) })).output(ModelValue),
  /** One customer by id or external id, newest entry first. */
  thread: procedure.input(z.strictObject({ id: z.string().min(1).max(200) }))
    .output(z.object({ customer: CustomerProfile, thread: z.array(ThreadEntry), story: z.array(StoryMoment) })),
};
