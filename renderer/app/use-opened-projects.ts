import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigation } from '#renderer/stores/navigation.ts';
import { shell } from './connection.ts';
import { openProject } from './project-acts.ts';

/** Opens what the system asks for: a project file that was double-clicked or given to a second start. */
export function useOpenedProjects(): void {
  const { t } = useTranslation('frame');
  useEffect(() => shell.onOpenProject((projectId) => {
    void openProject(projectId, t('opening.picked')).then((isOpen) => isOpen && useNavigation.getState().go('home'));
  }), [t]);
}
