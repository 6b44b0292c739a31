import { formParts, removeForm, retireForm, saveForm } from '#shared/commands/evaluations.ts';
import { findForm, isFormStored } from '#engine/store/queries/forms.ts';
import { CommandRefused, type AnyCommandHandler, type CommandHandler } from '../handler.ts';
import { insertRow, mustFind, partsIfThere, updateRow } from './row-values.ts';

type Row = (typeof saveForm)['payload']['_output'];

const columns = (p: Row) => ({
  form_id: p.formId, version: p.version, state: p.state, definition: JSON.stringify(p.definition), is_retired: p.isRetired, saved_at: p.savedAt, saved_by: p.savedBy,
});

const save: CommandHandler<Row> = {
  definition: saveForm,
  standing: (db, { id }) => formParts.of((isFormStored(db, id) ? findForm(db, id) : null) ?? null),
  apply(db, payload) {
    const before = isFormStored(db, payload.id) ? findForm(db, payload.id) : undefined;
    if (before && before.uses > 0 && JSON.stringify(before.definition) !== JSON.stringify(payload.definition)) {
      throw new CommandRefused('REFUSED', 'Evaluations were made with this version of the form. Change it as a new version.');
    }
    const same = db.get<{ id: string }>('SELECT id FROM form_version WHERE form_id = ? AND version = ? AND id <> ?', [payload.formId, payload.version, payload.id]);
    if (same) throw new CommandRefused('REFUSED', `The form has a version ${payload.version} already.`);
    if (!before) {
      insertRow(db, 'form_version', { id: payload.id, ...columns(payload) });
      return { inverse: { name: removeForm.name, payload: { id: payload.id } }, entityId: payload.id };
    }
    updateRow(db, { table: 'form_version', id: payload.id }, columns(payload));
    const { uses: _uses, ...inverse } = before;
    return { inverse: { name: saveForm.name, payload: inverse }, entityId: payload.id };
  },
};

const remove: CommandHandler<{ id: string }> = {
  definition: removeForm,
  standing: (db, { id }) => partsIfThere(formParts, isFormStored(db, id) ? findForm(db, id) : undefined),
  apply(db, { id }) {
    const { uses, ...before } = mustFind(isFormStored(db, id) ? findForm(db, id) : undefined, 'form');
    if (uses > 0) throw new CommandRefused('REFUSED', 'Evaluations were made with this version of the form, so it stays.');
    db.run('DELETE FROM form_version WHERE id = ?', [id]);
    return { inverse: { name: saveForm.name, payload: before }, entityId: id };
  },
};

const retire: CommandHandler<{ formId: string; isRetired: boolean }> = {
  definition: retireForm,
  apply(db, { formId, isRetired }) {
    const before = mustFind(db.get<{ isRetired: number }>('SELECT max(is_retired) AS isRetired FROM form_version WHERE form_id = ? HAVING count(*) > 0', [formId]), 'form');
    db.run('UPDATE form_version SET is_retired = ? WHERE form_id = ?', [isRetired ? 1 : 0, formId]);
    return { inverse: { name: retireForm.name, payload: { formId, isRetired: before.isRetired === 1 } }, entityId: formId };
  },
};

export const formHandlers: readonly AnyCommandHandler[] = [save, remove, retire];
