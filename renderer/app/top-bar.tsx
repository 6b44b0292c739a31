import { memo } from 'react';
import { CircleQuestionMark, LayoutList, Menu as MenuIcon, Redo2, Search, Undo2 } from 'lucide-react';
import { Button as AriaButton } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { ProjectInfo } from '#shared/model/project.ts';
import { IconButton } from '#renderer/ui/icon-button.tsx';
import { MenuBarButton, MenuButton } from '#renderer/ui/menu.tsx';
import { runCommand } from './commands/handlers.ts';
import { keysOf, useKeysOf } from './commands/keys-of.ts';
import { menuTree } from './commands/menu-tree.ts';
import { shell } from './connection.ts';
import { screens } from './screens.ts';
import './top-bar.css';
import { changeName } from './use-undo.ts';

/** Menu, project, search, undo and help. */
export const TopBar = memo(function TopBar({ project }: { project: ProjectInfo | null }) {
  const { t } = useTranslation('frame');
  return (
    <header className="top-bar" aria-label={t('topBar.label')} data-region="top">
      <div className="row grow">
        {shell.host === 'web' ? <AppMenu /> : null}
        <SectionsMenu hasProject={project !== null} />
        <span className="top-brand"><BrandMark />{t('appName')}</span>
        {project === null ? null : (
          <span className="top-project" dir="auto">
            <span className="truncate">{project.name}</span>
            {project.isSample ? <span className="badge">{t('topBar.sample')}</span> : null}
            {project.isReadOnly ? <span className="badge" data-tone="warn">{t('topBar.readOnly')}</span> : null}
          </span>
        )}
      </div>
      <PaletteButton />
      <div className="row grow top-end">
        <UndoButtons project={project} />
        <IconButton icon={CircleQuestionMark} label={t('command.keys')} {...keysOf('help.keys')} onPress={() => runCommand('help.keys')} />
      </div>
    </header>
  );
});

/** Two marks with a distance between them: what Earshot measures. */
function BrandMark() {
  return (
    <svg className="brand-mark" viewBox="0 0 20 20" width="18" height="18" aria-hidden>
      <rect x="1" y="6.5" width="7" height="7" rx="1" fill="currentColor" />
      <circle cx="15.5" cy="10" r="3.5" fill="none" stroke="currentColor" strokeWidth="2" />
    </svg>
  );
}

function AppMenu() {
  const { t } = useTranslation('frame');
  return (
    <MenuBarButton label={t('menu.label')} submenus={() => menuTree(t)}>
      <AriaButton className="button icon-button" data-variant="quiet" aria-label={t('menu.label')}><MenuIcon aria-hidden size={18} /></AriaButton>
    </MenuBarButton>
  );
}

/** The rail of narrow windows and of 200 % zoom. */
function SectionsMenu({ hasProject }: { hasProject: boolean }) {
  const { t } = useTranslation('frame');
  const entries = screens.flatMap(({ id, icon, labelKey, goCommand, needsProject }) => (goCommand === null ? [] : [{
    id, label: t(labelKey), isDisabled: needsProject && !hasProject, run: () => void runCommand(goCommand), ...(icon === null ? {} : { icon }),
  }]));
  return (
    <span className="sections-menu">
      <MenuButton label={t('rail.sections')} groups={[{ id: 'sections', entries }]}>
        <AriaButton className="button icon-button" data-variant="quiet" aria-label={t('rail.sections')}><LayoutList aria-hidden size={18} /></AriaButton>
      </MenuButton>
    </span>
  );
}

function PaletteButton() {
  const { t } = useTranslation('frame');
  const { keys, 'aria-keyshortcuts': shortcut } = useKeysOf('view.palette');
  return (
    <AriaButton className="palette-button" onPress={() => runCommand('view.palette')} render={(dom) => <button {...dom} aria-keyshortcuts={shortcut} />}>
      <Search aria-hidden size={14} />
      <span className="grow truncate">{t('topBar.search')}</span>
      {keys === undefined ? null : <kbd aria-hidden>{keys}</kbd>}
    </AriaButton>
  );
}

function UndoButtons({ project }: { project: ProjectInfo | null }) {
  const { t } = useTranslation('frame');
  const undo = project?.undo ? t('command.undoNamed', { name: changeName(t, project.undo.name) }) : t('topBar.undoNothing');
  const redo = project?.redo ? t('command.redoNamed', { name: changeName(t, project.redo.name) }) : t('topBar.redoNothing');
  return (
    <>
      <IconButton icon={Undo2} label={undo} {...keysOf('edit.undo')} isDisabled={!project?.undo} onPress={() => runCommand('edit.undo')} />
      <IconButton icon={Redo2} label={redo} {...keysOf('edit.redo')} isDisabled={!project?.redo} onPress={() => runCommand('edit.redo')} />
    </>
  );
}
