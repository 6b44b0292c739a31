import type { RecordingNames } from '#shared/model/import-report.ts';
import { audioName } from '#engine/audio/audio-name.ts';
import { defaultFileNamePatterns, parseFileNamePattern, readFileName } from '#engine/audio/file-name-pattern.ts';
import type { Database } from '#engine/store/database.ts';
import type { SourceFile } from './importer.ts';
import { fileName } from './reading/file-name.ts';
import { baseName } from './transcripts/source-text.ts';

const shownRows = 50;

/** The patterns to try: the person's own first, then the usual ones. */
export const patternsFrom = (pattern: string | null | undefined): readonly string[] =>
  (pattern ? [pattern, ...defaultFileNamePatterns] : defaultFileNamePatterns);

/** What the names of the recordings among these files say, before anything is imported. */
export function recordingNames(db: Database, sources: readonly SourceFile[], pattern: string | null): RecordingNames {
  const parsed = pattern ? parseFileNamePattern(pattern) : [];
  if ('problem' in parsed) return { problem: parsed.problem, total: 0, joined: 0, rows: [] };
  const recordings = sources.filter(({ name }) => audioName(name));
  const told = new Set(sources.filter(({ name }) => !audioName(name)).map(({ name }) => baseName(name)));
  const isThere = (id: string): boolean => told.has(id) || db.get('SELECT 1 AS found FROM interaction WHERE external_id = ?', [id]) !== undefined;
  const rows = recordings.map(({ name }) => {
    const read = readFileName(name, patternsFrom(pattern));
    const ids = read?.ids ?? [];
    const joined = ids.find(isThere);
    return {
      name: fileName(name), externalId: joined ?? ids[0] ?? baseName(name), agent: read?.agent ?? null, customer: read?.customer ?? null, startedAt: read?.startedAt ?? null,
      isJoined: joined !== undefined, fits: pattern === null || pattern === '' || read?.pattern === pattern,
    };
  });
  return { problem: null, total: rows.length, joined: rows.filter(({ isJoined }) => isJoined).length, rows: rows.slice(0, shownRows) };
}
