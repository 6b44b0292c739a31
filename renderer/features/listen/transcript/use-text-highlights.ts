import { useEffect, type RefObject } from 'react';
import { useListenSession } from '../session/listen-session.ts';
import { turnHeard } from '../timeline/timeline.ts';
import { currentWordIndex } from './current-word.ts';
import type { TextSpan } from './find-matches.ts';
import { useFinding } from './finding.ts';
import { paint } from './text-highlights.ts';

/** Paints what was found and the words that tags and quotes cover. `rows` changes when other rows come on the page. */
export function useTextHighlights(container: RefObject<HTMLElement | null>, matches: readonly TextSpan[], rows: string): void {
  const { moments } = useListenSession();
  const index = useFinding((state) => state.index);
  useEffect(() => {
    paint(container.current, 'listen-found', matches);
    paint(container.current, 'listen-found-now', matches.slice(Math.max(0, index), index + 1));
  }, [container, matches, index, rows]);
  useEffect(() => {
    const marked = moments.flatMap((moment): TextSpan[] => {
      const { turnSeq, charStart, charEnd } = moment.kind === 'tag' ? moment.tag : moment.quote;
      return turnSeq === null || charStart === null || charEnd === null ? [] : [{ turnSeq, charStart, charEnd }];
    });
    paint(container.current, 'listen-tagged', marked);
  }, [container, moments, rows]);
  useEffect(() => () => {
    for (const name of ['listen-found', 'listen-found-now', 'listen-tagged'] as const) paint(null, name, []);
  }, []);
}

/** Paints the word being spoken, where the source gave times for words. One change per word, none in between. */
export function useSpokenWord(container: RefObject<HTMLElement | null>, rows: string): void {
  const { player, timeline } = useListenSession();
  useEffect(() => {
    let shown = '';
    const follow = (ms: number): void => {
      const heard = turnHeard(timeline, ms)?.turn;
      const index = heard ? currentWordIndex(heard.words, ms) : -1;
      const key = `${heard?.seq} ${index}`;
      if (key === shown) return;
      shown = key;
      const [, , charStart, charEnd] = heard?.words?.[index] ?? [];
      const spans = heard && charStart !== undefined && charEnd !== undefined ? [{ turnSeq: heard.seq, charStart, charEnd }] : [];
      paint(container.current, 'listen-word', spans);
    };
    follow(player.positionMs);
    const stop = player.onPosition(follow);
    return () => {
      stop();
      paint(null, 'listen-word', []);
    };
  }, [container, player, timeline, rows]);
}
