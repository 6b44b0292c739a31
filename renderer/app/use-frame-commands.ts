import { useTranslation } from 'react-i18next';
import { useAppearance } from '#renderer/stores/appearance.ts';
import { useNavigation } from '#renderer/stores/navigation.ts';
import { useOverlays } from '#renderer/stores/overlays.ts';
import type { ProjectInfo } from '#shared/model/project.ts';
import { useCommandHandlers, type CommandHandler } from './commands/handlers.ts';
import { client } from './connection.ts';
import { closeProject, createProject, freeProjectName, lockProject, openProject } from './project-acts.ts';
import { focusRegion } from './regions.ts';
import { screens } from './screens.ts';
import { useImportDoor } from './use-import-door.ts';
import { attempt } from './use-undo.ts';

const goHandlers = (hasProject: boolean): Record<string, CommandHandler> => Object.fromEntries(
  screens.flatMap(({ id, goCommand, needsProject }) => (goCommand === null ? [] : [[goCommand, {
    isEnabled: () => hasProject || !needsProject,
    run: () => useNavigation.getState().go(id),
  }]])),
);

/** What the window itself can do, whatever screen is shown. */
export function useFrameCommands(project: ProjectInfo | null | undefined): void {
  const { t } = useTranslation('frame');
  const { choose } = useAppearance.getState();
  const { show } = useOverlays.getState();
  const hasProject = Boolean(project);
  const door = useImportDoor();
  useCommandHandlers({
    // While nobody knows yet whether a project is open, a click is kept; the screen waits, or Home is shown.
    ...goHandlers(project !== null),
    'project.openSample': () => void openSample(t('sampleName'), t('opening.sample')),
    'project.new': () => show('newProject'),
    'project.open': () => show('openProject'),
    'project.close': { isEnabled: () => hasProject, run: () => void closeProject() },
    'project.lock': { isEnabled: () => project?.isEncrypted === true, run: () => void attempt(lockProject, t) },
    'project.verify': { isEnabled: () => hasProject, run: () => show('verify') },
    'import.start': () => void door.open(),
    'view.palette': () => show('palette'),
    'view.jobs': () => show('jobs'),
    'view.rail': () => choose({ isRailCollapsed: !useAppearance.getState().isRailCollapsed }),
    'view.themeSystem': () => choose({ themeChoice: 'system' }),
    'view.themeLight': () => choose({ themeChoice: 'light' }),
    'view.themeDark': () => choose({ themeChoice: 'dark' }),
    'view.themeContrast': () => choose({ themeChoice: 'contrast' }),
    'view.density': () => choose({ density: useAppearance.getState().density === 'compact' ? 'comfortable' : 'compact' }),
    'go.back': () => useNavigation.getState().back(),
    'go.forward': () => useNavigation.getState().forward(),
    'go.nextRegion': () => focusRegion(1),
    'go.previousRegion': () => focusRegion(-1),
    'help.keys': () => show('keys'),
    'help.about': () => show('about'),
  });
}

/** The sample project, created once and opened again afterwards; then Home, to see what is in it. */
export async function openSample(name: string, label: string): Promise<void> {
  const known = (await client.project.list()).find((entry) => entry.name === name && entry.isPresent);
  const isOpen = known ? await openProject(known.id, label) : await createProject(await freeProjectName(name), 'sample', label);
  if (isOpen) useNavigation.getState().go('home');
}
