// Why branches are left that no test takes. In store, vault and guards each branch has a reason of its own, known by its
// file and a piece of its line; a branch without one is told as not explained, a reason without a branch as not needed.
// In the parsers, where there are many, a reason is told for a kind of branch. scripts/coverage.mjs prints them.

const windows = 'a system that is not here (Windows)';
const noProc = 'a system without /proc (macOS, Windows), or a process that ends between two looks at it';
const ours = 'a guard against a mistake of our own: it throws where the types cannot rule the case out';
const types = 'a value for the types: what is read there was put there a line before, or matched by the pattern';

/** @type {readonly (readonly [reason: string, file: string, piece: string])[]} */
export const ofOneBranch = [
  [windows, 'store/checkpoint.ts', "process.platform === 'win32' ? [10"],
  [`${windows}: elsewhere a rename is not tried again, so that nobody asks why it failed`, 'store/checkpoint.ts', 'delayMs === undefined ||'],
  [windows, 'store/file-system.ts', "process.platform === 'win32') return"],
  [noProc, 'store/process-identity.ts', '} catch {'],
  [noProc, 'store/process-identity.ts', 'stat === null ? null'],
  [ours, 'store/durability.ts', 'The project has no journal yet.'],
  [ours, 'store/project-session.ts', 'A reversal was planned without steps.'],
  [ours, 'store/recovery.ts', 'A project file on its own needs its seal.'],
  [ours, 'store/upkeep.ts', 'There is no snapshot to back up yet.'],
  [ours, 'store/vault.ts', 'Pieces that are encrypted must be whole chunks.'],
  [types, 'store/backups.ts', "hashStart ?? ''"],
  [types, 'store/vault.ts', 'match(/.{5}/g) ?? []'],
  ['a journal throws nothing but its own error, except where encrypting a frame fails for want of memory; then the change is kept as after a failed write', 'store/durability.ts', 'error instanceof JournalError ? error.failure'],
  ['for the types: nobody appends no frames', 'store/journal.ts', 'lastSeqOf(frames) ?? this.#durableSeq'],
  ['a journal that failed to sync is never handed a frame: the queue saves what is kept first, which makes a new journal', 'store/journal.ts', 'if (this.#isDead) throw'],
  ['SQLite refuses to roll back only where nothing is open, which is let pass; any other complaint would be a fault of the library', 'store/database.ts', 'no transaction is active|no such savepoint'],
  ['another engine that starts in the same moment; sql.js starts one in a process, before any test could start another', 'store/sql-js.ts', 'binary.byteLength !== wasmSize'],
  ['sql.js throws a bare text for statements and databases that were closed; all of ours are asked through a cache that is emptied first', 'store/sql-js.ts', 'error instanceof Error ? error : new Error'],
  ['an error without a code never comes from a disk; told all the same rather than swallowed', 'store/store-error.ts', "'code' in error ? String(error.code) : ''"],
  ['an error without a code never comes from a disk; told all the same rather than swallowed', 'store/store-error.ts', "code === '' ? ''"],
  ['scrypt fails only for want of 128 MiB of memory', 'store/vault.ts', 'error === null ? resolve(key) : reject'],
  ['64 connections that are all busy with an answer at once, none of them waiting', 'hosts/web/connections.ts', 'oldest === undefined'],
  ['a client that breaks off in the middle of a request that cannot be understood: the socket is gone before anybody can answer', 'hosts/web/http-server.ts', 'else socket.destroy();'],
  ['an answer that fails after it was begun (the disk, or the client, breaks off): the line is written and the socket ended', 'hosts/web/http-server.ts', 'answerRoute(verdict.route'],
  ['a socket that breaks in the moment in which it is refused', 'hosts/web/http-server.ts', "socket.on('error', () => socket.destroy())"],
  ['a recording that vanishes or breaks while it is sent', 'hosts/web/routes.ts', 'sending.catch(() => response.destroy())'],
  [types, 'hosts/web/routes.ts', "?? 'application/octet-stream'"],
  ['the stepping stone for the browser that Earshot starts itself, which tests do not start; what may come this way is the guard’s, and tested there', 'hosts/web/routes.ts', 'function sendOpening'],
  ['the stepping stone for the browser that Earshot starts itself, which tests do not start; what may come this way is the guard’s, and tested there', 'hosts/web/routes.ts', "case 'opening':"],
  ['sockets are let in by another door; the list of routes is one, so that the types ask', 'hosts/web/routes.ts', "case 'rpc':"],
  ['ws hands a text over as one piece; as several only where it was told to', 'hosts/web/socket-door.ts', '!Buffer.isBuffer(data)'],
  ['five seconds without a word: a test would have to wait for them', 'hosts/web/socket-door.ts', 'setTimeout(() => socket.close'],
  ['an upload of more than 4 GiB that did not say so beforehand', 'hosts/web/upload.ts', 'received > limit'],
  ['an upload of more than 4 GiB that did not say so beforehand', 'hosts/web/upload.ts', 'error instanceof TooLargeError'],
  ['a disk that is full while an upload is written into the spool', 'hosts/web/upload.ts', "=== 'ENOSPC'"],
];

/** @type {readonly (readonly [reason: string, pattern: RegExp])[]} */
const ofParsers = [
  ['a guard against a mistake of our own: it throws where the types cannot rule the case out', /throw new Error\(|=> new Error\(|No reader for tables/],
  ['something thrown that is no Error, or no refusal: handed on as it is', /instanceof (Error|UnreadableFileError)/],
  ['a fallback for a value that is always there by the time it is read; the types of lists, maps and matches ask for it', /\?\?:|default:/],
  ['a limit so high that reaching it costs gigabytes or minutes (long lines, many columns, remembered zones)', /MAX_|max[A-Z]\w*|looked\.|breathe|\.size >=|size >/],
  ['another kind of record than the one being put together: the list of kinds makes it impossible', /kind (===|!==) '/],
  ['parsers: an odd file that no test brings; mutants see that the likes of it do no harm', /./],
];

const isParsers = /^electron\/engine\/(importers|interchange|audio)\//;

/** @returns the reason of a branch ("file:line kind: code"), or null where nobody has given one */
export function reasonFor(branch) {
  if (isParsers.test(branch)) return ofParsers.find(([, pattern]) => pattern.test(branch))?.[0] ?? null;
  return ofOneBranch.find((one) => isOf(one, branch))?.[0] ?? null;
}

/** @returns those of the reasons, as "file: piece", that none of these branches needs */
export function unneeded(branches) {
  return ofOneBranch.filter((one) => !branches.some((branch) => isOf(one, branch))).map(([, file, piece]) => `${file}: ${piece}`);
}

function isOf([, file, piece], branch) {
  const [place = '', code = ''] = [branch.slice(0, branch.indexOf(':')), branch.slice(branch.indexOf(':'))];
  return place.endsWith(`/${file}`) && code.includes(piece);
}
