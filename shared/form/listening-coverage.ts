import type { HeardSpan, Listening } from '../model/listening.ts';
import { totalLength, union } from '../stats/time-set.ts';

/** Stretches closer than this are one. */
const bridgeMs = 250;

/** The spans with one more, joined to what it touches at the same speed. */
export function withHeard(spans: readonly HeardSpan[], heard: HeardSpan): HeardSpan[] {
  if (heard.endMs <= heard.startMs) return [...spans];
  const touches = (span: HeardSpan): boolean => span.speed === heard.speed && heard.startMs <= span.endMs + bridgeMs && heard.endMs >= span.startMs - bridgeMs;
  const joined = spans.filter(touches);
  const one = { speed: heard.speed, startMs: Math.min(heard.startMs, ...joined.map(({ startMs }) => startMs)), endMs: Math.max(heard.endMs, ...joined.map(({ endMs }) => endMs)) };
  return [...spans.filter((span) => !touches(span)), one].sort((a, b) => a.startMs - b.startMs || a.speed - b.speed);
}

/** What was heard in all: every moment counts once, however often and at whatever speed it was played. */
export function listeningOf(spans: readonly HeardSpan[], durationMs: number | null): Listening {
  const heardMs = totalLength(union(spans.map(({ startMs, endMs }) => [startMs, endMs] as const)));
  const playedMs = spans.reduce((sum, { startMs, endMs }) => sum + (endMs - startMs), 0);
  const tookMs = spans.reduce((sum, { startMs, endMs, speed }) => sum + (endMs - startMs) / speed, 0);
  return {
    heardMs, share: durationMs === null || durationMs <= 0 ? null : Math.min(1, heardMs / durationMs),
    meanSpeed: tookMs === 0 ? null : playedMs / tookMs, fastest: spans.length === 0 ? null : Math.max(...spans.map(({ speed }) => speed)), spans: [...spans],
  };
}
