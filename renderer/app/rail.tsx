import { memo } from 'react';
import { PanelLeftClose, PanelLeftOpen, Settings, type LucideIcon } from 'lucide-react';
import { Focusable } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useAppearance } from '#renderer/stores/appearance.ts';
import { toHash, useNavigation, type Place, type ScreenId } from '#renderer/stores/navigation.ts';
import { Tooltip } from '#renderer/ui/tooltip.tsx';
import { runCommand } from './commands/handlers.ts';
import { keysOf } from './commands/keys-of.ts';
import './rail.css';
import { screens } from './screens.ts';

/** The sections of the window, as icons with words or icons alone. Narrow windows show them in a menu of the top bar instead. */
export const Rail = memo(function Rail({ hasProject }: { hasProject: boolean }) {
  const { t } = useTranslation('frame');
  const isCollapsed = useAppearance((state) => state.isRailCollapsed);
  const current = useNavigation((state) => state.place.screen);
  const sections = screens.filter((screen) => screen.icon !== null);
  const settings = screens.find((screen) => screen.id === 'settings');
  return (
    <nav className="rail" aria-label={t('rail.label')} data-collapsed={isCollapsed ? '' : undefined} data-region="rail">
      <ul>
        {sections.map(({ id, icon, labelKey, goCommand, needsProject }) => (
          <li key={id}>
            <RailLink id={id} icon={icon} label={t(labelKey)} command={goCommand} isCurrent={current === id} isAvailable={hasProject || !needsProject} isCollapsed={isCollapsed} />
          </li>
        ))}
      </ul>
      <ul className="rail-foot">
        {settings === undefined ? null : (
          <li>
            <RailLink id="settings" icon={Settings} label={t(settings.labelKey)} command={settings.goCommand} isCurrent={current === 'settings'} isAvailable isCollapsed={isCollapsed} />
          </li>
        )}
        <li>
          <button type="button" className="rail-link" aria-expanded={!isCollapsed} aria-label={isCollapsed ? t('rail.expand') : t('rail.collapse')} onClick={() => runCommand('view.rail')}>
            {isCollapsed ? <PanelLeftOpen aria-hidden size={18} /> : <PanelLeftClose aria-hidden size={18} />}
            {isCollapsed ? null : <span>{t('rail.collapse')}</span>}
          </button>
        </li>
      </ul>
    </nav>
  );
});

type RailLinkProps = { id: ScreenId; icon: LucideIcon | null; label: string; command: string | null; isCurrent: boolean; isAvailable: boolean; isCollapsed: boolean };

function RailLink({ id, icon: Icon, label, command, isCurrent, isAvailable, isCollapsed }: RailLinkProps) {
  const { t } = useTranslation('frame');
  const { keys, 'aria-keyshortcuts': shortcut } = command === null ? {} : keysOf(command);
  const inside = (
    <>
      {Icon === null ? null : <Icon aria-hidden size={18} strokeWidth={isCurrent ? 2.25 : 1.75} />}
      <span className={isCollapsed ? 'visually-hidden' : 'truncate'}>{label}</span>
    </>
  );
  const tip = isAvailable ? label : `${label}: ${t('rail.needsProject')}`;
  return (
    <Tooltip text={tip} keys={keys}>
      <Focusable>
        {isAvailable
          ? <a className="rail-link" href={toHash({ screen: id, params: {} } as Place)} aria-current={isCurrent ? 'page' : undefined} aria-keyshortcuts={shortcut}>{inside}</a>
          : <span className="rail-link" role="link" aria-disabled="true" tabIndex={0}>{inside}</span>}
      </Focusable>
    </Tooltip>
  );
}
