import type { TranscriptImporter } from '#engine/importers/importer.ts';
import { amazonCallAnalytics } from '#engine/importers/transcripts/amazon/call-analytics.ts';
import { srt } from '#engine/importers/transcripts/captions/srt.ts';
import { webVtt } from '#engine/importers/transcripts/captions/webvtt.ts';
import { harperValleyMetadata } from '#engine/importers/transcripts/harper-valley/harper-valley-metadata.ts';
import { harperValleyTranscript } from '#engine/importers/transcripts/harper-valley/harper-valley-transcript.ts';
import { labelledText } from '#engine/importers/transcripts/text/labelled-text.ts';

/** Every transcript format Earshot reads, special before general: of two equally sure importers the earlier one reads the file. */
export const transcriptImporters: readonly TranscriptImporter[] = [
  webVtt,
  srt,
  amazonCallAnalytics,
  harperValleyTranscript,
  harperValleyMetadata,
  labelledText,
];
