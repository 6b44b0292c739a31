import { useQuery, useQueryClient } from '@tanstack/react-query';
import { client, orpc } from '#renderer/app/connection.ts';
import { failureOf } from '#renderer/engine/failure.ts';
import { useToasts } from '#renderer/stores/toasts.ts';
import type { BriefingChoices, BriefingTheme, Story } from '#shared/model/briefing.ts';
import { useTranslation } from 'react-i18next';

export type SlideEdit = { slideId: string; title?: string | null; lead?: string | null; bullets?: string[] | null; isHidden?: boolean };
export type Look = Partial<Pick<BriefingChoices, 'template' | 'size'>> & { theme?: BriefingTheme | null };

/** The story as it stands, and the acts on it. Each act answers with the whole story; a refused one is said and changes nothing. */
export function useStory() {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const query = useQuery(orpc.briefing.story.queryOptions());
  const act = async (work: Promise<Story>): Promise<boolean> => {
    try {
      queryClient.setQueryData(orpc.briefing.story.queryKey(), await work);
      return true;
    } catch (error) {
      const { code, message } = failureOf(error);
      useToasts.getState().show({ text: message ?? `${t(`errors:byCode.${code}.what`)} ${t(`errors:byCode.${code}.next`)}`, tone: 'danger' });
      return false;
    }
  };
  return {
    story: query.data ?? null, error: query.error, retry: () => void query.refetch(),
    edit: (edit: SlideEdit) => act(client.briefing.editSlide(edit)),
    /** Moves a slide by so many places. */
    move: (slideId: string, by: number) => act(client.briefing.moveSlide({ slideId, by })),
    /** @returns the new slide's id, or null */
    add: async (afterId: string | null): Promise<string | null> => {
      let added: string | null = null;
      const isDone = await act(client.briefing.addSlide({ afterId }).then(({ slideId, story }) => {
        added = slideId;
        return story;
      }));
      return isDone ? added : null;
    },
    remove: (slideId: string) => act(client.briefing.removeSlide({ slideId })),
    choose: (look: Look) => act(client.briefing.choose(look)),
    setLogo: (fileId: string | null) => act(client.briefing.setLogo({ fileId })),
  };
}
export type StoryActs = Omit<ReturnType<typeof useStory>, 'story' | 'error' | 'retry'>;
