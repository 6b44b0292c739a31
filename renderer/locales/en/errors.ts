import type { Failure } from '#renderer/engine/failure.ts';

type ErrorText = { what: string; next: string };

/** What happened and what to do, per code. A code without its sentences does not compile. */
const byCode: Record<Failure['code'], ErrorText> = {
  NO_PROJECT: { what: 'No project is open.', next: 'Open a project on Home, then try again.' },
  PROJECT_NOT_FOUND: { what: 'The project file is not where it was.', next: 'Bring the file back to its folder, or open another project.' },
  PROJECT_EXISTS: { what: 'A project of this name exists already.', next: 'Choose another name. Nothing was overwritten.' },
  PROJECT_LOCKED: { what: 'The project is open in another window or on another computer.', next: 'Close it there, then try again.' },
  PROJECT_DAMAGED: { what: 'The project file is damaged and was not opened.', next: 'Go on from a whole state of it, or save what can be read. The damaged file was left as it is.' },
  NOT_A_PROJECT: { what: 'This file is not an Earshot project.', next: 'Choose a file that ends in .earshot. To bring in data, use Import.' },
  NEWER_VERSION: { what: 'The project was saved by a newer version of Earshot.', next: 'Open it with that version, or install it here.' },
  PASSPHRASE_NEEDED: { what: 'This project is encrypted.', next: 'Give its passphrase or its recovery key.' },
  WRONG_PASSPHRASE: { what: 'The passphrase is wrong, or the file was altered.', next: 'Try again, use the recovery key, or restore a copy of the file. Nothing was changed.' },
  READ_ONLY: { what: 'The project can only be read: its file or folder is write-protected.', next: 'Save a copy in a folder where you may write.' },
  DISK_FULL: { what: 'The disk is full. The last change was not saved.', next: 'Free some space, then do it again. Everything before it is safe.' },
  NOT_SAVED: { what: 'The last change could not be written to disk and was taken back.', next: 'Check the disk, then do it again. Everything before it is safe.' },
  NOT_FOUND: { what: 'This is not in the project any more.', next: 'Go back to the list; it shows what is there now.' },
  REFUSED: { what: 'This cannot be done.', next: 'Nothing was changed.' },
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

export const errors = {
  byCode,
  showDetails: 'Show details',
  hideDetails: 'Hide details',
  copyDetails: 'Copy details',
  copied: 'Copied',
  retry: 'Try again',
  reconnect: 'Reconnect',
};
