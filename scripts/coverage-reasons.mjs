// Why branches are left that no test takes: the first rule whose pattern fits "file kind code" explains it. scripts/coverage.mjs prints them.
// Rules that name files say what is left there as a whole; they do not vouch for each line.

/** @type {readonly (readonly [reason: string, pattern: RegExp])[]} */
export const reasons = [
  ['a system that is not here (Windows)', /win32/],
  ['a guard against a mistake of our own: it throws where the types cannot rule the case out', /throw new Error\(|=> new Error\(|No reader for tables/],
  ['the test’s own process would have to die, or is another process (locks, children, the desktop’s engine)', /store\/(lock|process-identity|exclusive-work)\.ts|engine-process|project-arguments/],
  ['store: a disk that fails between two calls or at one that follows a failure, or remains of a kind that no test leaves', /store\/(durability|checkpoint|journal|snapshot|backups|file-system|evidence|upkeep|recovery|recovery-offers|load|memory-trust|open-project|project-session|read-only-project|save-copy|read-back|purge|verify|memory-file|sql-js|database)\.ts|log\/command-queue/],
  ['guards: a socket or a stream that breaks at a moment that a test cannot choose, or the browser of a real start', /hosts\/(web|gate|web-guard|silenced-stream|media-response)|main\//],
  ['an older kind of command or record, of which there is none yet', /log\/(apply|chain|record|undo|handler)/],
  ['something thrown that is no Error, or no refusal: handed on as it is', /instanceof (Error|UnreadableFileError)/],
  ['a fallback for a value that is always there by the time it is read; the types of lists, maps and matches ask for it', /\?\?:|default:/],
  ['a limit so high that reaching it costs gigabytes or minutes (long lines, many columns, remembered zones)', /MAX_|max[A-Z]\w*|looked\.|breathe|\.size >=|size >/],
  ['another kind of record than the one being put together: the list of kinds makes it impossible', /kind (===|!==) '/],
  ['parsers: an odd file that no test brings; mutants see that the likes of it do no harm', /importers\/|interchange\/|audio\//],
];

/** @returns the reason, or null where nobody has given one */
export function reasonFor(branch) {
  return reasons.find(([, pattern]) => pattern.test(branch))?.[0] ?? null;
}
