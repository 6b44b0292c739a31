import { userInfo } from 'node:os';
import type { LogLine } from '#engine/index.ts';

/** Writes warnings and errors to standard error, one line each: codes, ids and numbers, never content. */
export function logToStderr(line: LogLine): void {
  if (line.level === 'info') return;
  const detail = Object.entries(line.detail ?? {}).map(([key, value]) => ` ${key}=${String(value)}`).join('');
  process.stderr.write(`earshot: ${line.level} ${line.code}${detail}\n`);
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
