import { runDesktopHost } from './desktop-host.ts';
import type { ParentPortLike } from './desktop-host.ts';
import { logToStderr } from './host-log.ts';

// The entry of Electron's utility process; `parentPort` exists in no other kind of process.
const { parentPort } = process as unknown as { parentPort?: ParentPortLike };
if (parentPort === undefined) throw new Error('This file is started by the desktop app, not by hand.');
runDesktopHost({ parent: parentPort, log: logToStderr, onStopped: () => process.exit(0) });
