/** Customers' cues in the Listen screen. */
export const empathyCommandTexts = { judgeCue: 'Judge the customer’s cue…', nextCue: 'Next possible cue', showOffers: 'Show or hide possible cues' };

export const empathy = {
  judge: 'How was this cue met?', howMet: 'The agent', softer: 'The customer’s next two turns', note: 'Note', save: 'Keep', cancel: 'Cancel',
  outcome: { taken: 'Taken', missed: 'Missed', wrong: 'Wrong', none: 'No chance' },
  softened: { yes: 'Softer', no: 'Not softer', unknown: 'Cannot tell' },
  kind: { worry: 'worry', loss: 'loss', frustration: 'frustration', effort: 'effort', hardship: 'hardship', letDown: 'let down', leaving: 'leaving', joy: 'joy' },
  tab: 'Cues ({{count}})', tabLooking: 'Cues', looking: 'Looking for possible cues…', list: 'Cues', none: 'No phrase of the list stands in the customer’s words. Press E at any turn of the customer that asks for more than an answer.',
  stopped: 'Looking for cues was stopped: a phrase of the list takes too long on this interaction, so cues may be missing. Put plainer phrases into the list, on the Coaching screen.',
  help: 'Possible cues are offered by phrases and count nowhere. Only what you judge counts.',
  offered: 'Possible cue, {{kind}}: “{{words}}”', found: 'Found by ear', turn: 'Turn {{number}}', judgeAt: 'Judge the cue at {{time}}', judgeShort: 'Judge', removeAt: 'Remove the judgement at {{time}}',
  judged: 'Cue: {{words}}', delay: 'answer after {{seconds}} s', wasSofter: 'then softer', wasNotSofter: 'then not softer', by: 'by {{name}}',
  saved: 'Cue: {{outcome}}', removed: 'The judgement was removed', noCustomer: 'The customer has not spoken yet.', noneOpen: 'No possible cue is left to judge.',
};
