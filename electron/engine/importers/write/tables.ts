import type { Mapping, TableKind } from '#shared/model/import-mapping.ts';
import type { JobHandle } from '#engine/jobs.ts';
import type { ImportTally } from '../import-tally.ts';
import { UnreadableFileError, type SourceFile } from '../importer.ts';
import type { TableBatch } from '../reading/looked-at.ts';
import type { SurveyRecord, TableRecord } from '../tables/records.ts';
import { writeEvaluation, writeTag } from './linked-records.ts';
import type { References } from './references.ts';
import { writeInSlices } from './slices.ts';
import type { SurveyWriter } from './survey.ts';
import { writeAgent, writeBelief, writeCode, writeCost, writeCustomer, writeInteraction, writeInvitation, writeOwner, writePurchase, type Outcome } from './table-records.ts';
import { writeTranscript } from './transcript.ts';
import type { WriteContext } from './upsert.ts';

/** Kinds in the order in which they need each other: who and what first, then what happened, then what was said of it. */
export const orderOfKinds: readonly TableKind[] = [
  'customers', 'agents', 'codebook', 'owners', 'interactions', 'turns', 'quality_scores', 'surveys', 'survey_invitations', 'belief_poll', 'purchases', 'costs', 'tags',
];

type Writers = { references: References; surveys: SurveyWriter; tally: ImportTally };

/** Writes the records of tables. */
export class TableWriter {
  constructor(private readonly context: WriteContext, private readonly writers: Writers) {}

  /** Writes what is read of one table, piece by piece. */
  async read(source: SourceFile, pieces: AsyncIterable<TableBatch>, { mapping, job }: { mapping: Mapping; job: JobHandle }): Promise<{ importer: string; read: number }> {
    let read = 0;
    try {
      for await (const { items, share } of pieces) {
        read += await this.#writeItems(source.name, { items, job });
        job.report({ phase: 'writing', done: read, total: share === null || share === 0 ? null : Math.round(read / share), item: source.name });
        await job.breathe();
      }
    } catch (error) {
      if (!(error instanceof UnreadableFileError)) throw error;
      this.writers.tally.setAside({ file: source.name, ...error.problem });
    }
    return { importer: `table:${mapping.kind}`, read };
  }

  /** @returns how many records were written */
  async #writeItems(file: string, { items, job }: { items: TableBatch['items']; job: JobHandle }): Promise<number> {
    const { tally } = this.writers;
    let written = 0;
    await writeInSlices(this.context, job, {
      items,
      write: (item) => {
        if ('problem' in item) {
          tally.setAside(item.problem);
          return;
        }
        const { record } = item;
        const outcome = this.#write(record);
        if (typeof outcome === 'string') {
          tally.count(record.kind, outcome);
          written += 1;
        } else tally.setAside({ file, row: record.row, ...outcome.refused });
      },
    });
    return written;
  }

  #write(record: TableRecord): Outcome {
    const { context, writers: { references, surveys } } = this;
    switch (record.kind) {
      case 'interactions': return writeInteraction(context, references, record);
      case 'customers': return writeCustomer(context, record);
      case 'agents': return writeAgent(context, record);
      case 'surveys': return surveys.write(surveyInput(record));
      case 'survey_invitations': return writeInvitation(context, references, record);
      case 'quality_scores': return writeEvaluation(context, references, record);
      case 'belief_poll': return writeBelief(context, record);
      case 'purchases': return writePurchase(context, references, record);
      case 'costs': return writeCost(context, record);
      case 'owners': return writeOwner(context, record);
      case 'codebook': return writeCode(context, record);
      case 'tags': return writeTag(context, references, record);
      case 'turns': return writeTranscript(context, references, { parsed: record.interaction, format: 'table' }).written;
    }
  }
}

function surveyInput(record: SurveyRecord) {
  return {
    externalId: record.externalId, interactionExternalId: record.interactionExternalId ?? null, customerExternalId: record.customerExternalId ?? null,
    sentAt: record.sentAt ?? null, answeredAt: record.answeredAt ?? null, comment: record.comment ?? null,
    answers: record.answers.map(({ item, value, text }) => ({ ...item, value, text })),
  };
}
