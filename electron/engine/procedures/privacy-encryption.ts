import { EarshotError } from '#shared/errors.ts';
import type { Session } from '#engine/session.ts';
import { Vault } from '#engine/store/vault.ts';
import { desk } from './desk.ts';

/** Asks for the passphrase again before it is changed or taken away. */
async function mustOpen(vault: Vault, current: string | null): Promise<void> {
  if (current === null || !(await vault.opensWith(current))) throw new EarshotError('WRONG_PASSPHRASE', 'This is not the passphrase of this project. Nothing was changed.');
}

async function setPassphrase(session: Session, { current, next }: { current: string | null; next: string }): Promise<{ recoveryKey: string }> {
  const { file } = session.project;
  if (file.info.readOnly) throw new EarshotError('READ_ONLY', 'This project is open for reading only.');
  if (file.vault !== null) await mustOpen(file.vault, current);
  const { vault, recoveryKey } = file.vault === null ? await Vault.create(file.info.projectId, next) : await file.vault.rewrap(next);
  await file.protect(vault);
  session.changed(['privacy', 'project']);
  return { recoveryKey };
}

export function encryptionProcedures(session: Session) {
  return {
    encryption: desk.privacy.encryption.handler(() => {
      const { db, file: { vault, info } } = { db: session.db, file: session.project.file };
      const copied = `${info.path}-media`;
      const rows = db.all<{ reference: string }>('SELECT reference FROM media');
      const copies = rows.filter(({ reference }) => reference.startsWith(copied)).length;
      return { isEncrypted: vault !== null, linkedRecordings: rows.length - copies, copiedRecordings: copies };
    }),
    setPassphrase: desk.privacy.setPassphrase.handler(({ input }) => setPassphrase(session, input)),
    removePassphrase: desk.privacy.removePassphrase.handler(async ({ input }) => {
      const { file } = session.project;
      if (file.vault === null) return { removed: false };
      await mustOpen(file.vault, input.current);
      await file.protect(null);
      session.changed(['privacy', 'project']);
      return { removed: true };
    }),
  };
}
