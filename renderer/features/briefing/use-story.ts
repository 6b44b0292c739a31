import { useQuery, useQueryClient } from '@tanstack/react-query';
import { client, orpc } from '#renderer/app/connection.ts';
import { failureOf } from '#renderer/engine/failure.ts';
import { failureText } from '#renderer/ui/failure-text.ts';
import { useToasts } from '#renderer/stores/toasts.ts';
import type { Seen } from '#shared/commands/edit.ts';
import type { StoryInHand } from '#shared/contract/briefing.ts';
import type { BriefingChoices, BriefingTheme } from '#shared/model/briefing.ts';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';

export type SlideEdit = { slideId: string; title?: string | null; lead?: string | null; bullets?: string[] | null; isHidden?: boolean };
export type Look = Partial<Pick<BriefingChoices, 'template' | 'size'>> & { theme?: BriefingTheme | null };

/** The story as it stands, and the acts on it. Each act answers with the whole story; a refused one is said and changes nothing. */
export function useStory() {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const query = useQuery(orpc.briefing.story.queryOptions());
  const queue = useRef<Promise<unknown>>(Promise.resolve());
  /** One after the other, each resting on what the one before left, or on what was seen when it was begun. */
  const act = (work: (seen: Seen) => Promise<StoryInHand>, begun?: Seen): Promise<boolean> => {
    const done = queue.current.then(async () => {
      try {
        queryClient.setQueryData(orpc.briefing.story.queryKey(), await work(begun ?? queryClient.getQueryData(orpc.briefing.story.queryKey())?.seen ?? {}));
        return true;
      } catch (error) {
        useToasts.getState().show({ text: failureText(t, failureOf(error)), tone: 'danger' });
        await query.refetch();
        return false;
      }
    });
    queue.current = done;
    return done;
  };
  return {
    story: query.data ?? null, error: query.error, retry: () => void query.refetch(),
    /** `begun`: what was seen when the words were opened. */
    edit: (edit: SlideEdit, begun?: Seen) => act((seen) => client.briefing.editSlide({ ...edit, seen }), begun),
    /** Moves a slide by so many places. */
    move: (slideId: string, by: number) => act((seen) => client.briefing.moveSlide({ slideId, by, seen })),
    /** @returns the new slide's id, or null */
    add: async (afterId: string | null): Promise<string | null> => {
      let added: string | null = null;
      const isDone = await act(() => client.briefing.addSlide({ afterId }).then(({ slideId, story }) => {
        added = slideId;
        return story;
      }));
      return isDone ? added : null;
    },
    remove: (slideId: string) => act((seen) => client.briefing.removeSlide({ slideId, seen })),
    choose: (look: Look, begun?: Seen) => act((seen) => client.briefing.choose({ ...look, seen }), begun),
    setLogo: (fileId: string | null) => act((seen) => client.briefing.setLogo({ fileId, seen })),
  };
}
export type StoryActs = Omit<ReturnType<typeof useStory>, 'story' | 'error' | 'retry'>;
