import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { procedure } from './errors.ts';
import { JobProgress } from '../model/job.ts';
import { ProjectEntry, ProjectInfo } from '../model/project.ts';
import { ProjectState, SalvageReport } from '../model/salvage.ts';

const passphrase = z.string().min(1).max(1000).optional();

/** The project file: open, create, undo, verify. */
export const project = {
  /** The projects that this host can open, most recent first. */
  list: procedure.output(z.array(ProjectEntry)),
  /** Makes a new project beside the others and opens it: with the sample data if asked, else with Earshot's codebook unless it is to be empty. */
  create: procedure
    .input(z.strictObject({ name: z.string().min(1).max(100), sample: z.boolean(), codebook: z.enum(['default', 'empty']).optional() }))
    .output(eventIterator(JobProgress, ProjectInfo)),
  /** An encrypted project asks for its passphrase (PASSPHRASE_NEEDED); its recovery key does as well. */
  open: procedure
    /** `stateId`: of a damaged project, the state that the person chose to go on from. */
    .input(z.strictObject({ id: z.string().max(200), passphrase, stateId: z.string().max(200).optional() })).output(ProjectInfo),
  /** The states that a damaged project (PROJECT_DAMAGED) can go on from, best first; none where nothing good is left. Writes nothing. */
  states: procedure.input(z.strictObject({ id: z.string().max(200), passphrase })).output(z.array(ProjectState)),
  /**
   * Reads whatever can be read of a damaged project into a new project beside it and a ZIP of tables. The damaged one is only
   * read; no project may be open. PROJECT_DAMAGED where not one row is left.
   */
  salvage: procedure.input(z.strictObject({ id: z.string().max(200), passphrase })).output(eventIterator(JobProgress, SalvageReport)),
  close: procedure.output(z.object({ closed: z.boolean() })),
  /** Closes an encrypted project and forgets its key, without anything being lost; `open` with its passphrase goes on. */
  lock: procedure.output(z.object({ locked: z.boolean() })),
  /** The project that waits for its passphrase because it was locked, by hand or after a time without use; or null. */
  locked: procedure.output(z.object({ id: z.string(), name: z.string() }).nullable()),
  /** Somebody is using the page. Answers how long it may be left alone before the project locks; null where it never does. */
  present: procedure.output(z.object({ locksInMs: z.number().min(0).nullable() })),
  /** The open project, or null. */
  info: procedure.output(ProjectInfo.nullable()),
  /** Takes the last change back; a change is never forgotten, the log gains its inverse. */
  undo: procedure.output(z.object({ undone: z.string(), interactionId: z.string().nullable() })),
  redo: procedure.output(z.object({ redone: z.string(), interactionId: z.string().nullable() })),
  /** Hashes, chain, integrity, foreign keys. */
  verify: procedure.output(z.object({ ok: z.boolean(), checks: z.array(z.object({ name: z.string(), ok: z.boolean(), detail: z.string() })) })),
  /** One event after every durable change, naming the nouns whose answers are stale. */
  changes: procedure.output(eventIterator(z.object({ nouns: z.array(z.string()), savedAt: z.string() }))),
};
