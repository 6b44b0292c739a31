import { bothHosts, type Command, type Region } from '#renderer/app/commands/command.ts';
import { empathyCommands } from './empathy/commands.ts';
import { scoreCommands } from './score/commands.ts';

const regions: readonly Region[] = ['player', 'transcript'];
const single = (...keys: string[]) => ({ single: { keys, regions } });
const inWaveform = (...keys: string[]) => ({ single: { keys, regions: ['player'] as const } });
const playback = { menu: 'playback', scope: 'listen' } as const;
const tagging = { menu: 'tag', scope: 'listen' } as const;

const playing: readonly Command[] = [
  { id: 'player.play', labelKey: 'listen:command.play', ...playback, group: 1, keys: bothHosts('Mod+Shift+Space'), ...single('Space', 'K') },
  { id: 'player.back5', labelKey: 'listen:command.back5', ...playback, group: 1, keys: bothHosts('Mod+Shift+J'), ...single('J'), repeats: true },
  { id: 'player.forward5', labelKey: 'listen:command.forward5', ...playback, group: 1, keys: bothHosts('Mod+Shift+L'), ...single('L'), repeats: true },
  { id: 'player.back15', labelKey: 'listen:command.back15', ...playback, group: 1, keys: bothHosts(), ...single('Shift+J'), repeats: true },
  { id: 'player.forward15', labelKey: 'listen:command.forward15', ...playback, group: 1, keys: bothHosts(), ...single('Shift+L'), repeats: true },
  { id: 'player.back1', labelKey: 'listen:command.back1', ...playback, group: 1, keys: bothHosts(), ...inWaveform('ArrowLeft'), repeats: true },
  { id: 'player.forward1', labelKey: 'listen:command.forward1', ...playback, group: 1, keys: bothHosts(), ...inWaveform('ArrowRight'), repeats: true },
  { id: 'player.start', labelKey: 'listen:command.start', ...playback, group: 1, keys: bothHosts(), ...inWaveform('Home') },
  { id: 'player.end', labelKey: 'listen:command.end', ...playback, group: 1, keys: bothHosts(), ...inWaveform('End') },
  {
    id: 'player.nextCustomerTurn', labelKey: 'listen:command.nextCustomerTurn', ...playback, group: 2,
    keys: { desktop: ['Mod+Shift+N'], web: ['Alt+Shift+N'] }, ...single('N'),
  },
  {
    id: 'player.previousCustomerTurn', labelKey: 'listen:command.previousCustomerTurn', ...playback, group: 2,
    keys: { desktop: ['Mod+Shift+P'], web: ['Alt+Shift+P'] }, ...single('P'),
  },
  { id: 'player.nextMoment', labelKey: 'listen:command.nextMoment', ...playback, group: 2, keys: bothHosts('Alt+ArrowRight'), notWhileTyping: true },
  { id: 'player.previousMoment', labelKey: 'listen:command.previousMoment', ...playback, group: 2, keys: bothHosts('Alt+ArrowLeft'), notWhileTyping: true },
  { id: 'player.longestSilence', labelKey: 'listen:command.longestSilence', ...playback, group: 2, keys: bothHosts('Mod+Shift+X'), ...single('X') },
  { id: 'player.slower', labelKey: 'listen:command.slower', ...playback, group: 3, keys: bothHosts('Mod+Shift+,'), ...single('<', '-'), repeats: true },
  { id: 'player.faster', labelKey: 'listen:command.faster', ...playback, group: 3, keys: bothHosts('Mod+Shift+.'), ...single('>', 'Plus'), repeats: true },
  { id: 'player.toggleSpeed', labelKey: 'listen:command.toggleSpeed', ...playback, group: 3, keys: bothHosts('Mod+Shift+R'), ...single('R') },
  { id: 'player.skipSilence', labelKey: 'listen:command.skipSilence', ...playback, group: 4, keys: bothHosts('Mod+Shift+S'), ...single('S') },
  { id: 'player.loop', labelKey: 'listen:command.loop', ...playback, group: 4, keys: bothHosts('Mod+Shift+A'), ...single('A') },
  { id: 'player.channels', labelKey: 'listen:command.channels', ...playback, group: 4, keys: bothHosts('Mod+Shift+M'), ...single('M') },
  { id: 'player.swapChannels', labelKey: 'listen:command.swapChannels', ...playback, group: 4, keys: bothHosts() },
];

const quickTags: readonly Command[] = [1, 2, 3, 4, 5, 6, 7, 8, 9].map((slot) => ({
  id: `tagging.quick${slot}`, labelKey: 'listen:command.quick', labelValues: { slot }, ...tagging, group: 1, keys: bothHosts(), ...single(String(slot)),
}));

const marking: readonly Command[] = [
  ...quickTags,
  { id: 'tagging.repeat', labelKey: 'listen:command.repeat', ...tagging, group: 2, keys: bothHosts(), ...single('0') },
  { id: 'tagging.palette', labelKey: 'listen:command.palette', ...tagging, group: 2, keys: { desktop: ['Mod+Shift+T'], web: ['Alt+Shift+T'] }, ...single('T') },
  { id: 'tagging.markIn', labelKey: 'listen:command.markIn', ...tagging, group: 3, keys: bothHosts('Mod+Shift+I'), ...single('I') },
  { id: 'tagging.markOut', labelKey: 'listen:command.markOut', ...tagging, group: 3, keys: bothHosts('Mod+Shift+O'), ...single('O') },
  { id: 'tagging.star', labelKey: 'listen:command.star', ...tagging, group: 4, keys: bothHosts('Mod+Shift+B'), ...single('B') },
  { id: 'tagging.note', labelKey: 'listen:command.note', ...tagging, group: 4, keys: bothHosts('Mod+Shift+C'), ...single('C') },
  { id: 'tagging.owner', labelKey: 'listen:command.owner', ...tagging, group: 4, keys: bothHosts('Mod+Shift+D'), ...single('D') },
  { id: 'listen.finish', labelKey: 'listen:command.finish', ...tagging, group: 4, keys: bothHosts('Mod+Enter') },
  {
    id: 'tagging.remove', labelKey: 'listen:command.remove', ...tagging, group: 5, keys: bothHosts(),
    single: { keys: ['Delete'], regions: ['player', 'transcript', 'table'] },
  },
];

const editing = { menu: 'edit', scope: 'listen', group: 5 } as const;

const putting: readonly Command[] = [
  { id: 'transcript.fix', labelKey: 'listen:command.fix', ...editing, keys: bothHosts('F2'), notWhileTyping: true },
  { id: 'transcript.putBack', labelKey: 'listen:command.putBack', ...editing, keys: bothHosts() },
  { id: 'transcript.originals', labelKey: 'listen:command.originals', ...editing, keys: bothHosts() },
  { id: 'transcript.redacted', labelKey: 'listen:command.redacted', menu: 'view', scope: 'listen', group: 4, keys: bothHosts() },
  { id: 'transcript.speaker', labelKey: 'listen:command.speaker', ...editing, keys: bothHosts('Mod+Shift+H'), ...single('H') },
  { id: 'transcript.confirmRoles', labelKey: 'listen:command.confirmRoles', ...editing, keys: bothHosts() },
  { id: 'transcript.times', labelKey: 'listen:command.times', ...editing, keys: bothHosts() },
];

const moving: readonly Command[] = [
  { id: 'listen.next', labelKey: 'listen:command.next', menu: 'go', group: 4, scope: 'listen', keys: { desktop: ['Mod+PageDown'], web: ['Alt+PageDown'] } },
  { id: 'listen.previous', labelKey: 'listen:command.previous', menu: 'go', group: 4, scope: 'listen', keys: { desktop: ['Mod+PageUp'], web: ['Alt+PageUp'] } },
  { id: 'listen.playhead', labelKey: 'listen:command.playhead', menu: 'go', group: 4, scope: 'listen', keys: bothHosts() },
  { id: 'listen.follow', labelKey: 'listen:command.follow', menu: 'view', group: 4, scope: 'listen', keys: bothHosts() },
  { id: 'listen.sidePanel', labelKey: 'listen:command.sidePanel', menu: 'view', group: 4, scope: 'listen', keys: bothHosts() },
  { id: 'listen.layoutListen', labelKey: 'listen:command.layoutListen', menu: 'view', group: 6, scope: 'listen', keys: bothHosts() },
  { id: 'listen.layoutEvaluate', labelKey: 'listen:command.layoutEvaluate', menu: 'view', group: 6, scope: 'listen', keys: bothHosts() },
  { id: 'listen.layoutRead', labelKey: 'listen:command.layoutRead', menu: 'view', group: 6, scope: 'listen', keys: bothHosts() },
  { id: 'listen.swapSides', labelKey: 'listen:command.swapSides', menu: 'view', group: 6, scope: 'listen', keys: bothHosts() },
  { id: 'listen.showCustomer', labelKey: 'listen:command.showCustomer', menu: 'view', group: 4, scope: 'listen', keys: bothHosts() },
  { id: 'listen.zoomIn', labelKey: 'listen:command.zoomIn', menu: 'view', group: 5, scope: 'listen', keys: bothHosts() },
  { id: 'listen.zoomOut', labelKey: 'listen:command.zoomOut', menu: 'view', group: 5, scope: 'listen', keys: bothHosts() },
  { id: 'listen.zoomAll', labelKey: 'listen:command.zoomAll', menu: 'view', group: 5, scope: 'listen', keys: bothHosts() },
];

/** Commands of the Listen screen: playing, marking, scoring, moving on. */
export const listenCommands: readonly Command[] = [...playing, ...marking, ...scoreCommands, ...empathyCommands, ...putting, ...moving];
