import type { Channel, Role } from '#shared/model/interaction.ts';

/** A file that is open for reading anywhere. */
export interface RandomAccess {
  /** Fills the buffer from `position` on. @returns how many bytes there were, fewer than asked for only at the end of the file */
  readInto(buffer: Uint8Array, position: number): Promise<number>;
  close(): Promise<void>;
}

/** A file from outside. `name` is what a person would call it (it may hold `/` for a file inside a dropped folder); it is never a path to open. */
export interface SourceFile {
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  /** The whole file; refuse by size first. */
  read(): Promise<Uint8Array>;
  /** The file in pieces, from the start. */
  stream(): AsyncIterable<Uint8Array>;
  /** Absent where the file can only be read from the start. */
  open?(): Promise<RandomAccess>;
  /** How a host finds the file again (recordings are referenced, not copied). Opaque to the engine. */
  readonly reference: string;
  /** Where it lies on this computer, so that another thread can open it by itself; absent when only this object can read it. */
  readonly path?: string;
}

/** The first 64 KiB of a file, decoded once for every importer to look at. */
export type FileHead = { readonly name: string; readonly bytes: Uint8Array; readonly text: string | null; readonly isWhole: boolean };

/** Word timing: start and end in milliseconds and the span in the turn's text (UTF-16 units, half-open). */
export type ParsedWord = readonly [startMs: number, endMs: number, charStart: number, charEnd: number];

export type ParsedTurn = {
  speaker: string;
  role: Role;
  startMs: number | null;
  endMs: number | null;
  /** LF-normalised, trimmed, never empty. */
  text: string;
  words?: readonly ParsedWord[];
};

export type ParsedSegment = { kind: 'talk' | 'hold' | 'queue' | 'ivr' | 'transfer'; startMs: number; endMs: number };

/** One interaction as a transcript file tells it. Absent facts are absent, never guessed. */
export type ParsedInteraction = {
  externalId: string;
  channel: Channel;
  startedAt?: string;
  durationMs?: number;
  agent?: { externalId: string; name?: string };
  customer?: { externalId: string; name?: string };
  language?: string;
  reason?: string;
  /** Any other imported field: flat, text values only. */
  fields?: Record<string, string>;
  /** What the vendor measured (talk time and the like), kept beside Earshot's own figures. Flat JSON. */
  facts?: Record<string, unknown>;
  /** False when agent and customer could not be told apart for sure. */
  rolesSure: boolean;
  turns: ParsedTurn[];
  segments?: ParsedSegment[];
  survey?: { externalId: string; answers: { item: string; value: number; scaleMin: number; scaleMax: number }[] };
};

/** Something a person has to know about one place of one file. Rows and columns count from 1. */
export type Problem = {
  file: string;
  row: number | null;
  column: string | null;
  /** UPPER_SNAKE and stable. */
  code: string;
  found: string | null;
  expected: string | null;
  /** A whole sentence: where, what, and what to do. */
  message: string;
  /** The refused record itself, to be saved, mended and imported again. */
  record?: Record<string, string>;
};

/** A file that cannot be read at all throws this; nothing of it is imported. */
export class UnreadableFileError extends Error {
  constructor(readonly problem: Omit<Problem, 'file'>) {
    super(problem.message);
    this.name = 'UnreadableFileError';
  }
}

/** What an importer yields: records and problems, in file order. */
export type Parsed<T> = { record: T } | { problem: Problem };

export interface TranscriptImporter {
  /** Stable name, e.g. `webvtt`. */
  readonly id: string;
  readonly label: string;
  /** How sure this importer is, by content: 0 not mine, 1 certain. The highest wins; ties go to the earlier in the list. */
  sniff(head: FileHead): number;
  /** Reads the whole file. @throws UnreadableFileError */
  read(source: SourceFile, signal: AbortSignal): AsyncGenerator<Parsed<ParsedInteraction>>;
}
