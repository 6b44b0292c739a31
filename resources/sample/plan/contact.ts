import type { Script } from '../scripts/script.ts';
import type { Agent } from '../world/agents.ts';
import type { Customer } from '../world/customers.ts';
import type { Queue, Reason } from '../world/reasons.ts';

export type Channel = 'phone' | 'chat' | 'email';
export type Score5 = 1 | 2 | 3 | 4 | 5;

/**
 * One contact before it has words. `episode` numbers the customer's issue, `contactNo` counts within it, `repeats` says that another
 * contact about it follows. `bad` is a bad experience in the sense of the metric specification, section 5; `satisfaction` is what
 * the customer would answer, whether or not there is a survey.
 */
export type Contact = {
  id: string; customer: Customer; agent: Agent; reason: Reason; day: number; secondOfDay: number; channel: Channel; outbound: boolean;
  transfers: number; episode: number; contactNo: number; previous: Contact | null; repeats: boolean; bad: boolean; satisfaction: Score5; script: Script | null;
};

/** How a queue behaves: chance of a second and of a third contact about the same issue, of a bad experience at first contact, and of delight when it goes well. */
export type QueueTraits = { repeat: number; third: number; bad: number; delight: number };

/** Tariffs is the queue of planted truth 7: quick, and back within days. */
export const queueTraits: Readonly<Record<Queue, QueueTraits>> = {
  Billing: { repeat: 0.15, third: 0.1, bad: 0.2, delight: 0.36 },
  'Moving home': { repeat: 0.14, third: 0.1, bad: 0.12, delight: 0.5 },
  Outages: { repeat: 0.08, third: 0.05, bad: 0.1, delight: 0.62 },
  Tariffs: { repeat: 0.44, third: 0.1, bad: 0.14, delight: 0.34 },
  Complaints: { repeat: 0.18, third: 0.12, bad: 0.5, delight: 0.34 },
};
