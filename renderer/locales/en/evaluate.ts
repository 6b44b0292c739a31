import { forms } from './forms.ts';

/** The Evaluate screen: queues and forms. */
export const evaluate = {
  ...forms,
  screen: 'Evaluate', summary: 'Draw interactions by chance, so that what you find holds for all of them.', loading: 'Loading…',
  command: { continue: 'Open the next interaction to evaluate' },
  method: { random: 'Random', stratified: 'Stratified', targeted: 'Targeted' },
  queues: {
    title: 'Queues', empty: 'No queue yet', emptyText: 'Draw one: chance picks the interactions, so that what you find holds for all of them.',
    progress: 'Progress', done: '{{finished}} of {{total}} evaluated', replaced_one: '{{count}} replaced', replaced_other: '{{count}} replaced',
    from_one: 'From {{frame}} interaction, seed {{seed}}, drawn {{at}} by {{by}}.', from_other: 'From {{frame}} interactions, seed {{seed}}, drawn {{at}} by {{by}}.', fromChosen_one: 'The only interaction there was, taken {{at}} by {{by}}.', fromChosen_other: 'The newest of {{frame}} interactions, taken {{at}} by {{by}}.',
    excluded: 'Left out: {{evaluated}} evaluated already, {{tooShort}} too short, {{unusable}} with nothing to hear or read.', frameHash: 'Frame {{hash}}.',
    blind: 'customer’s answer hidden', notBlind: 'customer’s answer shown', agentHidden: 'agent hidden',
    targeted: 'For finding and coaching: these evaluations count in no rate.', complete: 'Done', openNext: 'Open next', openNextOf: 'Open the next interaction of {{name}}', list: 'List',
    remove: 'Remove', removeOf: 'Remove the queue {{name}}', removed: 'Queue removed: {{name}}. Its evaluations stay.',
  },
  draw: {
    title: 'Draw a queue', method: 'How', strata: 'Spread over', size: 'How many', seed: 'Seed', seedHelp: 'The same seed draws the same interactions again.', name: 'Name', nameHelp: 'Left empty: {{name}}', defaultName: '{{method}}, {{date}}',
    blind: 'Hide what the customer said until an evaluation is finished', hideAgent: 'Hide the agent’s name', draw: 'Draw and begin', drawn_one: '{{count}} interaction drawn', drawn_other: '{{count}} interactions drawn',
    about: {
      random: 'Every interaction has the same chance. The figures hold for all of them.', stratified: 'The same, in proportion to each part, so that no part is missed by accident.',
      targeted: 'The newest of what you choose. For finding and coaching; the figures leave these out.',
    },
  },
  frame: { title: 'From which interactions', all: 'All', recording: 'Recording', withRecording: 'With a recording', withoutRecording: 'Without a recording', minSeconds: 'At least this many seconds long', skipsEvaluated: 'Leave out what is evaluated already', others_one: 'And {{count}} filter from the list of interactions.', others_other: 'And {{count}} filters from the list of interactions.', clear: 'Drop them' },
  advice: {
    none: 'No advice for this choice.', frame_one: '{{n}} interaction to draw from; left out: {{evaluated}} evaluated already, {{tooShort}} too short, {{unusable}} with nothing to hear or read.', frame_other: '{{n}} interactions to draw from; left out: {{evaluated}} evaluated already, {{tooShort}} too short, {{unusable}} with nothing to hear or read.',
    halfWidth: 'With {{size}}, a share is known to about ± {{points}} points (95%).', use: 'Use {{n}}: {{why}}',
    toEstimate10: 'for a share to ± 10 points', toEstimate5: 'for a share to ± 5 points', toSeeOneIn20: 'to meet at least one of what happens once in twenty', forStrata: 'for at least two of every part',
    strata: 'Parts', stratum: 'Part', size: 'Interactions', drawn: 'Drawn',
  },
};
