/** Calibration: blind rounds, agreement, the guide. */
export const calibration = {
  screen: 'Calibration', title: 'Calibration', loading: 'Reading the rounds…', close: 'Close', cancel: 'Cancel', remove: 'Remove the round', removed: 'The round was removed.',
  command: { go: 'Calibration', start: 'Start a round', addFile: 'Add a file…', mergeCoding: 'Take in a colleague’s coding…', exportCoding: 'Save my coding as a file' },
  coding: {
    heading: 'Coding of two projects', what: 'Tags and judged cues pass between projects as a file. They are merged by id; what differs is shown and left as it is here.',
    title: 'Take in the coding of {{name}}', reading: 'Reading the file…', do_one: 'Take in {{count}} mark', do_other: 'Take in {{count}} marks', done_one: '{{count}} mark was taken in.', done_other: '{{count}} marks were taken in.',
    would_one: '{{count}} mark would be added; here already: {{same}}.', would_other: '{{count}} marks would be added; here already: {{same}}.', noConflict: 'Nothing is in conflict.',
    conflicts_one: '{{count}} mark is in conflict and stays as it is here.', conflicts_other: '{{count}} marks are in conflict and stay as they are here.', setAside_one: '{{count}} mark finds no place here.', setAside_other: '{{count}} marks find no place here.',
    conflictCaption: 'In conflict: what stands here stays', asideCaption: 'Set aside', mark: 'Mark', here: 'Here', there: 'In the file', why: 'Why', of: '{{what}} in {{id}}, by {{by}}', cue: 'Cue', field: '{{name}}: {{value}}', nothing: 'nothing', yes: 'yes', no: 'no', seconds: '{{seconds}} s', firstOnly: 'Only the first {{count}} are listed.',
    fields: { code: 'code', startMs: 'from', endMs: 'to', turnSeq: 'turn', charStart: 'from letter', charEnd: 'to letter', note: 'note', severity: 'severity', outcome: 'outcome', softened: 'then softer', interaction: 'interaction', createdBy: 'by' },
    reason: { noInteraction: 'the interaction is not in this project', noCode: 'the codebook has no such code', noTurn: 'the interaction has no such turn of the customer' },
  },
  round: 'Round', hint: { blind: '{{date}}, blind', open: '{{date}}, open' },
  empty: { title: 'No round yet', text: 'Pick two to four calls, at least one that is hard to judge. Everybody scores them alone; then you compare, and agree on one answer with its reason.' },
  line: 'Interactions: {{calls}}, raters: {{raters}}, started by {{owner}}', blind: 'blind until all are in', opened: 'opened {{date}}', closes: 'closes {{date}}',
  progress: { title: 'Progress', done: '{{done}} of {{total}} raters done', of: '{{done}} of {{total}} sealed' },
  open: 'Open the round', openedNow: 'The round is open.', notYet: 'It opens once everybody is in. Until then nobody sees an answer.', ownerOpens: 'Only the project of {{owner}} can open it.', word: 'Opening word',
  file: {
    title: 'The file', exportRound: 'Save the round as a file', exportAnswers: 'Save the sealed answers of {{rater}}', saved: '{{name}} was handed over.',
    round_one: 'The round {{name}} was taken in.', round_other: 'The round {{name}} is here already.',
    answers_one: '{{name}}: {{count}} sealed sheet was taken in, {{unchanged}} were here already.', answers_other: '{{name}}: {{count}} sealed sheets were taken in, {{unchanged}} were here already.',
    refused: '{{rater}}, {{interaction}}: {{reason}}', conflict: '{{rater}}, {{interaction}}: another sheet is here, sealed {{here}}; the one of the file was sealed {{file}}. The one that was here stays.',
    useNewer: 'Take the later ones', newer: 'The later sheets were taken in.',
  },
  new: {
    title: 'Start a round', start: 'Start', started: 'The round has started.', name: 'Name of the round', interactions: 'Interactions', interactionsHelp: 'Their numbers, one on each line.', draw: 'Draw three with a recording',
    raters: 'Raters', ratersHelp: 'One name on each line, two at least. You are {{me}}.', items: 'Items', closesOn: 'Closes on', word: 'Opening word', wordHelp: 'With a word, only who knows it can open the round. A lost word cannot be found again. Left empty, this project opens it.', wordShort: 'Four characters at least.',
  },
  rate: {
    title: 'Score', help: 'Score alone, before you talk about it. Your answers are sealed call by call and stay unreadable until the round is opened.', who: 'I am', choose: 'Choose your name', interaction: 'Interaction', sealed: 'sealed', open: 'open', missing: '{{id}} is not in this project. Import it, then score it.',
    isSealed: 'Your answers to this interaction are sealed. Score it again to replace them.', seal: 'Seal my answers to {{id}}', sealAgain: 'Seal again: {{id}}', sealedNow: 'Sealed: {{id}}.', left_one: '{{count}} item is left.', left_other: '{{count}} items are left.',
    notApplicable: 'n/a', noMoment: 'No moment chosen', moment: 'Moment that proves it: {{name}}', note: 'Note: {{name}}', words: 'Interaction {{id}}', noSound: 'No recording: read it.', play: 'Play the interaction', stop: 'Stop', failed: 'The recording could not be played.', playAt: 'Play from {{time}}',
  },
  agreement: {
    title: 'Agreement', caption: 'ICC(2,1) of the mean scores: {{icc}} (n = {{n}})', item: 'Item', exact: 'Exact', within: 'Within one', alpha: 'Krippendorff’s alpha', kappa: 'Kappa', ac1: 'Gwet’s AC1', spans: 'Moments', spread: 'Answers',
    pairs: '{{share}} ({{x}} of {{n}})', withInterval: '{{value}} [{{lo}} to {{hi}}]', spansText: 'alpha {{alpha}}, F1 {{f1}}', spreadWords: 'Interaction {{number}}: {{answers}}',
    explain: 'Shares are of pairs of raters; they flatter items on which everybody gives the same answer, so that measures corrected for chance stand beside them. Alpha is ordinal, with an interval from 30 interactions on. Kappa is Cohen’s, plain and with quadratic weights, for two raters, and Fleiss’ for more. F1 of the moments allows one second and is not corrected for chance.',
  },
  why: {
    NO_DATA: 'no pair to compare', NO_VARIATION: 'undefined: everybody gave the same answer', NOT_IDENTIFIED: 'not for this number of raters', BELOW_MIN_N: 'too few interactions', ZERO_DENOMINATOR: 'nothing to divide by', UNLINKED: 'not linked', NOT_MATURE: 'too early', UNRELIABLE: 'too uncertain',
  },
  gate: { reliable: 'raters agree', tentative: 'raters agree roughly', failed: 'raters do not agree yet: the guide may be unclear', unknown: 'n = {{n}}, a verdict takes 30' },
  leniency: { show: 'Show leniency', hide: 'Hide leniency', only: 'For you alone: who scores higher than the others, and by how much.', shown: 'Leniency is shown.', caption: 'Mean difference from the other raters, in scale points', rater: 'Rater', difference: 'Difference', value: '{{value}} (n = {{n}})' },
  disagreements: {
    title: 'Disagreements', none: 'Everybody gave the same answers.', count_one: '{{count}} thing was heard differently, {{settled}} settled. The widest stands first.', count_other: '{{count}} things were heard differently, {{settled}} settled. The widest stand first.',
    of: '{{item}}, {{id}}', open: 'Open {{id}}', answer: '{{rater}}: {{value}}', hear: 'Hear {{rater}} at {{time}}', noMoment: 'no moment',
  },
  settle: { value: 'Agreed answer: {{item}}', reason: 'Because', example: 'Keep as an example in the guide', save: 'Settle', saved: 'The agreed answer is kept.', agreed: 'Agreed: {{value}}.', because: '{{reason}} ({{by}})', inGuide: 'In the guide.', change: 'Change' },
  guide: { title: 'Guide', none: 'No example yet.', value: '{{value}}:', listen: 'Listen to {{id}}' },
};
