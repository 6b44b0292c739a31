import { z } from 'zod';

/** What a signal or a loop is about: a code, a text rule, or words that are new. */
export const Subject = z.string().max(220).regex(/^(code|rule|words):.+$/su);
export type Subject = z.infer<typeof Subject>;
