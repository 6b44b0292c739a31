import { z } from 'zod';

const id = z.int().min(0);
const path = z.string().min(1).max(32_768);

/** What the main process asks of the engine's process. Paths travel here, between the two trusted processes, and nowhere else. */
export const HostQuestion = z.discriminatedUnion('name', [
  z.strictObject({ name: z.literal('recording'), mediaId: z.string().max(100) }),
  z.strictObject({ name: z.literal('choose'), paths: z.array(path).max(100_000) }),
  z.strictObject({ name: z.literal('addProject'), path }),
  z.strictObject({ name: z.literal('saveExport'), exportId: z.string().max(100), target: path }),
]);
export type HostQuestion = z.infer<typeof HostQuestion>;

/** From the main process to the engine's process. `connect` carries the page's port; the numbers are the sender's own. */
export const ToHost = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('start'), projectsFolder: path, projectList: path, spoolParent: path }),
  z.strictObject({ kind: z.literal('connect'), connection: id }),
  z.strictObject({ kind: z.literal('disconnect'), connection: id }),
  z.strictObject({ kind: z.literal('ask'), ask: id, question: HostQuestion }),
  z.strictObject({ kind: z.literal('printed'), job: id, isPrinted: z.boolean() }),
  z.strictObject({ kind: z.literal('stop') }),
]);
export type ToHost = z.infer<typeof ToHost>;

/** From the engine's process to the main process. */
export const FromHost = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('closed'), connection: id }),
  z.strictObject({ kind: z.literal('answer'), ask: id, value: z.unknown() }),
  z.strictObject({ kind: z.literal('refusal'), ask: id, code: z.string(), message: z.string() }),
  z.strictObject({ kind: z.literal('print'), job: id, source: path, target: path }),
  z.strictObject({ kind: z.literal('stopped') }),
]);
export type FromHost = z.infer<typeof FromHost>;

/** What `choose` answers for every path: what the page may know of it. */
export const ChosenHandles = z.array(z.strictObject({ id: z.string(), name: z.string(), size: z.number() }));
/** What `recording` answers. */
export const FoundRecording = z.strictObject({
  path, size: z.number(), type: z.string(),
  silenced: z.array(z.strictObject({ start: z.number(), end: z.number(), fill: z.array(z.int().min(0).max(255)).min(1).max(100_000) })).optional(),
}).nullable();
