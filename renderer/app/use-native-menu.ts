import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProjectInfo } from '#shared/model/project.ts';
import { useKeyboardSettings } from '#renderer/stores/keyboard-settings.ts';
import { followHandlers } from './commands/handlers.ts';
import { nativeMenu } from './commands/native-menu.ts';
import { shell } from './connection.ts';

/** Screens come and go with a dozen handlers each: the menu is made once they have settled. */
const settledMs = 100;

/** Keeps the system's menu bar true: after every change of the project, and of what the screen can do. */
export function useNativeMenu(project: ProjectInfo | null | undefined): void {
  const { t } = useTranslation();
  useEffect(() => {
    if (shell.host !== 'desktop') return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const soon = (): void => {
      clearTimeout(timer);
      timer = setTimeout(() => shell.setMenu(nativeMenu(t)), settledMs);
    };
    soon();
    const stops = [followHandlers(soon), useKeyboardSettings.subscribe(soon)];
    return () => {
      stops.forEach((stop) => stop());
      clearTimeout(timer);
    };
  }, [t, project]);
}
