import type { DraftTurn } from '#engine/importers/transcripts/interaction-draft.ts';
import { joinTokens, tokenTimes, type TimedToken } from '#engine/importers/transcripts/word-spans.ts';

/** A recognised word and who said it (`''` when nobody knows). */
export type SpokenToken = TimedToken & { speaker: string };

/** A pause this long ends a turn even if the same voice goes on: a transcript without it would be one wall of text. */
const pauseMs = 2000;
/** A turn longer than this also ends with its sentence. */
const longTurnTokens = 60;

/** Words to turns: a new turn where the speaker changes, after a pause, or at the end of a sentence in a long stretch. */
export function turnsOfTokens(tokens: readonly SpokenToken[]): DraftTurn[] {
  const groups: SpokenToken[][] = [];
  let lastEndMs: number | undefined;
  for (const token of tokens) {
    const group = groups.at(-1);
    if (group === undefined || (token.joins !== true && startsTurn(token, group, lastEndMs))) groups.push([token]);
    else group.push(token);
    lastEndMs = token.endMs ?? lastEndMs;
  }
  return groups.map(turnOfGroup);
}

/** As above for each speaker apart, for recordings with a channel per side: people talking at once are not cut to pieces. */
export function turnsOfChannels(tokens: readonly SpokenToken[]): DraftTurn[] {
  const speakers = new Set(tokens.map((token) => token.speaker));
  return [...speakers].flatMap((speaker) => turnsOfTokens(tokens.filter((token) => token.speaker === speaker)));
}

function startsTurn(token: SpokenToken, group: readonly SpokenToken[], lastEndMs: number | undefined): boolean {
  const last = group.at(-1);
  if (last === undefined || last.speaker !== token.speaker) return true;
  if (token.startMs !== undefined && lastEndMs !== undefined && token.startMs - lastEndMs > pauseMs) return true;
  return group.length >= longTurnTokens && /[.?!。？！…]$/u.test(last.text);
}

function turnOfGroup(group: readonly SpokenToken[]): DraftTurn {
  const speaker = group[0]?.speaker ?? '';
  return { speaker: speaker === '' ? 'Speaker' : speaker, ...tokenTimes(group), ...joinTokens(group) };
}
