import type { TFunction } from 'i18next';
import { client } from '#renderer/app/connection.ts';
import { failureOf } from '#renderer/engine/failure.ts';
import { useNavigation } from '#renderer/stores/navigation.ts';
import { useToasts } from '#renderer/stores/toasts.ts';
import type { BriefingChart } from '#shared/model/briefing-chart.ts';

/**
 * Puts a chart into the briefing as a slide of its own, with its figures and their interactions. What was asked for it is
 * kept, not what it showed: the slide follows the data. It can be edited, hidden, removed there, and undone.
 */
export async function addToBriefing(t: TFunction, chart: BriefingChart): Promise<void> {
  const { show } = useToasts.getState();
  try {
    const { slideId, isNew, story } = await client.briefing.addChart({ chart });
    const action = { label: t('charts:briefing.open'), run: () => useNavigation.getState().go('briefing', { slideId }) };
    const title = story.slides.find(({ id }) => id === slideId)?.title ?? '';
    show(isNew ? { text: t('charts:briefing.added', { title }), tone: 'ok', action } : { text: t('charts:briefing.already', { title }), action });
  } catch (error) {
    const { code, message } = failureOf(error);
    show({ text: message ?? `${t(`errors:byCode.${code}.what`)} ${t(`errors:byCode.${code}.next`)}`, tone: 'danger' });
  }
}
