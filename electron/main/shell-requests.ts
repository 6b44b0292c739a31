import { z } from 'zod';

const path = z.string().min(1).max(32_768);
const label = z.string().max(300);

/** A menu as the page describes it: it knows the words, the keys and what can be done now. */
export const MenuBranch = z.strictObject({
  id: z.string().max(40),
  label,
  groups: z.array(z.array(z.strictObject({
    id: z.string().max(100), label, accelerator: z.string().max(60).regex(/^[A-Za-z0-9+,./;'[\]\\`=-]*$/).nullable(), isEnabled: z.boolean(),
  })).max(60)).max(20),
});
export type MenuBranch = z.infer<typeof MenuBranch>;

/** Everything that the preload may ask of the main process, besides the engine's port. */
export const ShellRequest = z.discriminatedUnion('name', [
  z.strictObject({ name: z.literal('pickFiles'), what: z.enum(['files', 'folder']) }),
  z.strictObject({ name: z.literal('registerFiles'), paths: z.array(path).max(100_000) }),
  z.strictObject({ name: z.literal('pickProject') }),
  z.strictObject({ name: z.literal('saveExport'), exportId: z.string().min(1).max(100), fileName: z.string().min(1).max(200) }),
  z.strictObject({ name: z.literal('takeOpenedProject') }),
  z.strictObject({ name: z.literal('setMenu'), menus: z.array(MenuBranch).max(12) }),
]);
export type ShellRequest = z.infer<typeof ShellRequest>;

/** What the page gets back: handles, ids, yes or no; or a code and a sentence. Never a path, never a stack. */
export const ShellAnswer = z.union([
  z.strictObject({ ok: z.literal(true), value: z.union([
    z.null(), z.boolean(), z.string(), z.array(z.strictObject({ id: z.string(), name: z.string(), size: z.number() })),
  ]) }),
  z.strictObject({ ok: z.literal(false), code: z.string(), message: z.string() }),
]);
export type ShellAnswer = z.infer<typeof ShellAnswer>;
