import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Delayed, Skeleton } from '#renderer/ui/skeleton.tsx';
import { useNavigation } from '#renderer/stores/navigation.ts';
import type { ProjectInfo } from '#shared/model/project.ts';
import { DropOverlay } from './drop-overlay.tsx';
import { EngineBanner } from './engine-banner.tsx';
import './frame.css';
import { LiveRegion } from './live-region.tsx';
import { LockScreen } from './lock-screen.tsx';
import { Overlays } from './overlays/overlays.tsx';
import { Rail } from './rail.tsx';
import { ScreenBoundary } from './screen-boundary.tsx';
import { screens } from './screens.ts';
import { StatusBar } from './status-bar.tsx';
import { Toasts } from './toasts.tsx';
import { TopBar } from './top-bar.tsx';
import { useLiveEngine } from './use-engine-state.ts';
import { useFrameCommands } from './use-frame-commands.ts';
import { useListenAhead } from './use-listen-ahead.ts';
import { useNativeMenu } from './use-native-menu.ts';
import { useOpenedProjects } from './use-opened-projects.ts';
import { usePresence } from './use-presence.ts';
import { useLockedProject, useProject } from './use-project.ts';
import { useScreenTitle } from './use-screen-title.ts';
import { useRememberListened } from './use-remember-listened.ts';
import { useUndo } from './use-undo.ts';

/** The window: top bar, rail, the screen, status bar, and whatever lies over them. */
export function Frame() {
  const { t } = useTranslation('frame');
  const project = useProject();
  const locked = useLockedProject();
  useLiveEngine();
  useFrameCommands(project);
  useUndo(project);
  useNativeMenu(project);
  useOpenedProjects();
  useScreenTitle(project?.name ?? null);
  useRememberListened(project?.id ?? null);
  useListenAhead(project?.id ?? null);
  usePresence(project?.isEncrypted === true);
  if (locked !== null) return <LockScreen project={locked} />;
  return (
    <DropOverlay hasProject={Boolean(project)}>
      <a className="skip-link" href="#content" onClick={focusContent}>{t('skipToContent')}</a>
      <TopBar project={project ?? null} />
      <Rail hasProject={project !== null} />
      <main className="frame-main" id="content" data-region="content" aria-label={t('main.label')} tabIndex={-1}>
        <EngineBanner />
        <CurrentScreen project={project} />
      </main>
      <StatusBar project={project ?? null} />
      <Toasts />
      <Overlays />
      <LiveRegion />
    </DropOverlay>
  );
}

function focusContent(event: React.MouseEvent): void {
  event.preventDefault();
  document.getElementById('content')?.focus();
}

/** The screen of the address; Home while it needs a project and none is open. */
function CurrentScreen({ project }: { project: ProjectInfo | null | undefined }) {
  const { t } = useTranslation('frame');
  const id = useNavigation((state) => state.place.screen);
  const wanted = screens.find((screen) => screen.id === id);
  const home = screens[0];
  const loading = <Delayed><Skeleton label={t('loading')} lines={6} /></Delayed>;
  if (project === undefined) return loading;
  const shown = wanted && (project !== null || !wanted.needsProject) ? wanted : home;
  if (!shown) return null;
  return (
    <ScreenBoundary key={`${shown.id} ${project?.id ?? ''}`}>
      <Suspense fallback={loading}><shown.Component /></Suspense>
    </ScreenBoundary>
  );
}
