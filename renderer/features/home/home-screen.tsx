import { Import } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { runCommand } from '#renderer/app/commands/handlers.ts';
import { useKeysOf } from '#renderer/app/commands/keys-of.ts';
import { useProject } from '#renderer/app/use-project.ts';
import { Button } from '#renderer/ui/button.tsx';
import { dateText } from '#renderer/ui/figure-text.ts';
import { Screen } from '#renderer/ui/screen.tsx';
import { useWriting } from '#renderer/ui/use-writing.ts';
import type { ProjectInfo } from '#shared/model/project.ts';
import { ContinueCard } from './continue-card.tsx';
import { FirstRun } from './first-run.tsx';
import './home.css';
import { LastImportCard } from './last-import-card.tsx';
import { LinkingCard } from './linking-card.tsx';
import { ProjectCard } from './project-card.tsx';
import { RecentProjects } from './recent-projects.tsx';

/** Is my data in, and can I trust it? Without a project: three ways to begin. */
export function HomeScreen() {
  const project = useProject();
  if (project === undefined) return null;
  return project === null ? <FirstRun /> : <OpenProject project={project} />;
}

function OpenProject({ project }: { project: ProjectInfo }) {
  const { t } = useTranslation('home');
  const keys = useKeysOf('import.start');
  return (
    <Screen
      title={project.name}
      summary={<Period project={project} />}
      actions={<Button variant="primary" icon={Import} {...keys} onPress={() => runCommand('import.start')}>{t('import')}</Button>}
    >
      {project.recovered === null ? null : <p className="home-notice" role="status">{project.recovered}</p>}
      <div className="home-grid">
        <ContinueCard project={project} />
        <LinkingCard project={project} />
        <LastImportCard project={project} />
        <ProjectCard project={project} />
      </div>
      <RecentProjects />
      <p className="home-drop caption">{t('dropHint')}</p>
    </Screen>
  );
}

function Period({ project }: { project: ProjectInfo }) {
  const { t } = useTranslation('home');
  const { locale } = useWriting();
  if (project.firstAt === null || project.lastAt === null) return t('noDates');
  return t('period', { from: dateText(project.firstAt, locale), to: dateText(project.lastAt, locale) });
}
