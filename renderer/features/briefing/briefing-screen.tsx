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
import type { Story } from '#shared/model/briefing.ts';
import './briefing.css';
import { ChecksPanel } from './checks-panel.tsx';
import { ClaimsList } from './claims-list.tsx';
import { ExportDialog } from './export-dialog.tsx';
import { Outline } from './outline.tsx';
import { SlidePreview } from './slide-preview.tsx';
import { useStory, type StoryActs } from './use-story.ts';

/** What must the board know and decide? */
export function BriefingScreen() {
  const { t } = useTranslation('briefing');
  const { locale } = useWriting();
  const project = useProject();
  const { story, error, retry, edit, move } = useStory();
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
      ) : story === null ? null : <Builder story={story} edit={edit} move={move} />}
      {isExporting && story ? <ExportDialog story={story} onClose={() => setExporting(false)} /> : null}
    </Screen>
  );
}

const shownOf = (story: Story): number => story.slides.filter((slide) => !slide.isHidden).length;

function Builder({ story, edit, move }: { story: Story } & StoryActs) {
  const { t } = useTranslation('briefing');
  const { slideId } = useScreenParams('briefing');
  const slide = story.slides.find(({ id }) => id === slideId) ?? story.slides[0];
  const at = slide ? story.slides.indexOf(slide) : -1;
  const total = story.slides.length;
  const shift = async (by: -1 | 1): Promise<void> => {
    if (slide && (await move(slide.id, by))) announce(t('outline.moved', { number: at + 1 + by, total }));
  };
  const toggle = async (): Promise<void> => {
    if (slide && (await edit({ slideId: slide.id, isHidden: !slide.isHidden }))) announce(t(slide.isHidden ? 'outline.nowShown' : 'outline.nowHidden'));
  };
  useCommandHandlers({
    'briefing.moveUp': { isEnabled: () => at > 0, run: () => void shift(-1) },
    'briefing.moveDown': { isEnabled: () => at >= 0 && at < total - 1, run: () => void shift(1) },
    'briefing.hide': { isEnabled: () => slide !== undefined, run: () => void toggle() },
  });
  if (!slide) return null;
  const select = (id: string): void => useNavigation.getState().replace('briefing', { slideId: id });
  return (
    <div className="briefing">
      <Outline slides={story.slides} selected={slide} onSelect={select} />
      <div className="briefing-middle" data-region="slide">
        <SlidePreview key={slide.id} slide={slide} number={at + 1} total={total} story={story} edit={edit} />
        <ClaimsList slide={slide} />
      </div>
      <ChecksPanel story={story} slide={slide} onSelect={select} />
    </div>
  );
}
