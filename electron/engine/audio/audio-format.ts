import { UnreadableFileError } from '#engine/importers/importer.ts';

export type AudioFormat = 'wav' | 'mp3' | 'm4a' | 'ogg' | 'flac' | 'webm' | 'aac' | 'amr' | 'wma' | '3gp' | 'aiff' | 'au' | 'caf';

/** What a recording says about itself. Times in milliseconds, rates in hertz; `reason` says why it cannot be played. */
export type AudioHeader = {
  format: AudioFormat;
  codec: string;
  durationMs: number | null;
  channels: number | null;
  sampleRate: number | null;
  playable: boolean;
  reason: string | null;
};

/** A refusal with one sentence. */
export function audioUnreadable(code: string, message: string, found: string | null = null): UnreadableFileError {
  return new UnreadableFileError({ row: null, column: null, code, found, expected: 'a recording', message });
}
