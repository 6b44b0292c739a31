import { Button } from '#renderer/ui/button.tsx';
import { BookOpenText, TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { shell } from '#renderer/app/connection.ts';
import { useListenSettings } from '#renderer/stores/listen-settings.ts';
import { usePlayerState, useSound } from '../session/listen-session.ts';
import { RecordingSelect } from './recording-select.tsx';

/** The recording is there, and the person reads. */
function PutAway() {
  const { t } = useTranslation('listen');
  return (
    <div className="no-sound">
      <BookOpenText aria-hidden size={16} />
      <p className="grow">{t('player.putAway')}</p>
      <Button size="small" onPress={() => useListenSettings.getState().change({ isReading: false })}>{t('player.bringBack')}</Button>
    </div>
  );
}

/** Stands in for the transport where nothing can be heard: reading mode, or by name what the player cannot play. */
export function NoSound() {
  const { t } = useTranslation('listen');
  const { player, media, timeline, recordings } = useSound();
  const failure = usePlayerState(player, (state) => state.failure);
  if (!media && recordings.length > 0) return <PutAway />;
  if (!media) return <p className="no-sound"><BookOpenText aria-hidden size={16} />{t('player.reading')}</p>;
  const isMissing = failure === 'unreachable' || !media.isPresent;
  return (
    <div className="no-sound" data-tone="danger" role="alert">
      <TriangleAlert aria-hidden size={16} />
      <p className="grow">{isMissing ? t('player.missing', { name: media.name }) : t('player.undecodable', { format: media.format })}</p>
      <Button size="small" onPress={() => player.load({ url: shell.mediaUrl(media.id), durationMs: timeline.durationMs })}>{t('player.tryAgain')}</Button>
      <RecordingSelect />
    </div>
  );
}
