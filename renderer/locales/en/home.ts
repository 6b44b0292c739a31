/** Home: doors, projects, what is in the project. */
export const home = {
  title: 'Home',
  welcome: 'Welcome to Earshot',
  promise: 'See how far the service you believe you give is from the service your customers say they got, and hear every number.',
  import: 'Import…',
  dropHint: 'Or drop transcripts, audio, CSV, XLSX or a folder anywhere in this window. You see what is in them before anything is written.',
  period: '{{from}} to {{to}}',
  noDates: 'No dated interactions yet',
  door: {
    recommended: 'Recommended',
    sample: { title: 'Open the sample project', text: 'A made-up energy supplier: three years of calls, chats and e-mails, with surveys, quality scores and speech to listen to.' },
    import: { title: 'Import my files', text: 'Transcripts, recordings, surveys and quality scores from local files. Nothing leaves this computer.' },
    open: { title: 'Open a project', text: 'A project that was begun before, here or by a colleague.' },
  },
  recent: { title: 'Other projects', open: 'Open…', new: 'New…', missing: '{{name}} (file not found)' },
  continue: {
    title: 'Continue', begin: 'Choose an interaction and listen to it.', nothingYet: 'Nothing to listen to yet. Import transcripts or recordings first.',
    list: 'Interactions', gap: 'See the gap', resume: 'Listen on', leftOff: 'left off at {{time}}', tags_one: '{{count}} tag', tags_other: '{{count}} tags',
  },
  project: {
    title: 'In this project', interactions: 'Interactions', withAudio: 'With recording', withTranscript: 'With transcript', evaluated: 'Evaluated', answered: 'Survey answered',
    matched: 'Both, matched', customers: 'Customers', agents: 'Agents', tags: 'Tags', quotes: 'Starred quotes',
    rolesUnsure_one: 'In {{n}} interaction it is not sure who is the agent and who the customer; it is left out of figures by role.',
    rolesUnsure_other: 'In {{n}} interactions it is not sure who is the agent and who the customer; they are left out of figures by role.',
  },
  linking: {
    compared: 'Interactions with a linked survey beside those without', trait: 'What is known of both', withSurvey: 'With a survey', withoutSurvey: 'Without', difference: 'Difference', known: 'Known of', verdict: 'Alike?',
    comparedHelp: 'Interactions with a linked survey: {{linked}}; without one: {{unlinked}}. Where the two differ, what customers said may not hold for the others. Shares with 95% intervals (Newcombe); “differs” from a standardised difference of 0.10 on.',
    knownOf: '{{linked}} and {{unlinked}}', differs: 'Differs ({{smd}})', alike: 'Alike ({{smd}})', notKnown: 'Not known', points_one: '{{value}} point ({{low}} to {{high}})', points_other: '{{value}} points ({{low}} to {{high}})', seconds: '{{value}} s', traitValue: '{{trait}}: {{value}}',
    traits: { channel: 'Channel', queue: 'Queue', month: 'Month', team: 'Team', duration: 'Mean duration' }, channels: { phone: 'Phone', chat: 'Chat', email: 'E-mail', letter: 'Letter', other: 'Other' },
    open: {
      title_one: '{{n}} survey without an interaction', title_other: '{{n}} surveys without an interaction', number: 'Survey', answered: 'Answered', customer: 'Customer', said: 'Said', join: 'Join to interaction',
      which: 'Interaction that survey {{number}} is about', candidates_one: '{{n}} fits', candidates_other: '{{n}} fit', act: 'Join', actOf: 'Join survey {{number}}', done: 'Survey {{number}} is joined. Undo takes it back.',
      before: 'Previous', after: 'Next', place: '{{from}} to {{to}} of {{total}}',
    },
    title: 'Surveys and interactions', none: 'No surveys yet. Without them there is no customer side to compare with.',
    share: '{{share}} found their interaction', of: '{{linked}} of {{surveys}}', rest: '{{ambiguous}} could belong to more than one, {{unmatched}} to none.', why: 'Why?',
    dialogTitle: 'How surveys, evaluations and recordings found their interactions', close: 'Close',
    whatTable: 'Joined and not joined', what: 'What', total: 'Total', matched: 'Joined', notMatched: 'Not joined', surveys: 'Surveys', evaluations: 'Evaluations', recordings: 'Recordings',
    reasonTable: 'Reasons', state: 'Result', reason: 'Reason', states: { matched: 'Joined', ambiguous: 'More than one fits', unmatched: 'None fits', cut: 'Cut by hand' },
  },
  lastImport: {
    title: 'Last import', none: 'Nothing was imported yet.', at: '{{at}}', result_one: '{{n}} record in, {{aside}} set aside', result_other: '{{n}} records in, {{aside}} set aside',
    see: 'See what was set aside', all: 'All imports',
  },
  imports: {
    title: 'Imports', close: 'Close', at: 'When', files: 'Files', interactions: 'Interactions', setAside: 'Set aside', state: 'State', act: 'Action',
    remove: 'Take back', removeOf: 'Take back the import of {{at}}', removed: 'The import was taken back.', states: { importing: 'Not finished', ready: 'In the project', removed: 'Taken back' },
  },
};
