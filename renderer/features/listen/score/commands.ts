import { bothHosts, type Command, type Region } from '#renderer/app/commands/command.ts';

const regions: readonly Region[] = ['scorecard'];
const scoring = { menu: 'tag', scope: 'listen' } as const;
const inCard = (...keys: string[]) => ({ keys: bothHosts(), single: { keys, regions } });

/** A form has at most as many options as there are digits to choose them with. */
const options: readonly Command[] = [1, 2, 3, 4, 5, 6, 7, 8, 9].map((place) => ({
  id: `score.option${place}`, labelKey: 'listen:command.scoreOption', labelValues: { place }, ...scoring, group: 7, ...inCard(String(place)),
}));

/** Commands of the scorecard. `Mod+Enter` is `listen.finish`. */
export const scoreCommands: readonly Command[] = [
  { id: 'score.start', labelKey: 'listen:command.scoreStart', ...scoring, group: 6, keys: bothHosts('Mod+Shift+Y') },
  { id: 'score.self', labelKey: 'listen:command.scoreSelf', ...scoring, group: 6, keys: bothHosts() },
  { id: 'score.focus', labelKey: 'listen:command.scoreFocus', ...scoring, group: 6, keys: bothHosts('Mod+Shift+K') },
  ...options,
  { id: 'score.notApplicable', labelKey: 'listen:command.scoreNotApplicable', ...scoring, group: 7, ...inCard('0') },
  { id: 'score.evidence', labelKey: 'listen:command.scoreEvidence', ...scoring, group: 7, keys: bothHosts('Mod+Shift+E'), single: { keys: ['E'], regions } },
  { id: 'score.next', labelKey: 'listen:command.scoreNext', ...scoring, group: 8, ...inCard('ArrowDown'), repeats: true },
  { id: 'score.previous', labelKey: 'listen:command.scorePrevious', ...scoring, group: 8, ...inCard('ArrowUp'), repeats: true },
  { id: 'score.right', labelKey: 'listen:command.scoreRight', ...scoring, group: 8, ...inCard('ArrowRight'), repeats: true },
  { id: 'score.left', labelKey: 'listen:command.scoreLeft', ...scoring, group: 8, ...inCard('ArrowLeft'), repeats: true },
];
