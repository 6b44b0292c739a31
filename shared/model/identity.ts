import { z } from 'zod';

/** A stated field that tells customers apart, and how many share a value of it. */
export const IdentityField = z.object({
  field: z.string(),
  /** Customers who have it, and how many different values they have. */
  customers: z.int(), values: z.int(),
  /** Values that several records share, and how many records those are. */
  groups: z.int(), records: z.int(),
});
export type IdentityField = z.infer<typeof IdentityField>;

export const IdentityRecord = z.object({
  id: z.string(), externalId: z.string(), name: z.string().nullable(), since: z.string().nullable(), segment: z.string().nullable(), region: z.string().nullable(),
  contacts: z.int(), purchases: z.int(),
  /** Whether other records were joined into this one already: it is the one to keep. */
  isKept: z.boolean(),
});
export type IdentityRecord = z.infer<typeof IdentityRecord>;

/** Records with one value in a stated field; the first is the one that would be kept. */
export const IdentityGroup = z.object({
  value: z.string(), records: z.array(IdentityRecord),
  /** What is stated differently, which speaks against one person. */
  differs: z.array(z.enum(['name', 'since', 'segment', 'region'])),
});
export type IdentityGroup = z.infer<typeof IdentityGroup>;

/** A record that was joined into another, and why. */
export const JoinedCustomer = z.object({
  id: z.string(), externalId: z.string(), name: z.string().nullable(), keptId: z.string(), keptExternalId: z.string(), keptName: z.string().nullable(),
  field: z.string(), value: z.string(), at: z.string(), actor: z.string(), rows: z.int(),
});
export type JoinedCustomer = z.infer<typeof JoinedCustomer>;
