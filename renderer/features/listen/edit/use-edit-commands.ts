import { useCommandHandlers } from '#renderer/app/commands/handlers.ts';
import { client, orpc, queryClient } from '#renderer/app/connection.ts';
import { announce } from '#renderer/stores/announcements.ts';
import { seenOf } from '#shared/commands/edit.ts';
import { roleParts, rolesOf } from '#shared/commands/interactions.ts';
import { wordParts } from '#shared/commands/transcript.ts';
import type { Turn } from '#shared/model/interaction.ts';
import { useListenSession } from '../session/listen-session.ts';
import { useListening } from '../session/listening.ts';
import { useHand } from '../tagging/use-hand.ts';
import { useEditing } from './editing.ts';

/** The turn that holds the cursor of the transcript; null on a silence. */
export function useCursorTurn(): () => Turn | null {
  const { rows } = useListenSession();
  return () => {
    const row = rows[useListening.getState().cursor.row];
    return row?.kind === 'turn' ? row.turn : null;
  };
}

/** Corrections of the open transcript, under their commands. */
export function useEditCommands(): { correct: (seq: number, text: string) => void; confirmRoles: () => void } {
  const { session, t, failed } = useHand();
  const turnHere = useCursorTurn();
  const { id } = session.whole.interaction;
  const refresh = async (said: string): Promise<void> => {
    await queryClient.invalidateQueries({ queryKey: orpc.interactions.get.key({ input: { id: session.askedId } }) });
    announce(said);
  };
  const correct = (turnSeq: number, text: string): void => {
    const turn = session.whole.turns.find(({ seq }) => seq === turnSeq);
    client.interactions.correct({ id, turnSeq, text, seen: turn && seenOf(wordParts, turn) }).then(({ changed }) => (changed ? refresh(t('said.corrected')) : undefined)).catch(failed);
  };
  const confirmRoles = (): void => {
    client.interactions.relabel({ id, speaker: null, turnSeq: null, role: null, seen: seenOf(roleParts, rolesOf([])) }).then(() => refresh(t('said.rolesConfirmed'))).catch(failed);
  };
  const onTurn = (act: (turn: Turn) => void) => ({ run: () => void (turnHere() && act(turnHere() as Turn)), isEnabled: () => turnHere() !== null });
  useCommandHandlers({
    'transcript.fix': onTurn(({ seq }) => useEditing.getState().edit(seq)),
    'transcript.putBack': { run: () => { const turn = turnHere(); if (turn?.original !== undefined) correct(turn.seq, turn.original); }, isEnabled: () => turnHere()?.original !== undefined },
    'transcript.originals': () => useEditing.getState().toggleOriginals(),
    'transcript.redacted': { run: () => useEditing.getState().toggleRedacted(), isEnabled: () => session.whole.turns.some(({ redacted }) => redacted !== undefined) },
    'transcript.speaker': onTurn(() => useEditing.getState().open('speaker')),
    'transcript.confirmRoles': confirmRoles,
    'transcript.times': onTurn(() => useEditing.getState().open('times')),
  });
  return { correct, confirmRoles };
}
