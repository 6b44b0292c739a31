import { ChevronLeft, ChevronRight, Headphones, Pause, Play } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { shell } from '#renderer/app/connection.ts';
import { announce } from '#renderer/stores/announcements.ts';
import { useNavigation } from '#renderer/stores/navigation.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { countText, dateTimeText } from '#renderer/ui/figure-text.ts';
import { useWriting } from '#renderer/ui/use-writing.ts';
import type { StoryMoment } from '#shared/model/customer.ts';

type Player = { isPlaying: boolean; toggle: () => void; audio: React.RefObject<HTMLAudioElement | null>; hasFailed: boolean };

/** Plays one moment from its first second to its last, then calls `onEnd`. */
function useMoment(moment: StoryMoment, onEnd: () => void): Player {
  const audio = useRef<HTMLAudioElement>(null);
  const [isPlaying, setPlaying] = useState(false);
  const [hasFailed, setFailed] = useState(false);
  const end = useRef(onEnd);
  useEffect(() => {
    end.current = onEnd;
  });
  const { mediaId, startMs, endMs } = moment;
  useEffect(() => {
    const element = audio.current;
    if (!element || mediaId === null || startMs === null) return;
    setFailed(false);
    const url = shell.mediaUrl(mediaId);
    const start = (): void => {
      element.currentTime = startMs / 1000;
      element.play().catch(() => setPlaying(false));
    };
    const follow = (): void => {
      if (endMs === null || element.currentTime * 1000 < endMs || element.paused) return;
      element.pause();
      end.current();
    };
    const playing = (): void => setPlaying(!element.paused);
    const failed = (): void => setFailed(true);
    element.addEventListener('loadedmetadata', start, { once: true });
    element.addEventListener('timeupdate', follow);
    element.addEventListener('play', playing);
    element.addEventListener('pause', playing);
    element.addEventListener('error', failed);
    element.src = url;
    element.load();
    return () => {
      element.pause();
      element.removeEventListener('loadedmetadata', start);
      element.removeEventListener('timeupdate', follow);
      element.removeEventListener('play', playing);
      element.removeEventListener('pause', playing);
      element.removeEventListener('error', failed);
    };
  }, [mediaId, startMs, endMs]);
  const toggle = (): void => {
    const element = audio.current;
    if (!element) return;
    if (element.paused) void element.play().catch(() => setFailed(true));
    else element.pause();
  };
  return { isPlaying, toggle, audio, hasFailed };
}

/** The relationship in its moments, one after the other, in the order in which they happened. */
export function StoryDialog({ story, onClose }: { story: readonly StoryMoment[]; onClose: () => void }) {
  const { t } = useTranslation('customers');
  const { locale } = useWriting();
  const [index, setIndex] = useState(0);
  const moment = story[index] ?? story[0];
  const place = moment === undefined ? '' : t('story.place', { at: countText(index + 1, locale), of: countText(story.length, locale) });
  useEffect(() => announce(place), [place]);
  if (moment === undefined) return null;
  const go = (by: number): void => setIndex(Math.max(0, Math.min(story.length - 1, index + by)));
  return (
    <Dialog title={t('story.title')} closeLabel={t('story.close')} isOpen onClose={onClose} size="wide">
      <div className="story">
        <p className="text-2 tabular">{place} · {moment.at === null ? t('thread.noDate') : dateTimeText(moment.at, locale)} · {t(`lane.${moment.channel}`)} · <bdi>{moment.externalId}</bdi></p>
        <p className="text-2">{t(`story.source.${moment.source}`)}{moment.label === null ? null : <>: <bdi>{moment.label}</bdi></>}</p>
        <blockquote><bdi>{moment.text}</bdi></blockquote>
        <Controls moment={moment} go={go} />
      </div>
    </Dialog>
  );
}

/** Previous and Next stay enabled at the ends: a button that goes dead under the finger takes focus, and Escape, with it. */
function Controls({ moment, go }: { moment: StoryMoment; go: (by: number) => void }) {
  const { t } = useTranslation('customers');
  const { isPlaying, toggle, audio, hasFailed } = useMoment(moment, () => go(1));
  const hasSound = moment.mediaId !== null && moment.startMs !== null && !hasFailed;
  const open = (): void => useNavigation.getState().go('listen', { interactionId: moment.interactionId, ...(moment.turnSeq === null ? {} : { turnSeq: moment.turnSeq }) });
  return (
    <>
      {/* The words stand above; the recording of a call has no captions of its own. */}
      {/* oxlint-disable-next-line jsx-a11y/media-has-caption -- the words are on the screen */}
      <audio ref={audio} hidden />
      {hasSound ? null : <p className="text-2">{t(hasFailed ? 'story.failed' : 'story.silent')}</p>}
      <div className="row">
        <Button icon={ChevronLeft} onPress={() => go(-1)}>{t('story.previous')}</Button>
        <Button variant="primary" icon={isPlaying ? Pause : Play} isDisabled={!hasSound} onPress={toggle}>{t(isPlaying ? 'story.pause' : 'story.play')}</Button>
        <Button icon={ChevronRight} onPress={() => go(1)}>{t('story.next')}</Button>
        <div className="grow" />
        <Button icon={Headphones} onPress={open}>{t('story.listen')}</Button>
      </div>
    </>
  );
}
