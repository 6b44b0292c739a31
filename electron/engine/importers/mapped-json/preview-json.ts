import type { JsonMapping, JsonPreview } from '#shared/model/json-mapping.ts';
import { UnreadableFileError } from '../importer.ts';
import { finishInteraction } from '../transcripts/interaction-draft.ts';
import { outlineOf } from './json-outline.ts';
import { mappedDrafts } from './read-mapped-json.ts';
import { rankedLists, suggestJsonMapping } from './suggest-json-mapping.ts';

const shownTurns = 8;

/** What stands in a document and what the mapping (stated, else suggested) makes of it. `name` is the file's, without extension. */
export function previewJson(document: unknown, name: string, stated: JsonMapping | null): { json: JsonPreview; mapping: JsonMapping | null } {
  const outline = outlineOf(document);
  const mapping = stated ?? suggestJsonMapping(outline);
  return { json: { ...outline, lists: rankedLists(outline.lists), read: mapping === null ? null : readWith(document, mapping, name) }, mapping };
}

function readWith(document: unknown, mapping: JsonMapping, name: string): NonNullable<JsonPreview['read']> {
  const drafts = mappedDrafts(document, mapping, name);
  const first = drafts.next();
  if (first.done === true) return { interactions: 0, externalId: '', turns: [], total: 0, problem: 'Nothing is found at this place.' };
  let interactions = 1;
  for (const _draft of drafts) interactions += 1;
  const nothing = { interactions, externalId: first.value.externalId, turns: [], total: 0 };
  try {
    for (const item of finishInteraction(name, first.value)) {
      if (!('record' in item)) continue;
      const { turns } = item.record;
      return { ...nothing, total: turns.length, problem: null, turns: turns.slice(0, shownTurns).map(({ speaker, role, startMs, endMs, text }) => ({ speaker, role, startMs, endMs, text: text.slice(0, 300) })) };
    }
  } catch (error) {
    if (!(error instanceof UnreadableFileError)) throw error;
    return { ...nothing, problem: error.problem.message };
  }
  return { ...nothing, problem: null };
}
