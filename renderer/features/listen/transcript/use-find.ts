import { useCommandHandlers } from '#renderer/app/commands/handlers.ts';
import { useMemo } from 'react';
import { useListenSession } from '../session/listen-session.ts';
import { TEXT_COLUMN, useListening } from '../session/listening.ts';
import { findMatches, firstMatchFrom, matchStep, type TextSpan } from './find-matches.ts';
import { useFinding } from './finding.ts';
import { turnKey } from './transcript-rows.ts';

/** Finding in the open transcript, with the find commands of the window while it is shown. */
export type Find = { readonly matches: readonly TextSpan[]; readonly type: (words: string) => void; readonly step: (by: 1 | -1) => void };

export function useFind(): Find {
  const { whole: { turns }, rows, rowIndex } = useListenSession();
  const words = useFinding((state) => (state.isOpen ? state.words : ''));
  const matches = useMemo(() => findMatches(turns, words), [turns, words]);
  const find = useMemo((): Find => {
    const show = (found: readonly TextSpan[], index: number): void => {
      const match = found[index];
      if (match) moveTo(rowIndex, match.turnSeq);
    };
    return {
      matches,
      type: (typed) => {
        const found = findMatches(turns, typed);
        const row = rows[useListening.getState().cursor.row];
        const index = firstMatchFrom(found, row?.kind === 'turn' ? row.turn.seq : 0);
        useFinding.getState().find(typed, index);
        show(found, index);
      },
      step: (by) => {
        const index = matchStep(matches.length, useFinding.getState().index, by);
        useFinding.getState().goTo(index);
        show(matches, index);
      },
    };
  }, [turns, rows, rowIndex, matches]);
  useCommandHandlers({
    'edit.find': () => useFinding.getState().open(),
    'edit.findNext': { isEnabled: () => matches.length > 0, run: () => find.step(1) },
    'edit.findPrevious': { isEnabled: () => matches.length > 0, run: () => find.step(-1) },
  });
  return find;
}

/** The cursor goes along, so that Escape and then Enter plays from the match. Following would scroll away from it. */
function moveTo(rowIndex: ReadonlyMap<string, number>, turnSeq: number): void {
  const row = rowIndex.get(turnKey(turnSeq));
  if (row === undefined) return;
  useListening.getState().follow(false);
  useListening.getState().showRow({ row, column: TEXT_COLUMN });
}
