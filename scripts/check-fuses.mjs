// Reads the nine fuses back from a packed program file and compares them with what is stated here.
// Use: node scripts/check-fuses.mjs dist/linux-unpacked/earshot
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

const sentinel = Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX');
const on = '1';
const off = '0';

/** The nine fuses in the order of the file, and how each must stand. A tenth makes the check fail, so that it gets a decision. */
export const statedFuses = [
  ['RunAsNode', off], ['EnableCookieEncryption', on], ['EnableNodeOptionsEnvironmentVariable', off], ['EnableNodeCliInspectArguments', off],
  ['EnableEmbeddedAsarIntegrityValidation', on], ['OnlyLoadAppFromAsar', on], ['LoadBrowserProcessSpecificV8Snapshot', off],
  ['GrantFileProtocolExtraPrivileges', off], ['WasmTrapHandlers', on],
];

/** What is wrong with the fuses of a program file; empty when all stand as stated. */
export function fuseProblems(file) {
  const at = file.indexOf(sentinel);
  if (at === -1) return ['This file has no fuses; is it the program file of the package?'];
  const version = file[at + sentinel.length];
  if (version !== 1) return [`The fuses are of version ${version}; this check knows version 1.`];
  const count = file[at + sentinel.length + 1] ?? 0;
  const wire = file.subarray(at + sentinel.length + 2, at + sentinel.length + 2 + count).toString('latin1');
  const wrong = statedFuses.flatMap(([name, state], index) => (wire[index] === state ? [] : [`${name} is ${wire[index] ?? 'missing'}, not ${state}.`]));
  return count === statedFuses.length ? wrong : [...wrong, `There are ${count} fuses, not ${statedFuses.length}.`];
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const [, , path] = process.argv;
  if (path === undefined) throw new Error('Name the program file of the package.');
  const problems = fuseProblems(readFileSync(path));
  for (const problem of problems) console.error(problem);
  if (problems.length === 0) console.log('All nine fuses stand as stated.');
  process.exitCode = problems.length === 0 ? 0 : 1;
}
