import { userInfo } from 'node:os';
import type { LogLine } from '#engine/index.ts';

function write(line: LogLine): void {
  const detail = Object.entries(line.detail ?? {}).map(([key, value]) => ` ${key}=${String(value).replace(/\s+/g, ' ')}`).join('');
  process.stderr.write(`earshot: ${line.level} ${line.code}${detail}\n`);
}

const isDebugging = process.env['EARSHOT_DEBUG'] !== undefined;

/** Lines that help to make Earshot faster and tell its user nothing. */
const forDevelopers = new Set(['SLOW_QUERY']);

/** Writes warnings and errors to standard error, one line each: codes, ids and numbers, never content. */
export function logToStderr(line: LogLine): void {
  if (isDebugging || (line.level !== 'info' && !forDevelopers.has(line.code))) write(line);
}

/** The same for a command line, whose standard error is read by people: only what failed, unless EARSHOT_DEBUG is set. */
export function logErrorsToStderr(line: LogLine): void {
  if (line.level === 'error' || isDebugging) write(line);
}

/** Who is working, as the operating system names them; the command log needs a name. */
export function systemActor(): string {
  try {
    return userInfo().username || 'unknown';
  } catch {
    // A user id without an entry in the system's list of users, as in some containers.
    return 'unknown';
  }
}
