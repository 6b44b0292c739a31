import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { runCommand } from '#renderer/app/commands/handlers.ts';
import { orpc } from '#renderer/app/connection.ts';
import { openProject } from '#renderer/app/project-acts.ts';
import { Button } from '#renderer/ui/button.tsx';

const shown = 4;

/** Other projects of this host, and the ways to open or begin one. */
export function RecentProjects() {
  const { t } = useTranslation('home');
  const { data: projects = [] } = useQuery({ ...orpc.project.list.queryOptions(), staleTime: 0 });
  const others = projects.filter((project) => !project.isOpen).slice(0, shown);
  if (projects.length === 0) return null;
  return (
    <section className="recent" aria-labelledby="recent-projects">
      <h2 id="recent-projects">{t('recent.title')}</h2>
      <div className="row row-wrap">
        {others.map((project) => (
          <Button
            key={project.id}
            isDisabled={!project.isPresent}
            onPress={() => void openProject(project.id, t('frame:opening.project', { name: project.name }))}
          >
            <bdi>{project.isPresent ? project.name : t('recent.missing', { name: project.name })}</bdi>
          </Button>
        ))}
        <Button onPress={() => runCommand('project.open')}>{t('recent.open')}</Button>
        <Button onPress={() => runCommand('project.new')}>{t('recent.new')}</Button>
      </div>
    </section>
  );
}
