import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { client, orpc } from '#renderer/app/connection.ts';
import { idle } from '#renderer/engine/when-idle.ts';
import { useListenSession } from '../session/listen-session.ts';
import { cuesOf, type Cue } from './cues.ts';

const none: readonly Cue[] = [];

/** The cues of the open interaction, offered or judged. The words are drawn before they are looked for. */
export function useCues(): readonly Cue[] {
  const { whole } = useListenSession();
  const { id } = whole.interaction;
  const { data } = useQuery({
    queryKey: orpc.empathy.ofInteraction.queryKey({ input: { id } }),
    queryFn: async ({ signal }) => {
      await idle();
      return client.empathy.ofInteraction({ id }, { signal });
    },
  });
  return useMemo(() => (data === undefined ? none : cuesOf(whole.turns, data)), [data, whole.turns]);
}
