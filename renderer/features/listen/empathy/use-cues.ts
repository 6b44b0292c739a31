import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { client, orpc } from '#renderer/app/connection.ts';
import { idle } from '#renderer/engine/when-idle.ts';
import { useListenSession } from '../session/listen-session.ts';
import { cuesOf, type Cue } from './cues.ts';

/** The cues of the open interaction, offered or judged; null until they were looked for, which comes after its words are drawn. */
export function useCues(): readonly Cue[] | null {
  const { whole } = useListenSession();
  const { id } = whole.interaction;
  const { data } = useQuery({
    queryKey: orpc.empathy.ofInteraction.queryKey({ input: { id } }),
    queryFn: async ({ signal }) => {
      await idle();
      return client.empathy.ofInteraction({ id }, { signal });
    },
  });
  return useMemo(() => (data === undefined ? null : cuesOf(whole.turns, data)), [data, whole.turns]);
}
