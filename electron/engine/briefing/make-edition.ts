import type { BriefingFormat, Story } from '#shared/model/briefing.ts';
import type { Files } from '#engine/files.ts';
import type { Database } from '#engine/store/database.ts';
import { briefingCalls } from '#engine/store/queries/briefing-calls.ts';
import { rosterNames } from '#engine/store/queries/briefing-evidence.ts';
import type { GoodRule } from '#engine/store/queries/interaction-where.ts';
import type { Edition, Picture } from './edition.ts';
import { frozenStory } from './export.ts';
import { collectMoments } from './moments.ts';

export type EditionSources = { db: Database; files: Files; rule: GoodRule; signal: AbortSignal };

/** Freezes a story for writing: only what is shown, with the logo, and what this format shows besides. @throws EarshotError REFUSED */
export async function makeEdition(sources: EditionSources, { story, logo, format }: { story: Story; logo: Picture | null; format: BriefingFormat }): Promise<Edition> {
  const frozen = frozenStory(story);
  const { db } = sources;
  const isHeard = format === 'html' || format === 'pdf' || format === 'zip';
  const heard = isHeard ? await collectMoments(frozen, { ...sources, names: rosterNames(db) }) : { moments: [], momentOf: new Map<string, string>() };
  return { story: frozen, logo, ...heard, calls: format === 'xlsx' ? briefingCalls(db) : [] };
}
