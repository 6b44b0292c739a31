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
  /** Opens projects for reading only and shows nothing that was hidden, whatever the project's policy says. */
  isViewer?: boolean;
};

/** A recording for the host's media address. In place of the bytes in `silenced` `fill` is sent, again and again from `start` on: what is said there is hidden. */
export type MediaFile = { reference: string; format: string; size: number; silenced: readonly SilencedBytes[] };
/** Half-open, in bytes of the file. */
export type SilencedBytes = { start: number; end: number; fill: readonly number[] };

export type Engine = {
  /** Implements every procedure of the contract; hosts put it behind a pipe. */
  router: Router;
  /** The recording behind a media id, for the host's media address. */
  mediaFile(mediaId: string): Promise<MediaFile | null>;
  /** Closes the open project; everything acknowledged is on disk already. */
  close(): Promise<void>;
};

export { createEngine } from './engine.ts';
