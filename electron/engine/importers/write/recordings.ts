import { readAudioHeader } from '#engine/audio/audio-header.ts';
import { readFileName } from '#engine/audio/file-name-pattern.ts';
import type { ImportTally } from '../import-tally.ts';
import { UnreadableFileError, type SourceFile } from '../importer.ts';
import type { References } from './references.ts';
import { insert, upsert, type WriteContext } from './upsert.ts';

/** Joins recordings to interactions by their file names. The sound itself stays where it is; only the reference is kept. */
export class RecordingWriter {
  /** @param how `patterns`: how recordings are named, tried in this order */
  constructor(private readonly context: WriteContext, private readonly references: References, private readonly how: { tally: ImportTally; patterns: readonly string[] }) {}

  async write(source: SourceFile, contentHash: string): Promise<'imported' | 'set-aside'> {
    try {
      const header = await readAudioHeader(source);
      const interactionId = this.#interactionOf(source, header.durationMs);
      insert(this.context, 'media', {
        interaction_id: interactionId, name: source.name, reference: source.reference, size: source.size, content_hash: contentHash,
        format: header.codec, playable: header.playable, duration_ms: header.durationMs, channels: header.channels, sample_rate: header.sampleRate,
      });
      this.how.tally.count('recordings', 'new');
      return 'imported';
    } catch (error) {
      if (!(error instanceof UnreadableFileError)) throw error;
      this.how.tally.setAside({ file: source.name, ...error.problem });
      return 'set-aside';
    }
  }

  /** The interaction that the name speaks of; a recording that nobody spoke of yet is an interaction without a transcript. */
  #interactionOf(source: SourceFile, durationMs: number | null): string {
    const fields = readFileName(source.name, this.how.patterns);
    const ids = fields?.ids ?? [];
    for (const id of ids) {
      const found = this.references.interaction(id);
      if (found) {
        upsert(this.context, 'interaction', { key: { external_id: id }, fill: { duration_ms: durationMs } });
        return found.id;
      }
    }
    const { id, written } = upsert(this.context, 'interaction', {
      key: { external_id: ids[0] ?? source.name },
      fill: {
        channel: 'phone', duration_ms: durationMs, agent_id: this.references.agent(fields?.agent), customer_id: this.references.customer(fields?.customer),
        // A name carries the recorder's local time without a zone; it is kept as it stands, marked as UTC.
        started_at: fields?.startedAt ? `${fields.startedAt.replace(/Z?$/, 'Z')}` : null,
      },
      merge: { fields: fields?.fields ?? {} },
    });
    this.how.tally.count('interactions', written);
    return id;
  }
}
