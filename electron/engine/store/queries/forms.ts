import { defaultForm, defaultFormId, defaultFormVersionId } from '#shared/form/default-form.ts';
import { FormDefinition, type FormVersion } from '#shared/model/form.ts';
import type { Database } from '../database.ts';

type FormSql = {
  id: string; form_id: string; version: number; state: FormVersion['state']; definition: string; is_retired: number; saved_at: string; saved_by: string; uses: number;
};

const select = `SELECT f.*, (SELECT count(*) FROM evaluation e WHERE e.form_version_id = f.id) + (SELECT count(*) FROM evaluation_draft d WHERE d.form_version_id = f.id)
  + (SELECT count(*) FROM audit_queue q WHERE q.form_version_id = f.id) AS uses FROM form_version f`;

function toForm(row: FormSql): FormVersion {
  return {
    id: row.id, formId: row.form_id, version: row.version, state: row.state, isRetired: row.is_retired === 1, savedAt: row.saved_at, savedBy: row.saved_by,
    definition: FormDefinition.parse(JSON.parse(row.definition)), uses: row.uses,
  };
}

/** The form that comes with Earshot, until the project has it as a row of its own: the first use stores it. */
export const builtInForm: FormVersion = {
  id: defaultFormVersionId, formId: defaultFormId, version: 1, state: 'published', isRetired: false, savedAt: '', savedBy: 'Earshot', definition: defaultForm, uses: 0,
};

/** Is a form version a row of the project? */
export function isFormStored(db: Database, id: string): boolean {
  return db.get('SELECT 1 AS found FROM form_version WHERE id = ?', [id]) !== undefined;
}

export function findForm(db: Database, id: string): FormVersion | undefined {
  const row = db.get<FormSql>(`${select} WHERE f.id = ?`, [id]);
  if (row) return toForm(row);
  return id === builtInForm.id ? builtInForm : undefined;
}

/** Every version of every form, newest first. */
export function listForms(db: Database): FormVersion[] {
  const stored = db.all<FormSql>(`${select} ORDER BY f.form_id, f.version DESC`).map(toForm);
  return stored.some(({ id }) => id === builtInForm.id) ? stored : [...stored, builtInForm];
}

/** The form that an evaluation is begun with when nothing says which: the published one last saved, else the one that comes with Earshot. */
export function currentForm(db: Database): FormVersion {
  const published = listForms(db).filter((form) => form.state === 'published' && !form.isRetired);
  const [latest] = published.sort((a, b) => Number(a.savedAt < b.savedAt) - Number(a.savedAt > b.savedAt) || b.version - a.version);
  return latest ?? builtInForm;
}

/** The newest published version of a form, apart from one draft. */
export function publishedVersionOf(db: Database, formId: string): FormVersion | undefined {
  return listForms(db).find((form) => form.formId === formId && form.state === 'published');
}
