import { client } from '#renderer/app/connection.ts';
import { failureOf } from '#renderer/engine/failure.ts';
import { failureText } from '#renderer/ui/failure-text.ts';
import { useToasts } from '#renderer/stores/toasts.ts';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Seen, seenOf } from '#shared/commands/edit.ts';
import { formParts } from '#shared/commands/evaluations.ts';
import type { FormDefinition, FormVersion } from '#shared/model/form.ts';

/** Working on a draft: a change shows at once and is saved behind it, one after the other; undo brings the stored one back. */
export type FormDraft = { form: FormDefinition; moved: readonly string[]; change: (form: FormDefinition, moved?: readonly string[]) => void };

export function useFormDraft(stored: FormVersion): FormDraft {
  const { t } = useTranslation();
  const [working, setWorking] = useState<FormDefinition | null>(null);
  const [moved, setMoved] = useState<readonly string[]>([]);
  const queue = useRef(Promise.resolve());
  const wanted = useRef(0);
  // What was on the screen when the first of these changes was made, and after that what the last one left.
  const seen = useRef<Seen>({});
  const change = (form: FormDefinition, nowMoved: readonly string[] = []): void => {
    if (working === null) seen.current = seenOf(formParts, stored);
    setWorking(form);
    setMoved(nowMoved);
    wanted.current += 1;
    const own = wanted.current;
    queue.current = queue.current.then(async () => {
      try {
        if (own === wanted.current) seen.current = seenOf(formParts, await client.evaluations.saveForm({ formId: stored.formId, definition: form, seen: seen.current }));
      } catch (error) {
        useToasts.getState().show({ tone: 'danger', text: failureText(t, failureOf(error)) });
      }
      if (own === wanted.current) setWorking(null);
    });
  };
  return { form: working ?? stored.definition, moved, change };
}
