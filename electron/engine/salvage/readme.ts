import type { SalvageReport } from '#shared/model/salvage.ts';

type Said = Omit<SalvageReport, 'exportId' | 'name' | 'size'> & { readonly from: string; readonly at: string; readonly isEncrypted: boolean };

/** What was read and what was not, in plain words, for whoever opens the ZIP. */
export function readmeText(said: Said): string {
  const { tables, journal } = said;
  const lines = tables.map(({ name, rows, expected, leftOut }) => {
    const of = expected === null ? 'nothing says how many there were' : `of ${expected}`;
    return `  ${name}: ${rows} ${rows === 1 ? 'row' : 'rows'} read, ${of}${leftOut === 0 ? '' : `; ${leftOut} of them are not in the new project, because what they belong to could not be read`}`;
  });
  const notes = [
    said.unknown.length === 0 ? null : `No rows were found of these tables, and nothing says whether they had any: ${said.unknown.join(', ')}.`,
    said.stray === 0 ? null : `${said.stray} rows are sound, but nothing says what table they are from. They are in "rows of unknown tables.csv" only.`,
    said.emptied === 0 ? null : `${said.emptied} references were emptied, because what they led to could not be read.`,
    said.standInCodes === 0 ? null : `${said.standInCodes} codes could not be read. The new project calls them "Unreadable code", so that their tags stay together; give them their names again.`,
    journal.found === 0 ? null : `${journal.found} changes had been made after the last full save. ${journal.made} of them were made again; all are in "changes.jsonl".`,
    journal.unreadable === 0 ? null : `${journal.unreadable} entries of the log of changes could not be read.`,
    said.isLogKept ? null : 'The record of changes was not whole. The new project begins a record of its own; what is left of the old one is in "command_log.csv". Nothing that was done before can be undone.',
    said.isEncrypted ? 'The damaged project is encrypted, and so is the new one, with the same passphrase. These tables are not: delete them when you need them no more.' : null,
  ];
  return [
    `What could be read of the damaged project "${said.from}", ${said.at.slice(0, 10)}.`, '',
    'The damaged file was not changed. Keep it until you are sure that you have all you need.',
    `A new project, "${said.project.name}", was made of what is here. Recordings are not in either: they stay where they were.`, '',
    `${said.rows} rows were read.`, ...lines, '',
    ...notes.flatMap((note) => (note === null ? [] : [note])), '',
    'A row is given only if it is stored exactly as Earshot stores rows. A letter that was changed into another letter leaves no trace in a file, so look at what matters to you.',
    'An apostrophe before =, +, - or @ keeps spreadsheet programs from running a text. It is not part of the text.', '',
  ].join('\r\n');
}
