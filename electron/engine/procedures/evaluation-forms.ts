import type { CommandDefinition } from '#shared/commands/command.ts';
import { removeForm, retireForm, saveForm } from '#shared/commands/evaluations.ts';
import { EarshotError } from '#shared/errors.ts';
import { formProblems } from '#shared/form/form-problems.ts';
import type { FormVersion } from '#shared/model/form.ts';
import { dryRun } from '#engine/evaluating/dry-run.ts';
import { itemReliability } from '#engine/metrics/reliability.ts';
import type { AskedStep, Session } from '#engine/session.ts';
import { builtInForm, findForm, isFormStored, listForms, publishedVersionOf } from '#engine/store/queries/forms.ts';
import { desk } from './desk.ts';

const stale = ['evaluations', 'project'];

/** @throws EarshotError NOT_FOUND */
export function mustFindForm(session: Session, id: string): FormVersion {
  const form = findForm(session.db, id);
  if (!form) throw new EarshotError('NOT_FOUND', 'The form is not there any more.');
  return form;
}

const rowOf = ({ uses: _uses, ...row }: FormVersion) => row;

/** A command with the payload that belongs to it, as one of several that are carried out together. */
export function asked<P extends Record<string, unknown>>(definition: CommandDefinition<P>, payload: P): AskedStep {
  return { definition, payload };
}

/** The form that comes with Earshot becomes a row of the project with the first thing that is pinned to it. */
export function storingForm(session: Session, form: FormVersion): AskedStep[] {
  if (isFormStored(session.db, form.id)) return [];
  return [asked(saveForm, { ...rowOf(form), savedAt: session.now() })];
}

function draftOfForm(session: Session, formId: string | null): Pick<FormVersion, 'id' | 'formId' | 'version'> {
  const versions = listForms(session.db).filter((form) => form.formId === formId);
  const draft = versions.find(({ state }) => state === 'draft');
  if (draft) return draft;
  if (formId !== null && versions.length === 0) throw new EarshotError('NOT_FOUND', 'The form is not there any more.');
  return { id: session.options.newId(), formId: formId ?? session.options.newId(), version: Math.max(0, ...versions.map(({ version }) => version)) + 1 };
}

export function formProcedures(session: Session) {
  const { forms, saveForm: save, publishForm, removeForm: remove, retireForm: retire, dryRun: tryOut, reliability } = desk.evaluations;
  return {
    forms: forms.handler(() => listForms(session.db)),
    saveForm: save.handler(async ({ input }) => {
      let draftId = '';
      await session.executeAll(() => {
        const { id, formId, version } = draftOfForm(session, input.formId);
        draftId = id;
        const row = { id, formId, version, state: 'draft' as const, isRetired: false, savedAt: session.now(), savedBy: session.options.actor, definition: input.definition };
        const builtIn = formId === builtInForm.formId ? storingForm(session, builtInForm) : [];
        return [...builtIn, { ...asked(saveForm, row), seen: input.seen }];
      }, stale);
      return mustFindForm(session, draftId);
    }),
    publishForm: publishForm.handler(async ({ input }) => {
      await session.executeAll(() => {
        const form = mustFindForm(session, input.id);
        if (form.state === 'published') throw new EarshotError('REFUSED', 'This version is published already. Change the form to make a new one.');
        if (formProblems(form.definition).length > 0) throw new EarshotError('REFUSED', 'The form cannot be published as it is. Mend what the builder names first.');
        return [{ ...asked(saveForm, { ...rowOf(form), state: 'published', savedAt: session.now(), savedBy: session.options.actor }), seen: input.seen }];
      }, stale);
      return mustFindForm(session, input.id);
    }),
    removeForm: remove.handler(async ({ input }) => {
      if (mustFindForm(session, input.id).state === 'published') throw new EarshotError('REFUSED', 'A published version stays. Take the form out of use instead.');
      await session.edit({ definition: removeForm, payload: { id: input.id }, seen: input.seen }, stale);
      return { removed: true };
    }),
    retireForm: retire.handler(async ({ input }) => {
      const builtIn = input.formId === builtInForm.formId ? storingForm(session, builtInForm) : [];
      await session.executeAll([...builtIn, asked(retireForm, input)], stale);
      return { retired: input.isRetired };
    }),
    dryRun: tryOut.handler(({ input }) => {
      const draft = mustFindForm(session, input.id);
      const before = publishedVersionOf(session.db, draft.formId) ?? draft;
      return dryRun(session.db, before.definition, draft.definition);
    }),
    reliability: reliability.handler(() => itemReliability(session.db)),
  };
}
