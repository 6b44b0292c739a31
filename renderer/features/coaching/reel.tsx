import { useQuery } from '@tanstack/react-query';
import { Play, Square } from 'lucide-react';
import { useEffect, useEffectEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { orpc } from '#renderer/app/connection.ts';
import { ClipCard } from '#renderer/clips/clip-card.tsx';
import { useClipPlayer } from '#renderer/clips/clip-player.ts';
import { failureOf } from '#renderer/engine/failure.ts';
import { announce } from '#renderer/stores/announcements.ts';
import { Button } from '#renderer/ui/button.tsx';
import { ErrorState } from '#renderer/ui/error-state.tsx';
import { Skeleton } from '#renderer/ui/skeleton.tsx';
import type { CoachedPerson } from '#shared/model/coaching.ts';
import { Exercise } from './exercise.tsx';

/** Clips of one item as a list that plays one after the other, and the exercise on them. */
export function Reel({ item, people, days }: { item: string; people: readonly CoachedPerson[]; days: { from: string | null; to: string | null } }) {
  const { t } = useTranslation('coaching');
  const { data, error } = useQuery(orpc.training.reel.queryOptions({ input: { item, ...days } }));
  const [isReel, setReel] = useState(false);
  const [isExercise, setExercise] = useState(false);
  const audible = (data ?? []).filter(({ mediaId }) => mediaId !== null);
  const [ended, setEnded] = useState<string | null>(null);
  const player = useClipPlayer(setEnded);
  const goOn = useEffectEvent((id: string) => {
    const next = isReel ? audible[audible.findIndex((clip) => clip.id === id) + 1] : undefined;
    if (next !== undefined) player.play(next);
  });
  useEffect(() => {
    if (ended !== null) goOn(ended);
  }, [ended]);
  if (error) return <ErrorState layout="bar" failure={failureOf(error)} />;
  if (data === undefined) return <Skeleton label={t('loading')} lines={4} />;
  if (data.length === 0) return <p>{t('clips.none', { key: item.toUpperCase() })}</p>;
  const playAll = (): void => {
    const first = audible[0];
    if (first === undefined) return;
    setEnded(null);
    setReel(true);
    announce(t('training.playing', { count: audible.length }));
    player.play(first);
  };
  const stopAll = (): void => {
    setReel(false);
    player.stop();
  };
  return (
    <>
      <h3>{t('training.reel')}</h3>
      <div className="row row-wrap">
        {player.playingId !== null && isReel ? <Button icon={Square} onPress={stopAll}>{t('training.stop')}</Button>
          : <Button icon={Play} isDisabled={audible.length === 0} onPress={playAll}>{t('training.playAll', { count: audible.length })}</Button>}
        <Button variant="primary" onPress={() => { stopAll(); setExercise(!isExercise); }}>{t(isExercise ? 'exercise.end' : 'exercise.start')}</Button>
      </div>
      {isExercise
        ? <Exercise item={item} clips={data} people={people} />
        : <ul className="pairs">{data.map((clip) => <li key={clip.id}><ClipCard clip={clip} player={player} /></li>)}</ul>}
    </>
  );
}
