import { isAbsolute, resolve } from 'node:path';

const maxPath = 4096;

/**
 * The project files among the arguments of a start, as absolute paths. Arguments are data: options are skipped, what
 * does not end in `.earshot` is skipped, nothing is run.
 */
export function projectArguments(argv: readonly string[], workingFolder: string): string[] {
  return argv.slice(1)
    .filter((argument) => argument.endsWith('.earshot') && !argument.startsWith('-') && argument.length <= maxPath && !argument.includes('\0'))
    // A network address could make this computer log in elsewhere.
    .filter((argument) => !/^(\\\\|\/\/|[a-z][a-z0-9+.-]+:\/\/)/i.test(argument))
    .map((argument) => (isAbsolute(argument) ? argument : resolve(workingFolder, argument)));
}
