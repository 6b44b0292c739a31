import { recipeParts, saveRecipe, removeRecipe } from '#shared/commands/imports.ts';
import { changeSetting, type SettingKey, settingParts } from '#shared/commands/settings.ts';
import { StoryEdits } from '#engine/briefing/edits.ts';
import { readCueList } from '#engine/empathy/cue-list.ts';
import { readPolicy } from '#engine/privacy/policy.ts';
import type { Database } from '#engine/store/database.ts';
import { readDefinitions } from '#engine/store/queries/definitions.ts';
import type { AnyCommandHandler, CommandHandler } from '../handler.ts';
import { recipes } from '#engine/store/queries/imports.ts';
import { insertRow, mustFind } from './row-values.ts';

/** A setting as it is in force, with what it leaves to the default. */
function inForce(db: Database, key: SettingKey): Record<string, unknown> | null {
  if (key === 'definitions') return readDefinitions(db).definitions;
  if (key === 'privacy') return readPolicy(db);
  if (key === 'empathy-cues') return { phrases: readCueList(db).phrases };
  const row = db.get<{ value: string }>('SELECT value FROM setting WHERE key = ?', [key]);
  const value = row === undefined ? null : JSON.parse(row.value) as Record<string, unknown>;
  return key === 'briefing' ? StoryEdits.parse(value ?? {}) : value;
}

const change: CommandHandler<(typeof changeSetting)['payload']['_output']> = {
  definition: changeSetting,
  standing: (db, { key }) => settingParts(key, inForce(db, key)),
  apply(db, { key, value }, { command }) {
    const before = db.get<{ value: string; version: number }>('SELECT value, version FROM setting WHERE key = ?', [key]);
    // The version only grows, so that a figure can always say under which definitions it was computed.
    db.run(
      `INSERT INTO setting (key, value, version, changed_at) VALUES (?1, ?2, 1, ?3)
       ON CONFLICT (key) DO UPDATE SET value = ?2, version = version + 1, changed_at = ?3`,
      [key, JSON.stringify(value ?? {}), command.at],
    );
    const previous = before ? JSON.parse(before.value) as Record<string, unknown> : null;
    return { inverse: { name: changeSetting.name, payload: { key, value: previous } }, entityId: key };
  },
};

type RecipeRow = (typeof saveRecipe)['payload']['_output'];

const save: CommandHandler<RecipeRow> = {
  definition: saveRecipe,
  standing: (db, { name }) => recipeParts.of(recipes(db).find((recipe) => recipe.name === name) ?? null),
  apply(db, p) {
    const before = db.get<{ id: string }>('SELECT id FROM recipe WHERE name = ?', [p.name]);
    const inverse = before ? { name: saveRecipe.name, payload: readRecipe(db.get('SELECT * FROM recipe WHERE id = ?', [before.id])) }
      : { name: removeRecipe.name, payload: { id: p.id } };
    db.run('DELETE FROM recipe WHERE name = ?', [p.name]);
    insertRow(db, 'recipe', {
      id: p.id, name: p.name, header_fingerprint: p.headerFingerprint, kind: p.kind, mapping: JSON.stringify(p.mapping), created_at: p.createdAt,
    });
    return { inverse, entityId: p.id };
  },
};

type RecipeSql = { id: string; name: string; header_fingerprint: string; kind: string; mapping: string; created_at: string };

function readRecipe(row: RecipeSql | undefined): RecipeRow {
  const { id, name, header_fingerprint, kind, mapping, created_at } = mustFind(row, 'recipe');
  return { id, name, headerFingerprint: header_fingerprint, kind, mapping: JSON.parse(mapping) as Record<string, unknown>, createdAt: created_at };
}

const forget: CommandHandler<{ id: string }> = {
  definition: removeRecipe,
  apply(db, { id }) {
    const before = readRecipe(db.get<RecipeSql>('SELECT * FROM recipe WHERE id = ?', [id]));
    db.run('DELETE FROM recipe WHERE id = ?', [id]);
    return { inverse: { name: saveRecipe.name, payload: before }, entityId: id };
  },
};

export const settingHandlers: readonly AnyCommandHandler[] = [change, save, forget];
