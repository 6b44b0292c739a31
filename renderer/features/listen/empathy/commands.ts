import { bothHosts, type Command } from '#renderer/app/commands/command.ts';

const cue = { menu: 'tag', group: 9, scope: 'listen' } as const;
const single = (key: string): Pick<Command, 'single'> => ({ single: { keys: [key], regions: ['player', 'transcript'] } });

/** Commands of judging customers' cues. */
export const empathyCommands: readonly Command[] = [
  { id: 'empathy.judge', labelKey: 'listen:command.judgeCue', ...cue, keys: bothHosts('Mod+Shift+F'), ...single('E') },
  { id: 'empathy.next', labelKey: 'listen:command.nextCue', ...cue, keys: bothHosts('Alt+Shift+U'), ...single('U') },
  { id: 'empathy.offers', labelKey: 'listen:command.showOffers', menu: 'view', group: 4, scope: 'listen', keys: bothHosts() },
];
