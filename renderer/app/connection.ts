import { connectEngine } from '#renderer/engine/client.ts';
import { createShell } from '#renderer/engine/shell.ts';

/** The program around this page: pickers, drops, exports, recordings. One per page. */
export const shell = createShell();

/** The page's one connection to the engine: `client` to call, `orpc` for query options and keys. */
export const engine = connectEngine(shell);
export const { client, orpc, queryClient } = engine;
