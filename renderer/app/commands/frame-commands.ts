import { bothHosts, type Command } from './command.ts';

/** Commands of the window itself. Every screen may take over `find`, `export` and the like while it is shown. */
export const frameCommands: readonly Command[] = [
  { id: 'project.openSample', labelKey: 'frame:command.openSample', menu: 'file', group: 1, scope: 'everywhere', keys: bothHosts() },
  { id: 'project.new', labelKey: 'frame:command.newProject', menu: 'file', group: 1, scope: 'everywhere', keys: bothHosts() },
  { id: 'project.open', labelKey: 'frame:command.openProject', menu: 'file', group: 1, scope: 'everywhere', keys: bothHosts('Mod+O') },
  { id: 'project.close', labelKey: 'frame:command.closeProject', menu: 'file', group: 1, scope: 'everywhere', keys: bothHosts() },
  { id: 'project.lock', labelKey: 'frame:command.lockProject', menu: 'file', group: 1, scope: 'everywhere', keys: bothHosts() },
  { id: 'import.start', labelKey: 'frame:command.import', menu: 'file', group: 2, scope: 'everywhere', keys: bothHosts('Mod+I') },
  { id: 'file.export', labelKey: 'frame:command.export', menu: 'file', group: 2, scope: 'everywhere', keys: bothHosts('Mod+E') },
  { id: 'project.verify', labelKey: 'frame:command.verify', menu: 'file', group: 3, scope: 'everywhere', keys: bothHosts() },
  { id: 'view.settings', labelKey: 'frame:command.settings', menu: 'file', group: 4, scope: 'everywhere', keys: bothHosts('Mod+,') },

  { id: 'edit.undo', labelKey: 'frame:command.undo', menu: 'edit', group: 1, scope: 'everywhere', keys: bothHosts('Mod+Z'), notWhileTyping: true },
  { id: 'edit.redo', labelKey: 'frame:command.redo', menu: 'edit', group: 1, scope: 'everywhere', keys: bothHosts('Mod+Shift+Z', 'Ctrl+Y'), notWhileTyping: true },
  { id: 'edit.find', labelKey: 'frame:command.find', menu: 'edit', group: 2, scope: 'everywhere', keys: bothHosts('Mod+F'), single: { keys: ['/'], regions: ['player', 'transcript', 'table'] } },
  { id: 'edit.findNext', labelKey: 'frame:command.findNext', menu: 'edit', group: 2, scope: 'everywhere', keys: bothHosts('F3', 'Mod+G') },
  { id: 'edit.findPrevious', labelKey: 'frame:command.findPrevious', menu: 'edit', group: 2, scope: 'everywhere', keys: bothHosts('Shift+F3', 'Mod+Shift+G') },

  { id: 'view.palette', labelKey: 'frame:command.palette', menu: 'view', group: 1, scope: 'everywhere', keys: bothHosts('Mod+K') },
  { id: 'view.rail', labelKey: 'frame:command.rail', menu: 'view', group: 1, scope: 'everywhere', keys: bothHosts() },
  { id: 'view.jobs', labelKey: 'frame:command.jobs', menu: 'view', group: 1, scope: 'everywhere', keys: bothHosts() },
  { id: 'view.themeSystem', labelKey: 'frame:command.themeSystem', menu: 'view', group: 2, scope: 'everywhere', keys: bothHosts() },
  { id: 'view.themeLight', labelKey: 'frame:command.themeLight', menu: 'view', group: 2, scope: 'everywhere', keys: bothHosts() },
  { id: 'view.themeDark', labelKey: 'frame:command.themeDark', menu: 'view', group: 2, scope: 'everywhere', keys: bothHosts() },
  { id: 'view.themeContrast', labelKey: 'frame:command.themeContrast', menu: 'view', group: 2, scope: 'everywhere', keys: bothHosts() },
  { id: 'view.density', labelKey: 'frame:command.density', menu: 'view', group: 3, scope: 'everywhere', keys: bothHosts() },

  { id: 'go.home', labelKey: 'frame:screen.home', menu: 'go', group: 1, scope: 'everywhere', keys: bothHosts('Mod+1') },
  { id: 'go.interactions', labelKey: 'frame:screen.interactions', menu: 'go', group: 1, scope: 'everywhere', keys: bothHosts('Mod+2') },
  { id: 'go.listen', labelKey: 'frame:screen.listen', menu: 'go', group: 1, scope: 'everywhere', keys: bothHosts('Mod+3') },
  { id: 'go.gap', labelKey: 'frame:screen.gap', menu: 'go', group: 1, scope: 'everywhere', keys: bothHosts('Mod+4') },
  { id: 'go.briefing', labelKey: 'frame:screen.briefing', menu: 'go', group: 1, scope: 'everywhere', keys: bothHosts('Mod+5') },
  { id: 'go.back', labelKey: 'frame:command.back', menu: 'go', group: 2, scope: 'everywhere', keys: bothHosts('Mod+[') },
  { id: 'go.forward', labelKey: 'frame:command.forward', menu: 'go', group: 2, scope: 'everywhere', keys: bothHosts('Mod+]') },
  { id: 'go.nextRegion', labelKey: 'frame:command.nextRegion', menu: 'go', group: 3, scope: 'everywhere', keys: bothHosts('F6') },
  { id: 'go.previousRegion', labelKey: 'frame:command.previousRegion', menu: 'go', group: 3, scope: 'everywhere', keys: bothHosts('Shift+F6') },

  { id: 'help.keys', labelKey: 'frame:command.keys', menu: 'help', group: 1, scope: 'everywhere', keys: bothHosts('F1'), single: { keys: ['?'], regions: ['player', 'transcript', 'table'] } },
  { id: 'help.about', labelKey: 'frame:command.about', menu: 'help', group: 2, scope: 'everywhere', keys: bothHosts() },
];
