import { FolderOpen, Import, Sparkles, type LucideIcon } from 'lucide-react';
import { Button as AriaButton } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { runCommand } from '#renderer/app/commands/handlers.ts';
import { Screen } from '#renderer/ui/screen.tsx';
import { RecentProjects } from './recent-projects.tsx';

type DoorName = 'sample' | 'import' | 'open';
const doors: readonly { name: DoorName; icon: LucideIcon; command: string }[] = [
  { name: 'sample', icon: Sparkles, command: 'project.openSample' },
  { name: 'import', icon: Import, command: 'import.start' },
  { name: 'open', icon: FolderOpen, command: 'project.open' },
];

/** Three doors; nothing is asked that can be asked later. */
export function FirstRun() {
  const { t } = useTranslation('home');
  return (
    <Screen title={t('welcome')} summary={t('promise')}>
      <ul className="doors">
        {doors.map(({ name, icon: Icon, command }) => (
          <li key={name}>
            <AriaButton className="door" data-recommended={name === 'sample' ? '' : undefined} onPress={() => runCommand(command)}>
              <span className="door-head">
                <span className="door-icon" aria-hidden><Icon size={22} strokeWidth={1.75} /></span>
                {name === 'sample' ? <span className="badge" data-tone="ok">{t('door.recommended')}</span> : null}
              </span>
              <span className="door-title">{t(`door.${name}.title`)}</span>
              <span className="door-text">{t(`door.${name}.text`)}</span>
            </AriaButton>
          </li>
        ))}
      </ul>
      <p className="home-drop caption">{t('dropHint')}</p>
      <RecentProjects />
    </Screen>
  );
}
