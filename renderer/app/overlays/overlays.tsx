import { useOverlays } from '#renderer/stores/overlays.ts';
import { AboutDialog } from './about-dialog.tsx';
import { CommandPalette } from './command-palette.tsx';
import { JobsDialog } from './jobs-dialog.tsx';
import { KeySheet } from './key-sheet.tsx';
import { NewProjectDialog } from './new-project-dialog.tsx';
import { OpeningDialog } from './opening-dialog.tsx';
import { OpenProjectDialog } from './open-project-dialog.tsx';
import { SetAsideDialog } from './set-aside-dialog.tsx';
import { VerifyDialog } from './verify-dialog.tsx';

/** The window-wide dialogs; each mounts only while it is open. */
export function Overlays() {
  const { open, importId } = useOverlays();
  return (
    <>
      {open === 'palette' ? <CommandPalette /> : null}
      {open === 'keys' ? <KeySheet /> : null}
      {open === 'jobs' ? <JobsDialog /> : null}
      {open === 'about' ? <AboutDialog /> : null}
      {open === 'verify' ? <VerifyDialog /> : null}
      {open === 'newProject' ? <NewProjectDialog /> : null}
      {open === 'openProject' ? <OpenProjectDialog /> : null}
      {open === 'setAside' && importId !== null ? <SetAsideDialog importId={importId} /> : null}
      <OpeningDialog />
    </>
  );
}
