import type { Failure } from '#renderer/engine/failure.ts';

type ErrorText = { what: string; next: string };

/** What happened and what to do, per code. A code without its sentences does not compile. */
const byCode: Record<Failure['code'], ErrorText> = {
  NO_PROJECT: { what: 'No project is open.', next: 'Open a project on Home, then try again.' },
  PROJECT_NOT_FOUND: { what: 'The project file is not where it was.', next: 'Bring the file back to its folder, or open another project.' },
  PROJECT_EXISTS: { what: 'A project of this name exists already.', next: 'Choose another name. Nothing was overwritten.' },
  PROJECT_LOCKED: { what: 'The project is open in another window or on another computer.', next: 'Close it there, then try again.' },
  PROJECT_DAMAGED: { what: 'The project file is damaged and was not opened.', next: 'The damaged file was left as it is. What can be done stands below.' },
  NOT_A_PROJECT: { what: 'This file is not an Earshot project.', next: 'Choose a file that ends in .earshot. To bring in data, use Import.' },
  NEWER_VERSION: { what: 'The project was saved by a newer version of Earshot.', next: 'Open it with that version, or install it here.' },
  PASSPHRASE_NEEDED: { what: 'This project is encrypted.', next: 'Give its passphrase or its recovery key.' },
  WRONG_PASSPHRASE: { what: 'The passphrase is wrong, or the file was altered.', next: 'Try again, use the recovery key, or restore a copy of the file. Nothing was changed.' },
  READ_ONLY: { what: 'The project can only be read: its file or folder is write-protected.', next: 'Save a copy in a folder where you may write.' },
  DISK_FULL: { what: 'The disk is full. The last change was not saved.', next: 'Free some space, then do it again. Everything before it is safe.' },
  NOT_SAVED: { what: 'The last change could not be written to disk and was taken back.', next: 'Check the disk, then do it again. Everything before it is safe.' },
  NOT_FOUND: { what: 'This is not in the project any more.', next: 'Go back to the list; it shows what is there now.' },
  REFUSED: { what: 'This cannot be done.', next: 'Nothing was changed.' },
  CHANGED_MEANWHILE: { what: 'This was changed in another window meanwhile.', next: 'Nothing was written over. Look at it as it is now, then change it again.' },
  NOTHING_TO_UNDO: { what: 'There is nothing to undo.', next: 'Nothing was changed.' },
  NOTHING_TO_REDO: { what: 'There is nothing to redo.', next: 'Nothing was changed.' },
  FILE_NOT_FOUND: { what: 'The file is not where it was.', next: 'Bring it back, or choose it again.' },
  UNREADABLE_FILE: { what: 'The file cannot be read.', next: 'Open it in the program it came from and save it again, then choose it here.' },
  BUSY: { what: 'Earshot is busy with other work on this project.', next: 'Wait until it has ended, or cancel it in Jobs.' },
  CANCELLED: { what: 'It was cancelled.', next: 'Nothing was written.' },
  UNKNOWN_FORMAT: { what: 'Earshot does not know this kind of file.', next: 'Save it as CSV, XLSX, WebVTT or JSON and choose it again.' },
  NOT_AVAILABLE: { what: 'This is not available here.', next: 'Nothing was changed.' },
  BAD_INPUT: { what: 'Earshot asked its engine for something that does not exist.', next: 'Go back and try again; if it comes back, copy the details for support.' },
  SESSION_REFUSED: { what: 'Earshot does not let this page in.', next: 'Its address works once, for the first page that opens it. Go on in that page, or start Earshot again and open the new address.' },
  ENGINE_LOST: { what: 'Earshot lost contact with its engine.', next: 'Every change that was shown as saved is on disk. Reconnect to go on.' },
  UNEXPECTED: { what: 'Something went wrong that Earshot did not foresee.', next: 'Saved changes are safe. Try again; if it comes back, copy the details for support.' },
};

/** What another window changed, by the names that commands give their parts. */
const part = {
  name: 'the name', key: 'the short form', kind: 'the kind', dimension: 'the dimension', parentId: 'where it stands', owner: 'the owner', controllableBy: 'who can change it', preventable: 'whether it is preventable',
  definition: 'the definition', examples: 'the examples', colour: 'the colour', quickSlot: 'the digit', codePlace: 'where it stands', codeId: 'the code', span: 'where it is marked', note: 'the note', severity: 'the severity',
  outcome: 'the outcome', text: 'the words', roles: 'who speaks', times: 'the times', interactionId: 'what it is joined to', place: 'where the cause stands', state: 'the state', fee: 'the scenario of this name', mapping: 'the mapping of this name',
  form: 'the form', replaced: 'what was replaced', answer: 'an answer', mark: 'what was decided', heardOn: 'the day it was heard', decision: 'the decision', change: 'the change', agentId: 'the person', item: 'the item', days: 'the days',
  goal: 'the goal', practice: 'the practice', checkCount: 'how many are checked', agentView: 'the person’s own view', selfScore: 'the person’s own score', shows: 'what the sheet shows', clipIds: 'the clips', settlement: 'the answer to it',
  sealed: 'what is sealed', sealedAt: 'what is sealed', judgement: 'the judgement', redaction: 'what was decided about these words', title: 'the title', lead: 'the lead', bullets: 'the points', isHidden: 'whether it is shown',
  order: 'the order of the slides', own: 'a slide of your own', chart: 'a chart', template: 'how much is told', size: 'the size', theme: 'the look', logo: 'the logo', types: 'what is hidden', show: 'what screens show', keepMonths: 'how long things are kept',
  lockMinutes: 'when it locks', sound: 'what is heard', phrases: 'the phrases', other: 'a rule of the project',
};

export const errors = {
  byCode,
  part,
  partIs: '{{part}} is “{{words}}”',
  partEmpty: '{{part}} is empty',
  thereNow: 'There now: {{parts}}.',
  showDetails: 'Show details',
  hideDetails: 'Hide details',
  copyDetails: 'Copy details',
  copied: 'Copied',
  retry: 'Try again',
  reconnect: 'Reconnect',
};
