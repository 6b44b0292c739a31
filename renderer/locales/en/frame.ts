/** The window: rail, menus, status bar, palette, undo, jobs, settings. */
export const frame = {
  appName: 'Earshot',
  windowTitle: '{{screen}} - {{project}} - Earshot',
  windowTitleNoProject: '{{screen}} - Earshot',
  skipToContent: 'Skip to content',
  screen: {
    home: 'Home', import: 'Import', interactions: 'Interactions', listen: 'Listen', gap: 'Gap', briefing: 'Briefing', settings: 'Settings',
  },
  menu: { label: 'Menu', file: 'File', edit: 'Edit', view: 'View', playback: 'Playback', tag: 'Tag', go: 'Go', help: 'Help' },
  command: {
    openSample: 'Open the sample project', newProject: 'New project…', openProject: 'Open project…', closeProject: 'Close project',
    import: 'Import…', export: 'Export…', verify: 'Check the project file', settings: 'Settings',
    undo: 'Undo', undoNamed: 'Undo {{name}}', redo: 'Redo', redoNamed: 'Redo {{name}}',
    find: 'Find', findNext: 'Find next', findPrevious: 'Find previous',
    palette: 'Search commands…', rail: 'Show or hide the words of the side bar', jobs: 'Jobs',
    themeSystem: 'Theme: as the system', themeLight: 'Theme: light', themeDark: 'Theme: dark', themeContrast: 'Theme: high contrast',
    density: 'Compact or comfortable rows', back: 'Back', forward: 'Forward', nextRegion: 'Next part of the window', previousRegion: 'Previous part of the window',
    keys: 'Keys of this screen', about: 'About Earshot',
  },
  rail: { label: 'Sections', collapse: 'Show icons only', expand: 'Show words', needsProject: 'Open a project first', sections: 'Sections', more: 'More' },
  topBar: { label: 'Window', undoNothing: 'Nothing to undo', redoNothing: 'Nothing to redo', search: 'Search commands', sample: 'Sample', readOnly: 'Read only' },
  main: { label: 'Content' },
  status: {
    label: 'Status', noProject: 'No project open', savedAt: 'All changes saved {{time}}', offline: 'Offline: nothing leaves this computer',
    jobs_one: '{{count}} job running', jobs_other: '{{count}} jobs running', jobShare: '{{label}}: {{share}}', jobCount: '{{label}}: {{done}}',
    lost: 'Engine not connected',
  },
  phase: {
    reading: 'Reading', checking: 'Checking', writing: 'Writing', linking: 'Linking', saving: 'Saving', drawing: 'Drawing', measuring: 'Measuring sound',
  },
  progress: {
    countOf: '{{done}} of {{total}}', count: '{{done}}', rate: '{{rate}} per second', timeLeft: 'about {{time}} left',
  },
  jobs: {
    label: { import: 'Import', sample: 'Sample project', briefing: 'Briefing export', preview: 'Import check', measure: 'Measuring sound', other: 'Work' },
    title: 'Jobs', empty: 'No jobs. Imports and exports show up here while they run.', cancel: 'Cancel', cancelJob: 'Cancel {{label}}',
    state: { running: 'Running', paused: 'Paused', done: 'Done', failed: 'Failed', cancelled: 'Cancelled' },
  },
  sampleName: 'Sample - Brightwater Energy', newProjectName: 'Project {{date}}',
  opening: {
    sample: 'Preparing the sample project', newProject: 'Creating a project', project: 'Opening {{name}}', picked: 'Opening the project', cancel: 'Cancel', dismiss: 'Close',
    failed: 'The project was not opened',
  },
  /** Changes by command name, with `_` for `.`; used in “Undo …” and “Undone: …”. */
  change: {
    tag_add: 'tag', tag_change: 'change of a tag', tag_remove: 'removal of a tag', quote_add: 'starred quote', quote_remove: 'removal of a quote',
    note_add: 'note', note_remove: 'removal of a note', code_add: 'new code', code_change: 'change of a code', code_remove: 'removal of a code',
    code_arrange: 'new order of codes', code_merge: 'merging of codes', code_split: 'splitting of a code',
    interaction_relabel: 'relabelled speakers', survey_link: 'link of a survey', setting_change: 'change of a setting',
    import_run: 'import', import_remove: 'removal of an import', import_restore: 'return of an import',
    recipe_save: 'saved recipe', recipe_remove: 'removal of a recipe',
    rule_add: 'new text rule', rule_remove: 'removal of a text rule', signal_mark: 'decision about a signal', loop_change: 'step of a loop', other: 'last change',
  },
  undo: {
    undone: 'Undone: {{name}}', redone: 'Done again: {{name}}', goThere: 'Go there',
  },
  toast: { region: 'Messages', dismiss: 'Dismiss' },
  palette: {
    title: 'Commands', placeholder: 'Type a command, or words to find in interactions', results: 'Results', empty: 'Nothing fits these words.',
    unavailable: 'Not available here', findWords: 'Find interactions with “{{words}}”', openInteraction: 'Open interaction {{words}}',
  },
  newProject: {
    title: 'New project', name: 'Name', help: 'A project is one file. Everything can be changed later.', cancel: 'Cancel', create: 'Create project',
    codebook: 'Begin with Earshot’s codebook', codebookHelp: 'About forty causes, behaviours and events with definitions and examples. It steps aside when you import your own.',
  },
  openProject: { title: 'Open a project', browse: 'Browse…', none: 'There are no projects yet.', cancel: 'Close', isOpen: 'Open now', missing: 'File not found' },
  keys: {
    titleOf: 'Keys: {{screen}}', everywhere: 'Everywhere', onThisScreen: 'On this screen', close: 'Close', singleOff: 'Single keys are switched off in Settings.',
    region: { player: 'In the player', transcript: 'In the transcript', scorecard: 'In the scorecard', table: 'In tables' },
    grid: {
      title: 'In tables', move: 'Move from cell to cell', rowEnds: 'First and last cell of the row', page: 'A screenful up or down', gridEnds: 'First and last row',
      open: 'Open the row; on a header, sort', select: 'Select the row', selectRange: 'Extend the selection', selectAll: 'Select all rows', leave: 'Leave the table',
    },
    sheetHint: 'Letters and digits act while focus is inside their part of the screen. Chords act everywhere on it.',
  },
  engine: { lostTitle: 'Not connected', restarted: 'Earshot reconnected. Nothing was lost.' },
  about: { title: 'About Earshot', promise: 'Every number can be heard.', offline: 'Earshot works offline and makes no connections.', close: 'Close' },
  verify: { title: 'Check of the project file', ok: 'The project file is sound.', problem: 'The check found problems.', running: 'Checking the project file…', close: 'Close', passed: 'Passed', failed: 'Failed', check: 'Check', result: 'Result', detail: 'Detail' },
  settings: {
    title: 'Settings', appearance: 'Appearance', keyboard: 'Keyboard', language: 'Language',
    theme: 'Theme', themeSystem: 'As the system', themeLight: 'Light', themeDark: 'Dark', themeContrast: 'High contrast',
    density: 'Rows of tables', comfortable: 'Comfortable', compact: 'Compact',
    motion: 'Motion', motionSystem: 'As the system', motionReduced: 'As little as possible',
    singleKeys: 'Single keys in the player, the transcript and tables',
    singleKeysHelp: 'Letters and digits act only while focus is in that part of the screen. Switched off, the chords, the menu and the palette still do everything. Switch them off if you dictate.',
    showKeys: 'Show all keys', languageChoice: 'Language', english: 'English', pseudo: 'Test language', languageHelp: 'The test language shows which words were never translated. The page loads again when you change it.',
    reset: 'Reset to default',
  },
  drop: { title: 'Drop to import', what: 'Transcripts, audio, CSV, XLSX, or a whole folder. You see what is in them before anything is written.', noProject: 'A new project is made for them.' },
  setAside: {
    title: 'Set aside', close: 'Close', caption_one: '{{n}} row was set aside', caption_other: '{{n}} rows were set aside; {{shown}} are shown',
    file: 'File', row: 'Row', column: 'Column', found: 'Found', what: 'What to do', save: 'Save as a file…', more: 'Show more',
  },
  loading: 'Loading…',
  crashed: 'This screen stopped working.',
};
