import { z } from 'zod';
import { addOpportunity } from '#shared/commands/empathy.ts';
import { addTag } from '#shared/commands/tags.ts';
import { EarshotError } from '#shared/errors.ts';
import { CodedMark, type CodingMerge } from '#shared/model/coding.ts';
import type { SourceFile } from '#engine/importers/importer.ts';
import { asFileName, encoded, exportFile, type ExportFile } from '#engine/export-file.ts';
import type { AskedStep, Session } from '#engine/session.ts';
import { codedMarks, codeIdOf, sameMark } from '#engine/store/queries/coding.ts';
import { roleOfTurn } from '#engine/store/queries/empathy.ts';
import { interactionIdOf } from '#engine/store/queries/interactions.ts';

const CodingFile = z.strictObject({ format: z.literal('earshot-coding'), version: z.literal(1), marks: z.array(CodedMark).max(200_000) });

const mostBytes = 128 * 1024 * 1024;

/** Writes what people marked in this project; the host then offers `exportId` for saving. */
export async function exportCoding(session: Session): Promise<ExportFile & { marks: number }> {
  const marks = codedMarks(session.db);
  const content = encoded([JSON.stringify({ format: 'earshot-coding', version: 1, marks })]);
  return { ...(await exportFile(session.options.files, `${asFileName(session.project.name, 'Earshot')} coding.json`, content)), marks: marks.length };
}

/** @throws EarshotError UNREADABLE_FILE for anything but a file of coding */
async function readCoding(file: SourceFile): Promise<CodedMark[]> {
  const unreadable = new EarshotError('UNREADABLE_FILE', `“${file.name}” holds no coding of another project. Choose a file that Earshot wrote.`);
  if (file.size > mostBytes) throw unreadable;
  const pieces: Uint8Array[] = [];
  for await (const piece of file.stream()) pieces.push(piece);
  try {
    return CodingFile.parse(JSON.parse(Buffer.concat(pieces).toString('utf8'))).marks;
  } catch {
    throw unreadable;
  }
}

/**
 * Takes in what another project's coders marked. By id: a mark that is here already and differs is shown as a conflict and
 * left as it is; one that finds no interaction, code or customer's turn is set aside. What is added is one command.
 */
export async function mergeCoding(session: Session, file: SourceFile, dryRun: boolean): Promise<CodingMerge> {
  const merge: CodingMerge = { added: 0, same: 0, conflicts: [], setAside: [] };
  const steps: AskedStep[] = [];
  const seen = new Set<string>();
  for (const theirs of await readCoding(file)) {
    const key = theirs.kind === 'cue' ? `${theirs.interaction} ${theirs.turnSeq} ${theirs.createdBy}` : theirs.id;
    const mine = sameMark(session.db, theirs);
    const step = mine === null ? stepFor(session, theirs) : null;
    if (mine !== null) compare(merge, mine, theirs);
    else if (typeof step === 'string') merge.setAside.push({ mark: theirs, reason: step });
    else if (step !== null && !seen.has(key)) {
      seen.add(key);
      steps.push(step);
    }
  }
  merge.added = steps.length;
  if (!dryRun && steps.length > 0) await session.executeAll(steps, ['tags', 'codebook', 'gap', 'metrics', 'causes', 'project', 'coaching', 'training', 'empathy']);
  return merge;
}

function compare(merge: CodingMerge, mine: CodedMark, theirs: CodedMark): void {
  const [here, there] = [mine as Record<string, unknown>, theirs as Record<string, unknown>];
  const differs = Object.keys(there).filter((field) => field !== 'id' && field !== 'createdAt' && here[field] !== there[field]);
  if (differs.length === 0) merge.same += 1;
  else merge.conflicts.push({ mine, theirs, differs });
}

/** The command that adds a mark here, or why there is no place for it. */
function stepFor(session: Session, mark: CodedMark): AskedStep | CodingMerge['setAside'][number]['reason'] {
  const { db } = session;
  const interactionId = interactionIdOf(db, mark.interaction);
  if (interactionId === undefined) return 'noInteraction';
  const role = mark.turnSeq === null ? null : roleOfTurn(db, interactionId, mark.turnSeq);
  if (role === undefined || (mark.kind === 'cue' && role !== 'customer')) return 'noTurn';
  if (mark.kind === 'cue') {
    const { kind: _kind, interaction: _interaction, ...cue } = mark;
    return { definition: addOpportunity, payload: { ...cue, interactionId } };
  }
  const { kind: _kind, interaction: _interaction, code, ...tag } = mark;
  const codeId = codeIdOf(db, code);
  return codeId === null ? 'noCode' : { definition: addTag, payload: { ...tag, interactionId, codeId } };
}
