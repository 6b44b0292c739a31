import { readFileSync } from 'node:fs';
import { hostname } from 'node:os';

/** Who holds a lock: enough to tell whether that process still runs. */
export type ProcessIdentity = {
  readonly pid: number;
  readonly host: string;
  /** Changes with every start of the machine; null where the system does not tell. */
  readonly bootId: string | null;
  /** In ticks since the machine started, so that a reused pid is not taken for its predecessor; null where unknown. */
  readonly startTime: string | null;
};

/** What the store asks of the operating system about processes; tests pretend to be another one. */
export interface ProcessProbe {
  readonly self: ProcessIdentity;
  /** Whether that process runs on this machine. */
  isAlive(process: ProcessIdentity): boolean;
}

function readText(path: string): string | null {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch {
    return null;
  }
}

/** Field 22 of /proc/PID/stat; the name in field 2 may hold anything, so count from behind its bracket. */
function startTimeOf(pid: number): string | null {
  const stat = readText(`/proc/${pid}/stat`);
  return stat === null ? null : (stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null);
}

function pidRuns(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it runs, but as another user.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** This process and its machine. */
export function thisMachine(): ProcessProbe {
  const bootId = readText('/proc/sys/kernel/random/boot_id');
  return {
    self: { pid: process.pid, host: hostname(), bootId, startTime: startTimeOf(process.pid) },
    isAlive: ({ pid, startTime }) => pidRuns(pid) && (startTime === null || startTimeOf(pid) === startTime),
  };
}
