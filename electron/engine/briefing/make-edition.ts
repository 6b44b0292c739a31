import type { Story } from '#shared/model/briefing.ts';
import type { Files } from '#engine/files.ts';
import type { Database } from '#engine/store/database.ts';
import type { Edition, Picture } from './edition.ts';
import { frozenStory } from './export.ts';

export type EditionSources = { db: Database; files: Files; signal: AbortSignal };

/** Freezes a story for writing: only what is shown, with the logo. @throws EarshotError REFUSED */
export async function makeEdition({ signal }: EditionSources, { story, logo }: { story: Story; logo: Picture | null }): Promise<Edition> {
  signal.throwIfAborted();
  return Promise.resolve({ story: frozenStory(story), logo, moments: [], momentOf: new Map(), calls: [] });
}
