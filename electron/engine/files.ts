import type { SourceFile } from './importers/importer.ts';

/** Where an export goes while it is written. Nothing is to be found until `finish`; `discard` leaves no trace. */
export interface ExportSink {
  write(bytes: Uint8Array): Promise<void>;
  /** @returns the handle under which the host offers the file for saving. */
  finish(): Promise<{ exportId: string; size: number }>;
  discard(): Promise<void>;
}

/**
 * What a host lends the engine: files it may read, projects it may open, a place for exports.
 * Only a host knows paths of the outside world; the engine gets handles. The one path that it is told is the project's.
 */
export interface Files {
  /** The files that a handle stands for: one, or a whole dropped folder. @throws EarshotError FILE_NOT_FOUND */
  chosen(fileId: string): Promise<SourceFile[]>;
  /** A recording that an earlier import referenced, or null when it is not there any more. */
  referenced(reference: string): Promise<SourceFile | null>;
  /**
   * Deletes what this host itself keeps of recordings (copies beside the project) and everything that waits in its spool.
   * Files that lie elsewhere are never touched; their names come back in `left`.
   */
  purge(references: readonly string[]): Promise<{ removed: number; left: string[] }>;
  /** The sample project's sources. */
  sample(): Promise<SourceFile[]>;
  projects: {
    list(): Promise<{ id: string; name: string; isPresent: boolean }[]>;
    /** The path of a known project. @throws EarshotError PROJECT_NOT_FOUND */
    pathOf(id: string): Promise<string>;
    /** Reserves a new project's place. @throws EarshotError PROJECT_EXISTS | REFUSED for a name that is no file name */
    create(name: string): Promise<{ id: string; path: string }>;
  };
  /** Opens a new export by its suggested name (`briefing.pptx`). */
  openExport(name: string): Promise<ExportSink>;
}
