import type { AuditEntry } from '#shared/model/privacy.ts';
import { verifyChain } from '#engine/log/chain.ts';
import type { Session } from '#engine/session.ts';
import { everyEntry, headOf, readAudit } from '#engine/store/queries/audit.ts';
import { desk } from './desk.ts';

const header = 'seq,at,actor,kind,name,entity,undone,content erased,hash';
const rowsAtOnce = 5000;

/** A cell that no spreadsheet takes for a formula. */
function cell(value: string | number | boolean | null): string {
  const text = value === null ? '' : String(value);
  const safe = /^[\s"']*[=+\-@\t\r\n\0＝＋－＠]/.test(text) ? `'${text}` : text;
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function line(entry: AuditEntry): string {
  return [entry.seq, entry.at, entry.actor, entry.kind, entry.name, entry.entityId, entry.isUndone, entry.isErased, entry.hash].map(cell).join(',');
}

async function exportAudit(session: Session) {
  const name = `${session.project.name} audit.csv`;
  const sink = await session.options.files.openExport(name);
  try {
    let lines: string[] = [header];
    for (const entry of everyEntry(session.db)) {
      lines.push(line(entry));
      if (lines.length >= rowsAtOnce) {
        await sink.write(Buffer.from(`${lines.join('\r\n')}\r\n`));
        lines = [];
      }
    }
    lines.push(`head,${session.now()},,,,,,,${headOf(session.db)}`);
    await sink.write(Buffer.from(`${lines.join('\r\n')}\r\n`));
    return { ...(await sink.finish()), name };
  } catch (error) {
    await sink.discard();
    throw error;
  }
}

export function auditProcedures(session: Session) {
  return {
    audit: desk.privacy.audit.handler(({ input }) => readAudit(session.db, input)),
    verifyAudit: desk.privacy.verifyAudit.handler(async () => {
      const { info, db } = session.project.file;
      const head = headOf(db);
      return { ...(await verifyChain(db, { projectId: info.projectId, lastSeq: info.lastSeq, head })), head };
    }),
    exportAudit: desk.privacy.exportAudit.handler(() => exportAudit(session)),
  };
}
