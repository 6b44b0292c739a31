import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { orpc } from '#renderer/app/connection.ts';
import { useListenSession } from '../session/listen-session.ts';
import { cuesOf, type Cue } from './cues.ts';

const none: readonly Cue[] = [];

/** The cues of the open interaction, offered or judged. */
export function useCues(): readonly Cue[] {
  const { whole } = useListenSession();
  const { id } = whole.interaction;
  const { data } = useQuery(orpc.empathy.ofInteraction.queryOptions({ input: { id } }));
  return useMemo(() => (data === undefined ? none : cuesOf(whole.turns, data)), [data, whole.turns]);
}
