const journalLimit = 8 * 1024 * 1024;
const idleLimitMs = 5 * 60_000;

/** Backups are at least this far apart, and no command is in none for longer (total loss then costs under 15 minutes). */
export const backupIntervalMs = 14 * 60_000;

export type BackupActivity = {
  readonly nowMs: number;
  /** When the oldest command was made that is in no backup; null if there is none. */
  readonly oldestUnbackedAtMs: number | null;
  readonly lastBackupAtMs: number | null;
};

export type Activity = BackupActivity & {
  /** Bytes. */
  readonly journalSize: number;
  readonly hasNewCommands: boolean;
  readonly lastCommandAtMs: number;
};

/** Why a snapshot should be written now; null if it need not. */
export function checkpointReason(activity: Activity): 'journal' | 'idle' | 'backup' | null {
  const { nowMs, oldestUnbackedAtMs } = activity;
  if (mayBackUp(activity) && oldestUnbackedAtMs !== null && nowMs - oldestUnbackedAtMs >= backupIntervalMs) return 'backup';
  if (!activity.hasNewCommands) return null;
  if (activity.journalSize >= journalLimit) return 'journal';
  return nowMs - activity.lastCommandAtMs >= idleLimitMs ? 'idle' : null;
}

/** Whether a snapshot that was just written is worth a backup: it holds something new, and the last one is old enough. */
export function mayBackUp({ nowMs, oldestUnbackedAtMs, lastBackupAtMs }: BackupActivity): boolean {
  return oldestUnbackedAtMs !== null && (lastBackupAtMs === null || nowMs - lastBackupAtMs >= backupIntervalMs);
}
