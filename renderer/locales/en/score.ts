/** The scorecard of the Listen screen; part of `listen`. */
export const score = {
  title: 'Scorecard', selfTitle: 'Self-assessment', hint: '1–9 score · 0 n/a · E moment', loading: 'Opening the scorecard…',
  start: 'Evaluate', close: 'Close scorecard', position: '{{position}} of {{total}} in queue',
  totals: 'Scores so far', technical: 'Technical', emotional: 'Emotional', total: 'Total', scoredOf: '{{scored}} of {{all}}', noScore: 'not applicable',
  failed: 'Fails.', reason: { fatal: 'Fatal: {{question}}.', critical: 'Critical: {{question}}.', passMark: 'Below the pass mark of {{mark}}.' },
  consequence: { critical: 'Critical', fatal: 'Fatal: fails the evaluation' },
  heard: 'Heard {{share}} at {{speed}} x on average.', heardNothing: 'Nothing heard yet.', readOnly: 'No recording: read, not heard.',
  option: '{{place}}, {{label}}', chosen: '{{label}}: {{guide}}', notApplicable: 'Not applicable', notApplicableShort: 'n/a',
  moment: 'Moment', needsMoment: 'Needs a moment', proof: 'as proof of “{{question}}”', turn: 'turn {{turn}}',
  goToEvidence: 'Go to {{place}}, the moment of “{{question}}”', removeEvidence: 'Remove the moment of “{{question}}”',
  gate: { failed: 'Raters do not agree on this item yet', tentative: 'Raters agree only roughly' },
  comment: 'Comment', finish: 'Finish', finishAndNext: 'Finish and next', complete: 'Everything is answered.',
  missing_one: '{{count}} question still wants an answer or a moment.', missing_other: '{{count}} questions still want an answer or a moment.',
  hiddenUntil: 'What the customer said stays hidden until you finish.', cannot: 'Cannot be heard or read, because', replace: 'Draw another in its place',
  showWorking: 'Show the working', hideWorking: 'Hide the working', working: 'How the score comes about', question: 'Question', share: 'Of 100', weight: 'Weight', adds: 'Adds',
  state: { scored: 'scored', notApplicable: 'n/a', notAsked: 'not asked', open: 'open' },
  sum: 'The parts add up to {{score}}. What does not apply gave its weight to the rest.', bonus: 'With a bonus of {{bonus}}: {{score}}.',
  finishedTitle: 'Finished', reopen: 'Open again', openNext: 'Open next', queueDone_one: 'The queue is done: {{count}} evaluation.', queueDone_other: 'The queue is done: {{count}} evaluations.', seeGap: 'See what changed in Gap',
  customerSaid: 'The customer said {{score}} of 100.', customerNothing: 'The customer answered no survey.',
  said: {
    answered: '{{question}}: {{answer}}', noOption: 'This question has no such answer.', answerFirst: 'Answer the question first.', evidence: 'Moment attached, {{time}}', evidenceHere: 'This turn attached',
    missingAnswer: 'Not answered yet: {{question}}', missingEvidence: 'A moment is missing: {{question}}', nothingYet: 'Nothing is answered yet.',
    replaced: 'Another was drawn in its place.', finished: 'Evaluation finished', finishedNext: 'Finished, {{finished}} of {{total}}. Next interaction.', queueDone: 'Finished. The queue is done: {{finished}} of {{total}}.',
  },
};

/** Names of the scorecard's commands; part of `listen.command`. */
export const scoreCommands = {
  scoreStart: 'Open or close the scorecard', scoreSelf: 'Self-assessment by the agent', scoreFocus: 'Go to the scorecard', scoreOption: 'Answer {{place}}',
  scoreNotApplicable: 'Answer “not applicable”', scoreEvidence: 'Attach this moment to the answer', scoreNext: 'Next question', scorePrevious: 'Previous question',
  scoreRight: 'Next option', scoreLeft: 'Previous option',
};
