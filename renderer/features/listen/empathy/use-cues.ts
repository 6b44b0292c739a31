import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { client, orpc } from '#renderer/app/connection.ts';
import { idle } from '#renderer/engine/when-idle.ts';
import { useListenSession } from '../session/listen-session.ts';
import { cuesOf, type Cue } from './cues.ts';

/** What the engine found in the open interaction, which comes after its words are drawn. */
function useFound() {
  const { whole: { interaction: { id } } } = useListenSession();
  return useQuery({
    queryKey: orpc.empathy.ofInteraction.queryKey({ input: { id } }),
    queryFn: async ({ signal }) => {
      await idle();
      return client.empathy.ofInteraction({ id }, { signal });
    },
  }).data;
}

/** Whether the list took too long on this interaction, so that cues may be missing. */
export function useIsCueListStopped(): boolean {
  return useFound()?.isStopped === true;
}

/** The cues of the open interaction, offered or judged; null until they were looked for. */
export function useCues(): readonly Cue[] | null {
  const { whole } = useListenSession();
  const data = useFound();
  return useMemo(() => (data === undefined ? null : cuesOf(whole.turns, data)), [data, whole.turns]);
}
