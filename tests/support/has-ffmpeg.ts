import { execFileSync } from 'node:child_process';

/** Whether recordings in every format can be made on this machine. */
export function hasFfmpeg(): boolean {
  try {
    execFileSync('ffmpeg', ['-version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
