import { textHashOf } from './dialogue/conversation.ts';
import { agentVoices, scriptId, scripts } from './scripts/all-scripts.ts';
import type { Voice } from './scripts/script.ts';

/** One call to be spoken: the words, the voices and the waits, for `make-audio.mjs`. */
export type Recording = {
  id: string; textHash: number;
  turns: readonly { role: 'agent' | 'customer'; text: string; voice: Voice; holdBeforeMs: number; pauseBeforeMs: number; overlaps: boolean }[];
};

/** The twelve calls that have a recording. */
export function recordings(): Recording[] {
  return scripts.map((script) => ({
    id: scriptId(script), textHash: textHashOf(script.lines),
    turns: script.lines.map((line) => {
      const voice = line.role === 'customer' ? script.customerVoice : agentVoices[script.agentId];
      if (!voice) throw new RangeError(`no voice for ${script.agentId}`);
      return { role: line.role, text: line.text, voice, holdBeforeMs: line.holdBeforeMs ?? 0, pauseBeforeMs: line.pauseBeforeMs ?? 0, overlaps: line.overlaps ?? false };
    }),
  }));
}
