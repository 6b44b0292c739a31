import { ChevronRight, type LucideIcon } from 'lucide-react';
import { Fragment, type ReactElement } from 'react';
import { Header, Menu as AriaMenu, MenuItem, MenuSection, MenuTrigger, Popover, Separator, SubmenuTrigger } from 'react-aria-components';
import './menu.css';

export type MenuEntry = { id: string; label: string; keys?: string | undefined; isDisabled?: boolean; icon?: LucideIcon; run: () => void };
/** Entries that stand together; separators go between groups. */
export type MenuGroup = { id: string; title?: string; entries: readonly MenuEntry[] };
export type Submenu = { id: string; label: string; groups: readonly MenuGroup[] };

function Entry({ entry }: { entry: MenuEntry }) {
  const Icon = entry.icon;
  return (
    <MenuItem className="menu-item" id={entry.id} textValue={entry.label} isDisabled={entry.isDisabled ?? false} onAction={entry.run}>
      {Icon === undefined ? null : <Icon aria-hidden size={16} />}
      <span className="menu-label">{entry.label}</span>
      {entry.keys === undefined ? null : <kbd>{entry.keys}</kbd>}
    </MenuItem>
  );
}

function Groups({ groups }: { groups: readonly MenuGroup[] }) {
  return groups.map((group, index) => (
    <Fragment key={group.id}>
      {index > 0 ? <Separator className="menu-separator" /> : null}
      {group.title === undefined
        ? group.entries.map((entry) => <Entry key={entry.id} entry={entry} />)
        : (
          <MenuSection>
            <Header className="menu-title">{group.title}</Header>
            {group.entries.map((entry) => <Entry key={entry.id} entry={entry} />)}
          </MenuSection>
        )}
    </Fragment>
  ));
}

/** A button (`children`) that opens a menu. */
export function MenuButton({ label, groups, children }: { label: string; groups: readonly MenuGroup[]; children: ReactElement }) {
  return (
    <MenuTrigger>
      {children}
      <Popover className="popover" offset={4} data-overlay="">
        <AriaMenu className="menu" aria-label={label}><Groups groups={groups} /></AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}

/** A button that opens a menu of menus: the menu bar of hosts that have none. */
export function MenuBarButton({ label, submenus, children }: { label: string; /** Asked each time the menu opens. */ submenus: () => readonly Submenu[]; children: ReactElement }) {
  return (
    <MenuTrigger>
      {children}
      <Popover className="popover" offset={4} data-overlay="">
        <MenuBar label={label} submenus={submenus} />
      </Popover>
    </MenuTrigger>
  );
}

function MenuBar({ label, submenus }: { label: string; submenus: () => readonly Submenu[] }) {
  return (
    <AriaMenu className="menu" aria-label={label}>
      {submenus().map((submenu) => (
        <SubmenuTrigger key={submenu.id}>
          <MenuItem className="menu-item" id={submenu.id} textValue={submenu.label}>
            <span className="menu-label">{submenu.label}</span>
            <ChevronRight aria-hidden size={14} />
          </MenuItem>
          <Popover className="popover" offset={-2} data-overlay="">
            <AriaMenu className="menu" aria-label={submenu.label}><Groups groups={submenu.groups} /></AriaMenu>
          </Popover>
        </SubmenuTrigger>
      ))}
    </AriaMenu>
  );
}
