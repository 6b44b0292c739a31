import { useQuery, useQueryClient } from '@tanstack/react-query';
import { client, orpc } from '#renderer/app/connection.ts';
import { failureOf } from '#renderer/engine/failure.ts';
import { useToasts } from '#renderer/stores/toasts.ts';
import type { Story } from '#shared/model/briefing.ts';
import { useTranslation } from 'react-i18next';

export type SlideEdit = { slideId: string; title?: string | null; lead?: string | null; bullets?: string[] | null; isHidden?: boolean };

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
    move: (slideId: string, by: -1 | 1) => act(client.briefing.moveSlide({ slideId, by })),
  };
}
export type StoryActs = Pick<ReturnType<typeof useStory>, 'edit' | 'move'>;
