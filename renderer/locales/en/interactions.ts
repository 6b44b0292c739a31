/** The list of interactions and its filters. */
export const interactions = {
  title: 'Interactions',
  command: { listen: 'Listen to the chosen interaction', clearFilters: 'Clear all filters' },
  counting: 'Counting…',
  count_one: '{{n}} interaction', count_other: '{{n}} interactions',
  announce_one: '{{n}} interaction', announce_other: '{{n}} interactions',
  listen: 'Listen', enterKey: 'Enter', filters: 'Filters', clear: 'Clear filters', activeFilters: 'Active filters', removeFilter: 'Remove filter {{filter}}',
  search: { label: 'Words or number', placeholder: 'Words, “a phrase”, role:customer', clear: 'Clear the words' },
  gridLabel: 'Interactions', selectRow: 'Select {{name}}',
  column: {
    select: 'Select', externalId: 'Number', startedAt: 'Time', channel: 'Kind', customer: 'Customer', agent: 'Agent', reason: 'Reason', durationMs: 'Length',
    companyScore: 'Company', customerScore: 'Customer says', gap: 'Gap', tags: 'Tags',
    companyScoreLong: 'Score of the evaluation, 0 to 100', customerScoreLong: 'What the customer answered, 0 to 100', gapLong: 'Company score minus customer score, in points',
  },
  sortedUp: 'Sorted by {{column}}, lowest first', sortedDown: 'Sorted by {{column}}, highest first',
  channel: { phone: 'Phone', chat: 'Chat', email: 'E-mail', letter: 'Letter', other: 'Other' }, channelWithAudio: '{{channel}}, with recording',
  field: {
    text: 'Words', channel: 'Channel', reason: 'Reason', queue: 'Queue', team: 'Team', agent: 'Agent', customer: 'Customer', product: 'Product', language: 'Language', tenure: 'Tenure',
    code: 'Tag', cell: 'Both sides', dates: 'Dates', from: 'From', to: 'Up to',
  },
  cell: { both: 'Both say good', companyOnly: 'Only the company says good', customerOnly: 'Only the customer says good', neither: 'Neither says good' },
  hasLabel: 'What there is', any: 'Any', yes: 'Yes', no: 'No',
  has: { hasAudio: 'Recording', evaluated: 'Evaluated', answered: 'Survey answered', tagged: 'Tagged', quoted: 'Quote starred', transferred: 'Transferred' },
  more: 'Show {{count}} more', fewer: 'Show fewer',
  chip: {
    field: '{{field}}: {{value}}', ids_one: '{{count}} chosen interaction', ids_other: '{{count}} chosen interactions', importId: 'From one import',
    topBox_one: 'Good is the top box', topBox_other: 'Good is the top {{count}} boxes',
    surveyItem: 'Answered “{{item}}”', surveyItemTop: 'Top answer to “{{item}}”', surveyItemRest: 'Not the top answer to “{{item}}”',
    hasAudio: { yes: 'With recording', no: 'Without recording' }, evaluated: { yes: 'Evaluated', no: 'Not evaluated' },
    answered: { yes: 'Survey answered', no: 'No survey answer' }, tagged: { yes: 'Tagged', no: 'Not tagged' }, quoted: { yes: 'With a starred quote', no: 'Without a starred quote' },
    transferred: { yes: 'Transferred', no: 'Not transferred' }, companyGood: { yes: 'Company says good', no: 'Company says not good' },
    customerGood: { yes: 'Customer says good', no: 'Customer says not good' }, randomOnly: { yes: 'Drawn at random', no: 'However chosen' },
  },
  selection: {
    label: 'Selected interactions', selected_one: '{{n}} selected', selected_other: '{{n}} selected', listen: 'Listen to these', gap: 'Gap of these', clear: 'Clear selection',
  },
  empty: { title: 'No interactions yet', text: 'Calls, chats, e-mails and letters show up here once their transcripts, recordings or lists are imported.', import: 'Import…' },
  filteredEmpty: {
    title: 'Nothing fits these filters', one: 'The filter leaves nothing over.', several: 'Taken away one at a time:',
    without_one: '{{n}} without it', without_other: '{{n}} without it', remove: 'Remove',
  },
};
