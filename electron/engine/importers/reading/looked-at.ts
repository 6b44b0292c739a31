import type { FilePreview } from '#shared/model/import-report.ts';
import type { Mapping } from '#shared/model/import-mapping.ts';
import type { JsonMapping } from '#shared/model/json-mapping.ts';
import type { Parsed, ParsedInteraction, Problem, SourceFile } from '../importer.ts';
import type { TableRecord } from '../tables/records.ts';
import type { ProjectKnowledge, StatedTable } from './kind-of-source.ts';

/** An interaction as read, and a digest of its words by which two tellings of it are compared. */
export type ReadInteraction = { parsed: ParsedInteraction; words: string };

/** What one file turned out to be; `at` is its place among the sources. */
export type LookedAt = { at: number; contentHash: string } & (
  | { kind: 'unchanged' }
  | { kind: 'transcript'; importer: string; interactions: ReadInteraction[]; problems: Problem[] }
  | { kind: 'table'; mapping: Mapping }
  | { kind: 'recording' }
  | { kind: 'refused'; problem: Problem }
);

/** Rows of a table as records, and how much of the file has been read so far (0-1, null when that cannot be told). */
export type TableBatch = { items: Parsed<TableRecord>[]; share: number | null };

/**
 * Files that an import brought before, by content hash: the names (without folder) under which they came, or null where the
 * name does not matter because the content names its records itself.
 */
export type KnownFiles = ReadonlyMap<string, readonly string[] | null>;

export type LookInput = { sources: readonly SourceFile[]; mappings: ReadonlyMap<string, Mapping>; jsonMappings: ReadonlyMap<string, JsonMapping>; knowledge: ProjectKnowledge; known: KnownFiles };
export type TableInput = { sources: readonly [SourceFile]; mapping: Mapping };
export type PreviewInput = {
  sources: readonly SourceFile[]; knowledge: ProjectKnowledge;
  /** What a person said of each source so far, in their order. */
  stated: readonly { table?: StatedTable | undefined; jsonMapping?: JsonMapping | undefined }[];
};
export type SourcePreview = Omit<FilePreview, 'fileId'>;

/** Everything that reads files. Each answer comes in pieces; leaving its loop stops the work. */
export interface SourceReader {
  /** Looks at every file once, in order, a few in one piece; transcripts are read whole. */
  look(input: LookInput): AsyncGenerator<LookedAt[]>;
  /** The rows of one table. @throws UnreadableFileError */
  table(input: TableInput): AsyncGenerator<TableBatch>;
  /** What each file is, one piece for each. */
  preview(input: PreviewInput): AsyncGenerator<SourcePreview>;
  close(): Promise<void>;
}
