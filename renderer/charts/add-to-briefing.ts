import type { TFunction } from 'i18next';
import { client } from '#renderer/app/connection.ts';
import { failureOf } from '#renderer/engine/failure.ts';
import { useNavigation } from '#renderer/stores/navigation.ts';
import { useToasts } from '#renderer/stores/toasts.ts';

/** As many points as a slide takes, and as long as one may be. */
const most = { bullets: 12, length: 600 };

/**
 * Puts a finding with its source as a point on the briefing's slide about the gap (its first one otherwise). An ordinary
 * edit of that slide: it can be changed there, taken back there, and undone.
 */
export async function addToBriefing(t: TFunction, finding: { sentence: string; source: string }): Promise<void> {
  const { show } = useToasts.getState();
  const open = (slideId: string) => ({ label: t('charts:briefing.open'), run: () => useNavigation.getState().go('briefing', { slideId }) });
  try {
    const { slides } = await client.briefing.story();
    const slide = slides.find(({ kind }) => kind === 'gap') ?? slides[0];
    if (!slide) return;
    const bullet = t('charts:briefing.point', finding).slice(0, most.length);
    if (slide.bullets.includes(bullet)) show({ text: t('charts:briefing.already'), action: open(slide.id) });
    else if (slide.bullets.length >= most.bullets) show({ text: t('charts:briefing.full'), tone: 'danger', action: open(slide.id) });
    else {
      await client.briefing.editSlide({ slideId: slide.id, bullets: [...slide.bullets, bullet] });
      show({ text: t('charts:briefing.added', { title: slide.title }), tone: 'ok', action: open(slide.id) });
    }
  } catch (error) {
    const { code } = failureOf(error);
    show({ text: `${t(`errors:byCode.${code}.what`)} ${t(`errors:byCode.${code}.next`)}`, tone: 'danger' });
  }
}
