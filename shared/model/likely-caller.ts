import { z } from 'zod';
import { Envelope } from './envelope.ts';
import { Subject } from './subject.ts';

/** What callers about an issue have in common: an imported field of the customer, the segment, or a product that was bought. */
export const Trait = z.object({ kind: z.enum(['field', 'segment', 'product']), name: z.string(), value: z.string() });
export type Trait = z.infer<typeof Trait>;

/** A cause that stands out and goes on. Without a trait nobody can be named. */
export const OpenIssue = z.object({
  subject: Subject, name: z.string(), onset: z.string(), callers: z.int(),
  /** The trait that sets callers apart, and how many callers and customers have it. */
  trait: Trait.nullable(), amongCallers: Envelope.nullable(), amongCustomers: Envelope.nullable(),
});
export type OpenIssue = z.infer<typeof OpenIssue>;

export const LikelyCaller = z.object({
  id: z.string(), externalId: z.string(), name: z.string().nullable(), issue: z.string(), subject: Subject, trait: Trait,
  /** Contacts about anything in the last year: who calls at all. */
  contacts: z.int(), yearMargin: z.number().nullable(),
});
export type LikelyCaller = z.infer<typeof LikelyCaller>;
