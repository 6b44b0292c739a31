import type { ColumnQuestion, Repair, SurveyItemKind, TableKind } from '#shared/model/import-mapping.ts';
import { fieldNames } from './field-names.ts';

const tableKind: Record<TableKind | 'transcripts' | 'media' | 'recordings', string> = {
  interactions: 'Interactions', customers: 'Customers', agents: 'Agents and teams', surveys: 'Survey answers', survey_invitations: 'Survey invitations',
  quality_scores: 'Quality scores', belief_poll: 'Belief poll', purchases: 'Purchases and cancellations', costs: 'Costs', owners: 'Owners', codebook: 'Codebook',
  tags: 'Tags', turns: 'Turns of transcripts', transcripts: 'Transcripts', media: 'Recordings', recordings: 'Recordings',
};

const item: Record<SurveyItemKind, string> = {
  csat: 'Satisfaction', nps: 'Likely to recommend', ces: 'Effort', resolved: 'Resolved or not', superior: 'Called the service superior', felt: 'How it felt', rating: 'Other rating', text: 'Own words',
};

const repair: Record<Repair, string> = {
  'read-day-month': 'Read all as day, month', 'read-month-day': 'Read all as month, day', 'decimal-comma': 'Comma is the decimal mark', 'decimal-point': 'Point is the decimal mark',
  'leave-empty': 'Leave these empty', 'keep-last': 'Keep the last of each', 'keep-both': 'Keep all', 'change-scale': 'Change the columns', 'set-aside': 'Set aside',
};

const question: Record<ColumnQuestion, string> = {
  'date-order': 'Day and month could be swapped.', 'decimal-mark': 'Comma or point could be the decimal mark.', scale: 'Is this the scale, and which end is good?',
  personal: 'Looks personal.', meaning: 'Is this what the column means?',
};

/** The import wizard. */
export const imports = {
  title: 'Import',
  command: { next: 'Next step of the import' },
  steps: 'Steps', step: { files: 'Files', columns: 'Columns', check: 'Check', import: 'Import' },
  cancel: 'Cancel', back: 'Back', next: 'Next',
  files: {
    drop: 'Drop files or a folder here, or choose them.', choose: 'Choose files…', chooseFolder: 'Choose a folder…',
    kinds: 'Transcripts (VTT, SRT, text, JSON), tables (CSV, TSV, XLSX), recordings (WAV, MP3, M4A, OGG, FLAC).',
    list: 'Chosen files', looking: 'Looking at the files…', remove: 'Remove {{name}}', problemOf: '{{name}}: {{message}}',
    folder: 'Transcripts: {{transcripts}}, tables: {{tables}}, recordings: {{recordings}}, of no known kind: {{others}}',
    handOver: 'Handing the files over', handOverOf: '{{sent}} of {{total}}',
    unread_one: '{{n}} file cannot be read; the others go in.', unread_other: '{{n}} files cannot be read; the others go in.',
  },
  kind: { transcript: 'Transcript ({{format}})', table: 'Table, kind not known yet', audio: 'Recording ({{format}})', unknown: 'Kind not known', unreadable: 'Cannot be read' },
  tableKind, item, repair, question, fields: fieldNames,
  columns: {
    none: 'No tables among the files; there is nothing to map.', tables: 'Tables', kind: 'Rows are', kindOpen: 'Say what they are…', file_one: 'File', file_other: 'File (of {{count}})', needsYou: 'needs you', delimiter: 'Separator', sheetOf: 'Sheet', raw: 'First rows of {{name}}', becomes: 'becomes {{values}}', unreadable: '(not readable)',
    separators: { comma: 'Comma', semicolon: 'Semicolon', tab: 'Tab', bar: 'Bar' }, encoding: 'Text encoding', encodingFound: 'As found: {{encoding}}',
    required: 'needed', surveyItem: 'survey question', scoreItem: 'Score of one question', keep: 'Keep as a field of its own', ignore: 'Do not import',
    check: 'Check', complete: 'Everything that is needed is mapped.', incomplete_one: '{{count}} table still needs a column.', incomplete_other: '{{count}} tables still need columns.',
    missing_one: 'Still needed: {{fields}}.', missing_other: 'Still needed: {{fields}}.',
    caption: 'Columns of {{name}}', rows_one: '{{n}} row', rows_other: '{{n}} rows', rowsSeen_one: 'first {{n}} row looked at', rowsSeen_other: 'first {{n}} rows looked at',
    separator: 'separator {{separator}}', tab: 'tab', sheet: 'sheet {{sheet}}', recipeUsed: 'recipe “{{name}}”', empty: '(empty)', goesToOf: 'Where {{column}} goes',
    heading: { column: 'Your column', examples: 'Examples', goesTo: 'Goes to', reading: 'Read as', confidence: 'How sure' },
  },
  reading: {
    dateOrderOf: 'Order of the dates in {{column}}', dateOrder: { DMY: 'Day, month, year', MDY: 'Month, day, year', YMD: 'Year, month, day', ask: 'Not decided' },
    decimalOf: 'Decimal mark in {{column}}', decimal: { point: 'Decimal point', comma: 'Decimal comma', ask: 'Not decided' },
    unitOf: 'Unit of {{column}}', unit: { ms: 'Milliseconds', s: 'Seconds', min: 'Minutes', h: 'Hours' },
    scaleOf: 'Scale of {{column}}',
  },
  scale: { up: '{{min}} to {{max}}, {{max}} is best', down: '{{min}} to {{max}}, {{min}} is best' },
  confidence: { yours: 'Your choice', check: 'Check', sure: 'Sure', likely: 'Likely, {{share}}' },
  recipe: {
    use: 'Recipe', none: 'Choose…', save: 'Save as recipe…', title: 'Save as recipe', name: 'Name', help: 'A file with the same columns is offered this recipe again.',
    cancel: 'Cancel', saveNow: 'Save recipe', saved: 'Recipe “{{name}}” saved.',
  },
  recordings: {
    title: 'Recordings', pattern: 'How the recordings are named', nothing: '–',
    help: 'Empty: the usual ways are tried. Else e.g. {ID}_{AGENT}_{DT}; also {CUSTOMER}, {DATE}, {TIME}, {*} for anything, other names become fields.',
    found_one: '{{joined}} of {{n}} recording finds its interaction', found_other: '{{joined}} of {{n}} recordings find their interaction',
    name: 'File', interaction: 'Interaction', agent: 'Agent', customer: 'Customer', startedAt: 'Started at', joins: 'Joins',
    joined: 'A known interaction', alone: 'None yet: becomes an interaction with sound only', misfit: 'The pattern does not fit; the usual ways are tried',
  },
  json: {
    help: 'Earshot does not know this form. Say where the turns are and what is in them; the table below shows what comes out. Confirm it, or save it as a recipe.',
    confirmed: 'Files of this form are read as follows.', confirm: 'Read it like this', noTurns: 'This file holds no list that could be the turns of an interaction. It will be set aside.',
    open_one: 'JSON of {{count}} form is not confirmed yet and would be set aside.', open_other: 'JSON of {{count}} forms is not confirmed yet and would be set aside.',
    files_one: '{{name}} and {{count}} more', files_other: '{{name}} and {{count}} more',
    turns: 'Turns are in', interactions: 'Interactions are', oneInteraction: 'The whole file is one', wholeFile: 'The file itself', elements_one: '{{count}} element', elements_other: '{{count}} elements',
    text: 'Text', speaker: 'Speaker', start: 'Start', end: 'End', role: 'Role', unit: 'Times are', none: 'Not in the file', facts: 'Known of the whole interaction',
    units: { ms: 'Milliseconds', s: 'Seconds', min: 'Minutes', clock: 'Hours, minutes, seconds', moment: 'Dates with times' },
    roles: { agent: 'Agent', customer: 'Customer', bot: 'Bot', ivr: 'Voice menu', system: 'System', unknown: 'Not known' },
    fact: {
      externalId: 'Interaction ID', channel: 'Channel', startedAt: 'Started at', durationMs: 'Duration', agentId: 'Agent ID', agentName: 'Agent name', customerId: 'Customer ID', customerName: 'Customer name',
      language: 'Language', reason: 'Reason',
    },
    read: '{{id}}: {{turns}}, of {{interactions}}', turnCount_one: '{{count}} turn', turnCount_other: '{{count}} turns', interactionCount_one: '{{count}} interaction', interactionCount_other: '{{count}} interactions',
  },
  check: {
    nothingWritten: 'Everything is read once to see what would happen. Nothing is written yet.', running: 'Checking',
    ready: 'Ready', setAside: 'Would be set aside', unchanged: 'Files already imported', noProblems: 'No problems found.', problems: 'What needs you',
    import_one: 'Import {{n}} record', import_other: 'Import {{n}} records', after: 'After the import: {{new}} new, {{updated}} updated, {{aside}} set aside.',
  },
  problem: {
    DATE_ORDER_AMBIGUOUS_one: '{{n}} date could be read in two ways', DATE_ORDER_AMBIGUOUS_other: '{{n}} dates could be read in two ways',
    NUMBER_AMBIGUOUS_one: '{{n}} number could be read in two ways', NUMBER_AMBIGUOUS_other: '{{n}} numbers could be read in two ways',
    NO_ANSWER_WORD_one: '{{n}} cell says that there is no answer', NO_ANSWER_WORD_other: '{{n}} cells say that there is no answer',
    DUPLICATE_ID_one: '{{n}} row has the number of an earlier row', DUPLICATE_ID_other: '{{n}} rows have the number of an earlier row',
    OFF_SCALE_one: '{{n}} answer lies outside its scale', OFF_SCALE_other: '{{n}} answers lie outside their scale',
    ANSWER_NOT_ON_SCALE_one: '{{n}} answer is not one of its scale', ANSWER_NOT_ON_SCALE_other: '{{n}} answers are not among those of their scale',
    REQUIRED_MISSING_one: '{{n}} row lacks something that is needed', REQUIRED_MISSING_other: '{{n}} rows lack something that is needed',
    INTERACTION_UNKNOWN_one: '{{n}} row belongs to an interaction that is not here', INTERACTION_UNKNOWN_other: '{{n}} rows belong to interactions that are not here',
    FILE_KIND_UNKNOWN_one: '{{n}} file of no known kind', FILE_KIND_UNKNOWN_other: '{{n}} files of no known kind',
    FILE_KIND_NOT_SUPPORTED_one: '{{n}} file of a kind that is not read', FILE_KIND_NOT_SUPPORTED_other: '{{n}} files of a kind that is not read',
    TABLE_KIND_UNKNOWN_one: '{{n}} table whose rows are not known', TABLE_KIND_UNKNOWN_other: '{{n}} tables whose rows are not known',
    COLUMNS_MISSING_one: '{{n}} table that lacks a needed column', COLUMNS_MISSING_other: '{{n}} tables that lack a needed column',
    SAME_ID_TWICE_one: '{{n}} transcript under the name of another one', SAME_ID_TWICE_other: '{{n}} transcripts under the names of others',
    EMPTY_TABLE_one: '{{n}} empty table', EMPTY_TABLE_other: '{{n}} empty tables', FILE_EMPTY_one: '{{n}} empty file', FILE_EMPTY_other: '{{n}} empty files',
    JSON_INVALID_one: '{{n}} damaged JSON file', JSON_INVALID_other: '{{n}} damaged JSON files',
    JSON_SHAPE_UNKNOWN_one: '{{n}} JSON file of a form that is not known', JSON_SHAPE_UNKNOWN_other: '{{n}} JSON files of a form that is not known',
    other_one: '{{n}} place could not be read', other_other: '{{n}} places could not be read',
  },
  run: {
    running: 'Importing', background: 'Go on in the background', cancelled: 'The import was cancelled', nothingWritten: 'Nothing was written.', backToCheck: 'Back to the check',
  },
  result: {
    allIn: 'Everything went in.', someAside: 'Done. Some rows were set aside.', new: 'New', updated: 'Updated', same: 'As before', setAside: 'Set aside', unchanged: 'Files already imported',
    linked: 'Surveys joined', linkedRest: '{{ambiguous}} could belong to more than one, {{unmatched}} to none', byKind: 'What came in', kind: 'Kind', read: 'Read',
    save: 'Save as a file…', seeAll: 'See all that was set aside', undoable: 'The import can be taken back whole at any time: Home, All imports.', more: 'Import more', see: 'See the interactions',
  },
};
