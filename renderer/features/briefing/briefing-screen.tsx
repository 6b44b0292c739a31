import { FileOutput, Presentation } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { runCommand, useCommandHandlers } from '#renderer/app/commands/handlers.ts';
import { useKeysOf } from '#renderer/app/commands/keys-of.ts';
import { useProject } from '#renderer/app/use-project.ts';
import { failureOf } from '#renderer/engine/failure.ts';
import { announce } from '#renderer/stores/announcements.ts';
import { useNavigation, useScreenParams } from '#renderer/stores/navigation.ts';
import { Button } from '#renderer/ui/button.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { ErrorState } from '#renderer/ui/error-state.tsx';
import { countText } from '#renderer/ui/figure-text.ts';
import { Screen } from '#renderer/ui/screen.tsx';
import { Delayed, Skeleton } from '#renderer/ui/skeleton.tsx';
import { useWriting } from '#renderer/ui/use-writing.ts';
import type { StoryInHand } from '#shared/contract/briefing.ts';
import type { Story } from '#shared/model/briefing.ts';
import './briefing.css';
import { ChoicesBar } from './choices-bar.tsx';
import { ChecksPanel } from './checks-panel.tsx';
import { ClaimsList } from './claims-list.tsx';
import { ExportDialog } from './export-dialog.tsx';
import { isTakenIn } from './slide-words.ts';
import { Outline } from './outline.tsx';
import { SlidePreview } from './slide-preview.tsx';
import { useStory, type StoryActs } from './use-story.ts';

/** What must the board know and decide? */
export function BriefingScreen() {
  const { t } = useTranslation('briefing');
  const { locale } = useWriting();
  const project = useProject();
  const { story, error, retry, ...acts } = useStory();
  const [isExporting, setExporting] = useState(false);
  const exportKeys = useKeysOf('file.export');
  const isEmpty = project?.counts.interactions === 0;
  const canExport = story !== null && !isEmpty;
  useCommandHandlers({ 'file.export': { isEnabled: () => canExport, run: () => setExporting(true) } });
  return (
    <Screen
      title={t('title')}
      {...(story === null || isEmpty ? {} : { summary: t('summary', { count: shownOf(story), n: countText(shownOf(story), locale), period: story.period }) })}
      actions={<Button variant="primary" icon={FileOutput} isDisabled={!canExport} {...exportKeys} onPress={() => setExporting(true)}>{t('export')}</Button>}
    >
      {error ? <ErrorState failure={failureOf(error)} onRetry={retry} /> : null}
      {story === null && !error ? <Delayed><Skeleton label={t('loading')} lines={8} /></Delayed> : null}
      {isEmpty ? (
        <EmptyState icon={Presentation} title={t('empty.title')} action={<Button variant="primary" onPress={() => runCommand('import.start')}>{t('empty.import')}</Button>}><p>{t('empty.text')}</p></EmptyState>
      ) : story === null ? null : <Builder story={story} acts={acts} />}
      {isExporting && story ? <ExportDialog story={story} onClose={() => setExporting(false)} /> : null}
    </Screen>
  );
}

const shownOf = (story: Story): number => story.slides.filter((slide) => !slide.isHidden).length;

function Builder({ story, acts }: { story: StoryInHand; acts: StoryActs }) {
  const { t } = useTranslation('briefing');
  const { slideId } = useScreenParams('briefing');
  const slide = story.slides.find(({ id }) => id === slideId) ?? story.slides[0];
  const at = slide ? story.slides.indexOf(slide) : -1;
  const total = story.slides.length;
  const moveSlide = async (id: string, by: number): Promise<void> => {
    const from = story.slides.findIndex((candidate) => candidate.id === id);
    if (await acts.move(id, by)) announce(t('outline.moved', { number: Math.max(0, Math.min(total - 1, from + by)) + 1, total }));
  };
  const shift = async (by: -1 | 1): Promise<void> => {
    if (slide) await moveSlide(slide.id, by);
  };
  const select = (id: string): void => useNavigation.getState().replace('briefing', { slideId: id });
  const add = async (): Promise<void> => {
    const added = await acts.add(slide?.id ?? null);
    if (added === null) return;
    select(added);
    announce(t('outline.added'));
  };
  const remove = async (): Promise<void> => {
    if (slide && isTakenIn(slide) && (await acts.remove(slide.id))) announce(t('outline.removed'));
  };
  const toggle = async (): Promise<void> => {
    if (slide && (await acts.edit({ slideId: slide.id, isHidden: !slide.isHidden }))) announce(t(slide.isHidden ? 'outline.nowShown' : 'outline.nowHidden'));
  };
  useCommandHandlers({
    'briefing.moveUp': { isEnabled: () => at > 0, run: () => void shift(-1) },
    'briefing.moveDown': { isEnabled: () => at >= 0 && at < total - 1, run: () => void shift(1) },
    'briefing.hide': { isEnabled: () => slide !== undefined, run: () => void toggle() },
    'briefing.addSlide': { isEnabled: () => true, run: () => void add() },
    'briefing.removeSlide': { isEnabled: () => slide !== undefined && isTakenIn(slide), run: () => void remove() },
  });
  if (!slide) return null;
  return (
    <>
      <ChoicesBar story={story} choose={acts.choose} setLogo={acts.setLogo} />
    <div className="briefing">
      <Outline slides={story.slides} selected={slide} onSelect={select} onMove={(id, by) => void moveSlide(id, by)} />
      <div className="briefing-middle" data-region="slide">
        <SlidePreview key={slide.id} slide={slide} number={at + 1} total={total} story={story} edit={acts.edit} />
        <ClaimsList slide={slide} />
      </div>
      <ChecksPanel story={story} slide={slide} onSelect={select} />
    </div>
    </>
  );
}
