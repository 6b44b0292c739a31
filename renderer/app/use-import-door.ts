import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { failureOf } from '#renderer/engine/failure.ts';
import { useImportDraft } from '#renderer/stores/import-draft.ts';
import { useNavigation } from '#renderer/stores/navigation.ts';
import { useToasts } from '#renderer/stores/toasts.ts';
import { dateText } from '#renderer/ui/figure-text.ts';
import { useWriting } from '#renderer/ui/use-writing.ts';
import { client, shell } from './connection.ts';
import { createProject, freeProjectName } from './project-acts.ts';

type Handles = Awaited<ReturnType<typeof shell.pickFiles>>;

/** The ways in for files: the picker, a folder, a drop. All end in the import wizard; nothing is written by any of them. */
export type ImportDoor = {
  /** Opens the wizard, in a new project when none is open. */
  open: () => Promise<void>;
  /** Asks for files or a folder and adds them to the wizard. */
  pick: (what: 'files' | 'folder') => Promise<void>;
  /** Takes over a drop; call it inside the drop event. */
  drop: (transfer: DataTransfer) => Promise<void>;
};

export function useImportDoor(): ImportDoor {
  const { t } = useTranslation('frame');
  const { locale } = useWriting();
  return useMemo(() => {
    const ensureProject = async (): Promise<boolean> => {
      if (await client.project.info()) return true;
      const name = await freeProjectName(t('newProjectName', { date: dateText(new Date().toISOString(), locale) }));
      return createProject(name, 'codebook', t('opening.newProject'));
    };
    const open = async (): Promise<void> => {
      if (!(await ensureProject())) return;
      if (useImportDraft.getState().step === 'result') useImportDraft.getState().reset();
      if (useNavigation.getState().place.screen !== 'import') useNavigation.getState().go('import');
    };
    const take = async (handles: Promise<Handles>): Promise<void> => {
      try {
        const files = await handles;
        useImportDraft.getState().setHandOver(null);
        if (files.length === 0) return;
        useImportDraft.getState().addFiles(files);
        await open();
      } catch (error) {
        useImportDraft.getState().setHandOver(null);
        const text = error instanceof Error && failureOf(error).code === 'UNEXPECTED' ? error.message : t('errors:byCode.UNREADABLE_FILE.what');
        useToasts.getState().show({ text, tone: 'danger' });
      }
    };
    const onProgress = (sent: number, total: number): void => useImportDraft.getState().setHandOver({ sent, total });
    return {
      open,
      pick: (what) => take(shell.pickFiles(what, onProgress)),
      drop: (transfer) => take(shell.registerDrop(transfer, onProgress)),
    };
  }, [t, locale]);
}
