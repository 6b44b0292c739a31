import { useTranslation } from 'react-i18next';
import { failureOf } from '#renderer/engine/failure.ts';
import { useNavigation } from '#renderer/stores/navigation.ts';
import { useToasts } from '#renderer/stores/toasts.ts';
import type { ProjectInfo } from '#shared/model/project.ts';
import type { TFunction } from 'i18next';
import { runCommand, useCommandHandlers } from './commands/handlers.ts';
import { client } from './connection.ts';

/** A change in words; the engine names it by its command (`tag.add`). */
export function changeName(t: TFunction, command: string): string {
  return t(`frame:change.${command.replaceAll('.', '_')}`, { defaultValue: t('frame:change.other') });
}

/** Says what was done, with the way to where it happened; where there is no such place, with the way back. */
function showDone(t: TFunction, text: string, { interactionId, back }: { interactionId: string | null; back: { label: string; run: () => void } }): void {
  const { place, go } = useNavigation.getState();
  const isThere = place.screen === 'listen' && place.params.interactionId === interactionId;
  const action = interactionId === null || isThere ? back : { label: t('frame:undo.goThere'), run: () => go('listen', { interactionId }) };
  useToasts.getState().show({ text, action });
}

/** Does something, and says in a toast why it was refused. */
export async function attempt(act: () => Promise<void>, t: TFunction): Promise<void> {
  try {
    await act();
  } catch (error) {
    const { code, message } = failureOf(error);
    useToasts.getState().show({ text: message ?? t(`errors:byCode.${code}.what`), tone: 'danger' });
  }
}

/** Undo and redo of the project's changes, by name, with a way to where it happened. */
export function useUndo(project: ProjectInfo | null | undefined): void {
  const { t } = useTranslation();
  const named = (key: string, step: ProjectInfo['undo']): string | null => (step ? t(key, { name: changeName(t, step.name) }) : null);
  useCommandHandlers({
    'edit.undo': {
      isEnabled: () => Boolean(project?.undo),
      label: () => named('frame:command.undoNamed', project?.undo ?? null),
      run: () => void attempt(async () => {
        const { undone, interactionId } = await client.project.undo();
        showDone(t, t('frame:undo.undone', { name: changeName(t, undone) }), { interactionId, back: { label: t('frame:undo.redo'), run: () => runCommand('edit.redo') } });
      }, t),
    },
    'edit.redo': {
      isEnabled: () => Boolean(project?.redo),
      label: () => named('frame:command.redoNamed', project?.redo ?? null),
      run: () => void attempt(async () => {
        const { redone, interactionId } = await client.project.redo();
        showDone(t, t('frame:undo.redone', { name: changeName(t, redone) }), { interactionId, back: { label: t('frame:undo.undo'), run: () => runCommand('edit.undo') } });
      }, t),
    },
  });
}
