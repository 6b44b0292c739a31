import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';

const prefix = '.earshot-spool-';

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: there is such a process, it only belongs to someone else.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/**
 * A new folder for this host's uploads and waiting exports, readable by its owner only. What hosts left behind that did
 * not come to their end is removed on the way.
 */
export async function makeSpoolFolder(parent: string): Promise<string> {
  await mkdir(parent, { recursive: true });
  for (const name of await readdir(parent)) {
    const [, pid] = /^\.earshot-spool-(\d+)-\d+$/.exec(name) ?? [];
    if (pid !== undefined && !isRunning(Number(pid))) await rm(join(parent, name), { recursive: true, force: true });
  }
  for (let number = 1; ; number += 1) {
    const folder = join(parent, `${prefix}${process.pid}-${number}`);
    try {
      await mkdir(folder, { mode: 0o700 });
      return folder;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
}
