import { bothHosts, type Command } from '#renderer/app/commands/command.ts';

/** Commands of the briefing. */
export const briefingCommands: readonly Command[] = [
  { id: 'briefing.moveUp', labelKey: 'briefing:command.moveUp', menu: 'edit', group: 3, scope: 'briefing', keys: bothHosts('Alt+ArrowUp'), notWhileTyping: true },
  { id: 'briefing.moveDown', labelKey: 'briefing:command.moveDown', menu: 'edit', group: 3, scope: 'briefing', keys: bothHosts('Alt+ArrowDown'), notWhileTyping: true },
  { id: 'briefing.hide', labelKey: 'briefing:command.hide', menu: 'edit', group: 3, scope: 'briefing', keys: bothHosts() },
  { id: 'briefing.addSlide', labelKey: 'briefing:command.addSlide', menu: 'edit', group: 3, scope: 'briefing', keys: bothHosts() },
  { id: 'briefing.removeSlide', labelKey: 'briefing:command.removeSlide', menu: 'edit', group: 3, scope: 'briefing', keys: bothHosts() },
];
