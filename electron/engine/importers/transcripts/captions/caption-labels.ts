import { statesVoice } from '#engine/importers/transcripts/speaker-labels.ts';
import { isHeadingName } from '#engine/importers/transcripts/text/text-heading.ts';
import type { DraftTurn } from '#engine/importers/transcripts/interaction-draft.ts';

/** One caption before its speakers are known. `voice` is what the format itself says about the speaker. */
export type Caption = { startMs: number; endMs: number | null; voice: string | null; text: string };

/** How a sound is written; redaction marks such as [PII] or [unintelligible] are speech and stay with their speaker. */
const sound =
  /^[[(♪*][^\])]*(?:music|applause|laugh|silence|noise|beep|ring|dial|hold|typing|keyboard|sound|background|pause|static|cough|sigh|chime|click|♪)[^\])]*[\])♪*]$/iu;

/** `>> ALICE: Hi`, `- Agent: Hi`, `[Tom]: Hi`, `[Agent] Hi`, `Priya Nair: Hi`. The name is short and is followed by something. */
const labelled = /^(>>+ ?)?(?:[-–—] ?)?(?:\[([^\][\n]{1,60})\][ \t]*(:?)|([\p{L}\p{N}][^:\n<>[\]"“”?!;]{0,60}?)[ \t]*:)[ \t]+(?=\S)/u;

const maxNameWords = 4;
const maxSoundLength = 120;

/**
 * Captions to turns. A label in the text (`Name: ...`) counts when it is a role, stands behind `>>`, comes twice, or most
 * captions have one; a caption without a label then continues the speaker before it. One caption with two labels gives two turns.
 */
export function turnsOfCaptions(captions: readonly Caption[]): DraftTurn[] {
  const lines = captions.map((caption) => (caption.voice === null ? splitLines(caption.text) : []));
  const accepted = acceptedLabels(lines.flat());
  const turns: DraftTurn[] = [];
  let speaker = '';
  captions.forEach((caption, index) => {
    const times = { startMs: caption.startMs, endMs: caption.endMs };
    if (caption.voice !== null) {
      turns.push({ ...times, speaker: caption.voice, text: caption.text });
      return;
    }
    for (const part of joinUnlabelled(lines[index] ?? [], accepted)) {
      if (part.label !== null) speaker = part.label;
      if (part.text.length <= maxSoundLength && sound.test(part.text.trim())) turns.push({ ...times, speaker: 'Sound', role: 'system', text: part.text });
      else turns.push({ ...times, speaker: speaker === '' ? 'Speaker' : speaker, text: part.text });
    }
  });
  return turns;
}

type Line = { label: string | null; isMarked: boolean; text: string; raw: string };

function splitLines(text: string): Line[] {
  return text.split('\n').map((raw): Line => {
    const match = labelled.exec(raw);
    const label = (match?.[2] ?? match?.[4] ?? '').trim();
    if (match === null || label.split(/\s+/).length > maxNameWords) return { label: null, isMarked: false, text: withoutMarker(raw), raw };
    if (match[3] === '' && !statesVoice(label)) return { label: null, isMarked: false, text: withoutMarker(raw), raw };
    return { label, isMarked: match[1] !== undefined, text: raw.slice(match[0].length), raw };
  });
}

function acceptedLabels(lines: readonly Line[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  let labelledLines = 0;
  for (const { label } of lines) {
    if (label === null) continue;
    labelledLines++;
    counts.set(label, (counts.get(label) ?? 0) + 1);
  }
  const isUsual = labelledLines >= lines.length * 0.6;
  const accepted = new Set<string>();
  for (const { label, isMarked } of lines) {
    if (label === null) continue;
    const isKnown = statesVoice(label);
    if (isKnown || isMarked || (looksLikeName(label) && (isUsual || (counts.get(label) ?? 0) > 1))) accepted.add(label);
  }
  return accepted;
}

/** Capital letter (or a script without case) in front: `the thing is:` is a sentence, not a name. */
function looksLikeName(label: string): boolean {
  return /^[\p{Lu}\p{Lt}\p{Lo}\p{N}]/u.test(label) && /\p{L}/u.test(label) && !isHeadingName(label);
}

function joinUnlabelled(lines: readonly Line[], accepted: ReadonlySet<string>): { label: string | null; text: string }[] {
  const parts: { label: string | null; text: string }[] = [];
  for (const line of lines) {
    const isLabelled = line.label !== null && accepted.has(line.label);
    const last = parts.at(-1);
    if (isLabelled || last === undefined) parts.push({ label: isLabelled ? line.label : null, text: isLabelled ? line.text : withoutMarker(line.raw) });
    else last.text += `\n${line.raw}`;
  }
  return parts;
}

function withoutMarker(text: string): string {
  return text.replace(/^>>+ ?/, '');
}
