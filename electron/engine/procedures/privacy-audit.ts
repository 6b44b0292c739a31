import type { AuditEntry } from '#shared/model/privacy.ts';
import { verifyChain } from '#engine/log/chain.ts';
import { encoded, exportFile, type ExportFile } from '#engine/export-file.ts';
import { defuseFormula } from '#engine/importers/tables/formula-guard.ts';
import type { Session } from '#engine/session.ts';
import { everyEntry, headOf, readAudit } from '#engine/store/queries/audit.ts';
import { desk } from './desk.ts';

const header = 'seq,at,actor,kind,name,entity,undone,content erased,hash';
const rowsAtOnce = 5000;

/** A cell that no spreadsheet takes for a formula. */
function cell(value: string | number | boolean | null): string {
  const text = value === null ? '' : String(value);
  const safe = defuseFormula(text);
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function line(entry: AuditEntry): string {
  return [entry.seq, entry.at, entry.actor, entry.kind, entry.name, entry.entityId, entry.isUndone, entry.isErased, entry.hash].map(cell).join(',');
}

/** The whole record, some thousand lines in each piece. */
function* auditText(session: Session): Generator<string, void> {
  let lines: string[] = [header];
  for (const entry of everyEntry(session.db)) {
    lines.push(line(entry));
    if (lines.length < rowsAtOnce) continue;
    yield `${lines.join('\r\n')}\r\n`;
    lines = [];
  }
  lines.push(`head,${session.now()},,,,,,,${headOf(session.db)}`);
  yield `${lines.join('\r\n')}\r\n`;
}

const exportAudit = (session: Session): Promise<ExportFile> => exportFile(session.options.files, `${session.project.name} audit.csv`, encoded(auditText(session)));

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
