import { z } from 'zod';
import { defineCommand } from './command.ts';
import { rests, takesBack, thing } from './edit.ts';
import { Turn } from '../model/interaction.ts';

const interactionId = z.string().min(1).max(200);
const seq = z.int().min(0);
const text = z.string().min(1).max(100_000);
const spans = z.array(z.strictObject({ id: z.string().max(200), charStart: z.int().nullable(), charEnd: z.int().nullable() }));
const ms = z.number().min(0).nullable();

export const wordParts = thing<{ text: string }>({ text: ['text'] });
/** When each turn that has a time begins. */
export const timeParts = thing<{ times: [seq: number, startMs: number][] }>({ times: ['times'] });
export const timesOf = (turns: readonly Pick<Turn, 'seq' | 'startMs'>[]): { times: [seq: number, startMs: number][] } => ({
  times: turns.flatMap(({ seq, startMs }): [number, number][] => (startMs === null ? [] : [[seq, startMs]])),
});

/** The words of a turn as they were really said. Marks on them move along; what came in is kept. */
export const correctTurn = defineCommand('turn.correct', z.strictObject({ interactionId, seq, text }), rests);
/** Only ever the inverse of `turn.correct`: everything as it stood, `original` null where the turn was untouched. */
export const restoreTurn = defineCommand('turn.restore', z.strictObject({
  interactionId, seq, text, words: Turn.shape.words, tags: spans, quotes: spans, original: z.string().nullable(),
}), takesBack);

/** Where the transcript says something is, and where it is heard. One point moves all times, two stretch them as well. */
export const TimePoint = z.strictObject({ fromMs: z.number().min(0), toMs: z.number().min(0) });
const points = z.array(TimePoint).min(1).max(2);
/** Moves the times of all turns, and of the tags that stand on turns, onto the recording. */
export const shiftTimes = defineCommand('transcript.shift', z.strictObject({ interactionId, points }), rests);
/** Only ever the inverse of `transcript.shift`: the times as they stood. */
export const putTimes = defineCommand('transcript.times', z.strictObject({
  interactionId, points, turns: z.array(z.tuple([seq, ms, ms, Turn.shape.words])), tags: z.array(z.tuple([z.string(), ms, ms])), redactions: z.array(z.tuple([z.string(), ms, ms])),
}), takesBack);
