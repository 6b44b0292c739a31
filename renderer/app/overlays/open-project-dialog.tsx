import { useQuery } from '@tanstack/react-query';
import { FileAudio } from 'lucide-react';
import { Button as AriaButton } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { orpc, shell } from '#renderer/app/connection.ts';
import { openProject, pickProject } from '#renderer/app/project-acts.ts';
import { failureOf } from '#renderer/engine/failure.ts';
import { useNavigation } from '#renderer/stores/navigation.ts';
import { useOverlays } from '#renderer/stores/overlays.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { ErrorState } from '#renderer/ui/error-state.tsx';
import './open-project-dialog.css';

const goHome = (isOpen: boolean): void => {
  if (isOpen) useNavigation.getState().go('home');
};

/** The projects that this host knows, most recent first; the desktop can also look anywhere on the disk. */
export function OpenProjectDialog() {
  const { t } = useTranslation('frame');
  const close = useOverlays((state) => state.close);
  const { data: projects = [], error } = useQuery({ ...orpc.project.list.queryOptions(), staleTime: 0 });
  const pick = (): void => {
    close();
    void pickProject(t('opening.picked')).then(goHome);
  };
  return (
    <Dialog
      title={t('openProject.title')}
      closeLabel={t('openProject.cancel')}
      isOpen
      onClose={close}
      actions={shell.canPickProject ? <Button onPress={pick}>{t('openProject.browse')}</Button> : undefined}
    >
      {error ? <ErrorState layout="bar" failure={failureOf(error)} /> : null}
      {projects.length === 0 && !error ? <p className="text-2">{t('openProject.none')}</p> : null}
      <ul className="project-list">
        {projects.map((project) => (
          <li key={project.id}>
            <AriaButton
              className="project-item"
              isDisabled={!project.isPresent}
              onPress={() => {
                close();
                void openProject(project.id, t('opening.project', { name: project.name })).then(goHome);
              }}
            >
              <FileAudio aria-hidden size={18} />
              <span className="grow truncate" dir="auto">{project.name}</span>
              {project.isOpen ? <span className="badge">{t('openProject.isOpen')}</span> : null}
              {project.isPresent ? null : <span className="badge" data-tone="warn">{t('openProject.missing')}</span>}
            </AriaButton>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
