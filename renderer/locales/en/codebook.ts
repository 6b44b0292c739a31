/** The codebook: the tree of things to listen for. */
export const codebook = {
  screen: 'Codebook', title: 'Codebook', loading: 'Loading the codebook', cancel: 'Cancel', close: 'Close',
  summary_one: '{{count}} code, {{retired}} out of use', summary_other: '{{count}} codes, {{retired}} out of use',
  command: {
    go: 'Codebook', new: 'New code…', moveUp: 'Move the code up', moveDown: 'Move the code down', merge: 'Merge…', split: 'Split…', retire: 'Take out of use',
    import: 'Read a codebook file…', export: 'Save as .qdc…', history: 'History of the codebook',
  },
  header: { import: 'Import…', export: 'Export…', history: 'History' },
  empty: { title: 'No codes yet', words: 'A code names something to listen for: a root cause, a behaviour, an event. Add one, or read a codebook file.' },
  tree: {
    label: 'Codes', search: 'Find a code', clear: 'Clear', noneFound: 'No code has “{{words}}”.', digit: 'Digit {{digit}}',
    uses_one: '{{shown}} tag', uses_other: '{{shown}} tags',
  },
  retired: { title_one: 'Out of use: {{count}}', title_other: 'Out of use: {{count}}', restore: 'Use again', restoreOf: 'Use {{name}} again' },
  kind: { cause: 'Root cause', behaviour: 'Behaviour', event: 'Event' },
  dimension: { technical: 'Technical', emotional: 'Emotional', none: 'Neither' },
  outcome: { taken: 'Taken', missed: 'Missed', wrong: 'Wrong', none: 'None' },
  controllableBy: { none: 'Not said', agent: 'The agent', process: 'A process', product: 'The product', policy: 'A policy', customer: 'The customer' },
  preventable: { yes: 'Yes', no: 'No', unknown: 'Not known' },
  field: {
    name: 'Name', key: 'Short form', kind: 'Kind', parent: 'Stands under', digit: 'Digit key', colour: 'Colour', definition: 'Definition', example: 'Example {{n}}',
    dimension: 'Dimension', owner: 'Owner', controllableBy: 'Controlled by', preventable: 'Could be prevented',
  },
  form: {
    keyHelp: 'One or two letters, typed after T.', definitionHelp: 'When to use it, and when not.', ownerHelp: 'The unit that the cause is charged to.',
    needsName: 'A code needs a name.', needsKey: 'A code needs a short form.', atTop: 'At the top', noDigit: 'No digit', colour: 'Colour {{n}}', putBack: 'Put back as it was',
    saved: 'Saved: {{name}}', history: 'History', uses_one: '{{shown}} tag: show its interaction', uses_other: '{{shown}} tags: show the interactions',
  },
  new: { title: 'New code', make: 'Add code' },
  merge: {
    title: 'Merge “{{name}}”', intro: 'Its tags and the codes under it go to another code, and it is taken out of use. One undo takes all of it back.', into: 'Into', choose: 'Choose a code', do: 'Merge',
    moves_one: '{{shown}} tag in {{interactions}} interaction moves to “{{into}}”.', moves_other: '{{shown}} tags in {{interactions}} interactions move to “{{into}}”.',
    both_one: '{{shown}} interaction has both codes; its tags of both stay.', both_other: '{{shown}} interactions have both codes; their tags of both stay.',
    codes_one: '{{count}} code under it moves along.', codes_other: '{{count}} codes under it move along.',
  },
  split: {
    title: 'Split “{{name}}”', do: 'Split', name: 'Name of the new code', which: 'Which tags it takes', words: 'With these words', wordsHelp: 'In the note, or in the turn that is tagged.',
    createdBy: 'Set by', anybody: 'Anybody', outcome: 'With outcome', anyOutcome: 'Any outcome', needsRule: 'Say which tags the new code takes: everything that you fill in has to fit.',
    moves_one: '{{shown}} of {{total}} tags moves.', moves_other: '{{shown}} of {{total}} tags move.',
  },
  import: {
    title: 'Codes in {{name}}', do: 'Bring in', would_one: '{{count}} code: {{added}} new, {{changed}} changed, {{same}} as here already.', would_other: '{{count}} codes: {{added}} new, {{changed}} changed, {{same}} as here already.',
    origin: 'Written by {{origin}}.', retired_one: '{{count}} code of the unused codebook makes room.', retired_other: '{{count}} codes of the unused codebook make room.',
    kind: 'Codes of which the file says no kind are', split: 'Names have levels with “{{separator}}”: make them a tree', remarks: 'What could not be taken as it was',
    act: { add: 'new', change: 'changed', same: '' },
  },
  history: {
    title: 'History of the codebook', titleOf: 'History of “{{name}}”', none: 'Nothing has been changed yet.', gone: 'a code that is gone', undo: '(taken back)', redo: '(done again)', empty: 'nothing',
    act: {
      start: 'The project began with Earshot’s codebook.', add: '“{{name}}” was added.', change: '“{{name}}” was changed.', retire: '“{{name}}” was taken out of use.',
      restore: '“{{name}}” was brought back into use.', remove: '“{{name}}” was removed.', move: '“{{name}}” was moved.',
      merge_one: '“{{name}}” was merged into “{{other}}”: {{count}} tag.', merge_other: '“{{name}}” was merged into “{{other}}”: {{count}} tags.',
      unmerge_one: '“{{name}}” was taken out of “{{other}}” again: {{count}} tag.', unmerge_other: '“{{name}}” was taken out of “{{other}}” again: {{count}} tags.',
      split_one: '“{{other}}” was split from “{{name}}”: {{count}} tag.', split_other: '“{{other}}” was split from “{{name}}”: {{count}} tags.',
      unsplit_one: '“{{name}}” got back what was split from it: {{count}} tag.', unsplit_other: '“{{name}}” got back what was split from it: {{count}} tags.',
    },
    field: {
      name: 'Name', key: 'Short form', kind: 'Kind', parent: 'Stands under', quickSlot: 'Digit key', colour: 'Colour', definition: 'Definition', examples: 'Examples',
      dimension: 'Dimension', owner: 'Owner', controllableBy: 'Controlled by', preventable: 'Could be prevented',
    },
  },
  said: {
    cannotMove: 'It cannot go further', moved: 'Moved: {{name}}', retired: '“{{name}}” is out of use. Its tags stay.', restored: '“{{name}}” is in use again.', made: 'Code added.',
    merged_one: '“{{name}}” was merged into “{{into}}”: {{count}} tag.', merged_other: '“{{name}}” was merged into “{{into}}”: {{count}} tags.',
    split_one: '“{{name}}” was split off: {{count}} tag.', split_other: '“{{name}}” was split off: {{count}} tags.',
    imported: 'Codes imported. New: {{added}}, changed: {{changed}}.',
    exported_one: '{{codes}} code was written.', exported_other: '{{codes}} codes were written.', exportedSome_one: '{{codes}} code was written; {{leftOut}} out of use left out.', exportedSome_other: '{{codes}} codes were written; {{leftOut}} out of use left out.',
  },
};
