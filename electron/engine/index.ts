import type { Router } from './procedures/index.ts';
import type { Files } from './files.ts';

/** What one line of the engine's log may hold: a code and ids or numbers, never content. */
export type LogLine = { level: 'info' | 'warn' | 'error'; code: string; detail?: Record<string, string | number | boolean | null> };

/** Prints a page that needs nothing but itself as a tagged PDF with an outline. @throws EarshotError NOT_AVAILABLE */
export type PrintPdf = (page: string, signal: AbortSignal) => Promise<Uint8Array>;

export type EngineOptions = {
  files: Files;
  /** Now. */
  clock: () => Date;
  /** A new UUID. */
  newId: () => string;
  log: (line: LogLine) => void;
  /** Who is working, for the log of commands. */
  actor: string;
  /** Absent where the host has no way to print. */
  printPdf?: PrintPdf;
  /** The built thread that reads files for imports; without it the engine reads them on its own thread, with breaths in between. */
  importThread?: URL | null;
};

export type Engine = {
  /** Implements every procedure of the contract; hosts put it behind a pipe. */
  router: Router;
  /** The recording behind a media id, for the host's media address. */
  mediaFile(mediaId: string): Promise<{ reference: string; format: string; size: number } | null>;
  /** Closes the open project; everything acknowledged is on disk already. */
  close(): Promise<void>;
};

export { createEngine } from './engine.ts';
