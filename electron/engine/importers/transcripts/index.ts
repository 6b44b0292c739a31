import type { TranscriptImporter } from '#engine/importers/importer.ts';
import { abcdChat } from '#engine/importers/transcripts/abcd-chat.ts';
import { amazonCallAnalytics } from '#engine/importers/transcripts/amazon/call-analytics.ts';
import { contactLensChat, contactLensVoice } from '#engine/importers/transcripts/amazon/contact-lens.ts';
import { amazonDataAutomation } from '#engine/importers/transcripts/amazon/data-automation.ts';
import { amazonTranscribe } from '#engine/importers/transcripts/amazon/transcribe-batch.ts';
import { elan } from '#engine/importers/transcripts/annotation/elan.ts';
import { praatTextGrid } from '#engine/importers/transcripts/annotation/textgrid.ts';
import { azureConversation } from '#engine/importers/transcripts/azure/azure-conversation.ts';
import { azureSpeech } from '#engine/importers/transcripts/azure/azure-speech.ts';
import { bbcKaldi } from '#engine/importers/transcripts/bbc/bbc-kaldi.ts';
import { digitalPaperEdit } from '#engine/importers/transcripts/bbc/digital-paper-edit.ts';
import { sbv } from '#engine/importers/transcripts/captions/sbv.ts';
import { srt } from '#engine/importers/transcripts/captions/srt.ts';
import { ttml } from '#engine/importers/transcripts/captions/ttml.ts';
import { webVtt } from '#engine/importers/transcripts/captions/webvtt.ts';
import { wordTranscript } from '#engine/importers/transcripts/docx/word-transcript.ts';
import { genesysCloud } from '#engine/importers/transcripts/genesys-cloud.ts';
import { googleCcaiConversation } from '#engine/importers/transcripts/google/ccai-conversation.ts';
import { googleSpeechToText } from '#engine/importers/transcripts/google/google-speech-to-text.ts';
import { harperValleyMetadata } from '#engine/importers/transcripts/harper-valley/harper-valley-metadata.ts';
import { harperValleyTranscript } from '#engine/importers/transcripts/harper-valley/harper-valley-transcript.ts';
import { eml } from '#engine/importers/transcripts/mail/eml.ts';
import { mbox } from '#engine/importers/transcripts/mail/mbox.ts';
import { assemblyAi } from '#engine/importers/transcripts/recognisers/assemblyai.ts';
import { deepgram } from '#engine/importers/transcripts/recognisers/deepgram.ts';
import { ibmWatson } from '#engine/importers/transcripts/recognisers/ibm-watson.ts';
import { pocketSphinx } from '#engine/importers/transcripts/recognisers/pocketsphinx.ts';
import { rev } from '#engine/importers/transcripts/recognisers/rev.ts';
import { speechmatics } from '#engine/importers/transcripts/recognisers/speechmatics.ts';
import { labelledText } from '#engine/importers/transcripts/text/labelled-text.ts';
import { whisperCpp } from '#engine/importers/transcripts/whisper/whisper-cpp.ts';
import { whisperJson } from '#engine/importers/transcripts/whisper/whisper-json.ts';
import { whisperTsv } from '#engine/importers/transcripts/whisper/whisper-tsv.ts';

/** Every transcript format Earshot reads, special before general: of two equally sure importers the earlier one reads the file. */
export const transcriptImporters: readonly TranscriptImporter[] = [
  webVtt,
  srt,
  sbv,
  ttml,
  whisperTsv,
  amazonCallAnalytics,
  contactLensVoice,
  contactLensChat,
  amazonDataAutomation,
  harperValleyTranscript,
  harperValleyMetadata,
  genesysCloud,
  azureSpeech,
  azureConversation,
  googleCcaiConversation,
  deepgram,
  assemblyAi,
  speechmatics,
  rev,
  ibmWatson,
  googleSpeechToText,
  amazonTranscribe,
  bbcKaldi,
  digitalPaperEdit,
  pocketSphinx,
  abcdChat,
  whisperCpp,
  whisperJson,
  praatTextGrid,
  elan,
  mbox,
  eml,
  wordTranscript,
  labelledText,
];
