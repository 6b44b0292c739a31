import { z } from 'zod';

const place = {
  startMs: z.number().min(0).nullable(),
  endMs: z.number().min(0).nullable(),
  turnSeq: z.int().min(0).nullable(),
  charStart: z.int().min(0).nullable(),
  charEnd: z.int().min(0).nullable(),
};

export const Outcome = z.enum(['taken', 'missed', 'wrong', 'none']);

/** A code on a span of one interaction: time, text or both. */
export const Tag = z.object({
  id: z.string(), interactionId: z.string(), codeId: z.string(), codeKey: z.string(), codeName: z.string(),
  ...place,
  note: z.string().nullable(),
  severity: z.int().min(1).max(3).nullable(),
  outcome: Outcome.nullable(),
  createdAt: z.string(), createdBy: z.string(),
});
export type Tag = z.infer<typeof Tag>;

/** A customer's or agent's words starred for the briefing. */
export const Quote = z.object({
  id: z.string(), interactionId: z.string(), turnSeq: z.int(),
  charStart: z.int().nullable(), charEnd: z.int().nullable(), note: z.string().nullable(),
  createdAt: z.string(), createdBy: z.string(),
});
export type Quote = z.infer<typeof Quote>;

/** A note at a moment. */
export const Note = z.object({
  id: z.string(), interactionId: z.string(), atMs: z.number().nullable(), turnSeq: z.int().nullable(),
  text: z.string(), createdAt: z.string(), createdBy: z.string(),
});
export type Note = z.infer<typeof Note>;
