import type { Line, Mark } from '../dialogue/line.ts';
import type { ReasonId } from '../world/reasons.ts';

/** How the speech synthesizer speaks: espeak-ng voice, words a minute, pitch 0-99. */
export type Voice = { voice: string; wordsPerMinute: number; pitch: number };

/** Ratings on the 0-4 anchors, T1-T5 and E1-E5. */
export type Ratings = readonly [number, number, number, number, number, number, number, number, number, number];

/** A call that was written by hand and has a recording. What was felt and how it was scored is part of the script. */
export type Script = {
  customerId: string; agentId: string; reason: ReasonId; date: string; secondOfDay: number; customerVoice: Voice;
  csat: 1 | 2 | 3 | 4 | 5; bad: boolean; superior: 1 | 2 | 3 | 4 | 5; passed: boolean; ratings: Ratings;
  comment: string; followedUp?: boolean; precededByDays?: number; lines: readonly Line[];
};

type Extra = { hold?: number; pause?: number; overlap?: boolean };

const line = (role: Line['role'], text: string, { marks, hold, pause, overlap }: Extra & { marks: readonly Mark[] }): Line => ({
  role, text, ...(marks.length > 0 ? { marks } : {}), ...(hold ? { holdBeforeMs: hold * 1000 } : {}), ...(pause ? { pauseBeforeMs: pause * 1000 } : {}), ...(overlap ? { overlaps: true } : {}),
});

/** A turn of the customer; `hold` and `pause` in seconds. */
export const customerSays = (text: string, marks: readonly Mark[] = [], extra: Extra = {}): Line => line('customer', text, { marks, ...extra });

/** A turn of the agent; `hold` and `pause` in seconds. */
export const agentSays = (text: string, marks: readonly Mark[] = [], extra: Extra = {}): Line => line('agent', text, { marks, ...extra });
