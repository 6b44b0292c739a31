import { nodeFileSystem } from '#engine/store/file-system.ts';
import { Lock } from '#engine/store/lock.ts';
import { thisMachine } from '#engine/store/process-identity.ts';

/* Runs in a process of its own and races for a lock whenever it is told to: `{ path, nonce }` in, whether it won out. */

let held: Lock | null = null;

process.on('message', (message: { path: string; nonce: string } | 'release') => {
  if (message === 'release') {
    held?.release();
    held = null;
    process.send?.('released');
    return;
  }
  try {
    held = Lock.acquire({ fileSystem: nodeFileSystem, path: message.path, clock: () => new Date(), newNonce: () => message.nonce, probe: thisMachine(), takeOver: false });
    process.send?.(held.isOurs() ? 'won' : 'won without owning');
  } catch (error) {
    process.send?.(error instanceof Error && 'code' in error && error.code === 'PROJECT_LOCKED' ? 'lost' : String(error));
  }
});
