/** Forms and their builder; part of `evaluate`. */
export const forms = {
  tabs: { label: 'Queues and forms', queues: 'Queues', forms: 'Forms' },
  forms: {
    new: 'New form', newName: 'New form', edit: 'Change', editOf: 'Change {{name}}', goOn: 'Go on with the draft', goOnOf: 'Go on with the draft of {{name}}', retire: 'Take out of use', retireOf: 'Take out of use: {{name}}', use: 'Use again', useOf: 'Use again: {{name}}', retired: 'out of use',
    version: 'Version {{version}}, {{state}}', draft: 'draft', published: 'published', uses_one: '{{count}} use', uses_other: '{{count}} uses',
    size_one: '{{count}} question, sections: {{sections}}', size_other: '{{count}} questions, sections: {{sections}}',
  },
  builder: {
    title: '{{name}}, draft of version {{version}}', close: 'Close', discard: 'Discard the draft', publish: 'Publish version {{version}}', published: 'Version {{version}} is published', problems: 'What stands in the way of publishing',
    name: 'Name', weighting: 'Weights', hasPassMark: 'Has a pass mark of its own', passMark: 'Pass mark, of 100', criticalFails: 'Critical answers fail the evaluation', criticalCount: 'As many as', allowsBonus: 'Allows bonus points',
    sectionTitle: 'Section', dimension: 'Counts for', weightPercent: 'Weight, %', factor: 'Factor', lock: 'Locked', remove: 'Remove', removeSectionOf: 'Remove the section {{name}}',
    newSection: 'New section', addSection: 'Add a section', newQuestion: 'New question', addQuestion: 'Add a question', addQuestionTo: 'Add a question to {{name}}',
    openQuestion: '{{key}}: details of “{{name}}”', questionText: 'Question', up: 'Move “{{name}}” up', down: 'Move “{{name}}” down', removeQuestion: 'Remove “{{name}}”', guide: 'Guide',
    options: 'Answers', scale: 'Begin with a scale', ownScale: 'Own scale', optionLabel: 'Answer {{place}}', points: 'Points', consequence: 'Does', optionGuide: 'Looks like', needsEvidence: 'Wants its moment', removeOption: 'Remove the answer {{name}}', newOption: 'New answer', addOption: 'Add an answer',
    allowsNotApplicable: 'May not apply; its weight goes to the rest', condition: 'Asked', always: 'Always', conditionOptions: 'After one of these answers', accuracy: 'Errors count as', isBonus: 'Bonus: on top of the score', bonusPoints: 'Bonus points, of 100',
  },
  weighting: {
    question: 'By question', section: 'By section', points: 'By points',
    about: {
      question: 'Every question has its share of 100 %. Change one, and the unlocked others give or take in proportion; those that moved stand in italics.',
      section: 'Every section has its share of 100 %, and its questions share it evenly. Change one, and the unlocked others give or take in proportion.',
      points: 'Points earned over points possible, each times the factor of its section.',
    },
  },
  dimension: { none: 'Neither dimension', technical: 'Technical proficiency', emotional: 'Emotional connection' },
  accuracy: { none: 'Nothing in particular', customer: 'Customer-critical', business: 'Business-critical', compliance: 'Compliance-critical' },
  consequence: { none: 'Only counts', critical: 'Critical: flagged', fatal: 'Fatal: fails' },
  scale: { rubric: 'Harmful to exemplary, 0 to 4', yesNo: 'No, yes', threeSteps: 'No, partly, yes', fiveSteps: '1 to 5' },
  scaleWord: { rubric0: 'Harmful', rubric1: 'Absent', rubric2: 'Partial', rubric3: 'Competent', rubric4: 'Exemplary', no: 'No', partly: 'Partly', yes: 'Yes' },
  problem: {
    NO_QUESTION: 'The form asks nothing that counts.', TOO_MANY_QUESTIONS: 'A form has at most 100 questions.', DUPLICATE_KEY: 'Two parts are called {{at}}.', WEIGHTS: 'The weights do not add up to 100 %.',
    NO_SPREAD: 'All answers to {{at}} give the same points.', CONDITION: 'The condition of {{at}} needs an earlier question and one of its answers.', BONUS_REFUSED: '{{at}} is a bonus, and this form allows none.',
  },
  dryRun: {
    title: 'What would change', about: 'Past evaluations scored again from the answers that they have, under the published version and under this draft. Nothing is written.', aboutNew: 'Past evaluations whose questions have the same keys, scored under this draft. Nothing is written.',
    run: 'Try on past evaluations', none: 'No past evaluation has an answer to one of these questions.',
    found_one: '{{n}} evaluation compared: {{changed}} would change, {{failed}} would newly fail, {{passed}} newly pass; {{incomplete}} lack an answer that the draft wants.', found_other: '{{n}} evaluations compared: {{changed}} would change, {{failed}} would newly fail, {{passed}} newly pass; {{incomplete}} lack an answer that the draft wants.',
    means: 'Mean score before {{before}}, after {{after}} (n = {{n}}).', largest: 'The largest changes', interaction: 'Interaction', before: 'Before', after: 'After', change: 'Change', outcome: 'Outcome', passes: 'would pass', fails: 'would fail', noOutcome: 'no outcome',
  },
  agreement: {
    title: 'Do raters agree?', none: 'No interaction was scored by two people yet. From 30 on Earshot says how far raters agree.', about: 'Krippendorff’s alpha of each item over interactions that two or more people scored. Below 0.667 raters do not agree yet, and the figure is held back.',
    item: 'Item', units: 'Scored twice', alpha: 'Alpha', lo: 'At least', gate: 'So', reliable: 'reliable', tentative: 'tentative', failed: 'raters do not agree yet', unknown: 'too few to say',
  },
};
