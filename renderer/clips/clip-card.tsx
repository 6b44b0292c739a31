import { ArrowUpRight, Play, Square } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useNavigation } from '#renderer/stores/navigation.ts';
import { Button } from '#renderer/ui/button.tsx';
import { dateText, durationText } from '#renderer/ui/figure-text.ts';
import { useWriting } from '#renderer/ui/use-writing.ts';
import type { Clip } from '#shared/model/coaching.ts';
import type { ClipPlayer } from './clip-player.ts';
import './clips.css';

type ClipCardProps = { clip: Clip; player: ClipPlayer; /** False where customers' words are left out, as on a printed sheet. */ showsWords?: boolean };

/** One moment to listen to: what happened, its words with names masked, its sound. */
export function ClipCard({ clip, player, showsWords = true }: ClipCardProps) {
  const { t } = useTranslation('clips');
  const { locale } = useWriting();
  const name = clip.isOwn ? clip.externalId : t('colleague');
  const at = clip.startMs === null ? null : durationText(clip.startMs);
  return (
    <article className="clip" data-outcome={clip.outcome ?? undefined} aria-label={t('label', { outcome: t(`outcome.${clip.outcome ?? 'none'}`), name })}>
      <header className="clip-head">
        <strong className="clip-outcome">{t(`outcome.${clip.outcome ?? 'none'}`)}</strong>
        <span className="caption">{[name, clip.isOwn && clip.startedAt !== null ? dateText(clip.startedAt, locale) : null, clip.reason].filter((part) => part !== null).join(' · ')}</span>
      </header>
      {showsWords ? (
        <ol className="clip-turns">
          {clip.turns.map((turn) => (
            <li key={turn.seq} data-role={turn.role}>
              <span className="caption">{t(`role.${turn.role}`, { defaultValue: t('role.unknown') })}</span>
              <span dir="auto">{turn.text}</span>
            </li>
          ))}
        </ol>
      ) : <p className="text-2">{t('wordsLeftOut')}</p>}
      {clip.note === null ? null : <p className="caption" dir="auto">{t('note', { note: clip.note })}</p>}
      {player.failedId === clip.id ? <p className="clip-failed" role="status">{t('failed')}</p> : null}
      <div className="clip-acts">
        <PlayButton clip={clip} player={player} label={at === null ? t('play') : t('playAt', { time: at })} stopLabel={t('stop')} />
        {clip.mediaId === null ? <span className="caption">{t('noSound')}</span> : null}
        {clip.isOwn ? <Button size="small" variant="quiet" icon={ArrowUpRight} onPress={() => openClip(clip)}>{t('open', { id: clip.externalId })}</Button> : null}
      </div>
    </article>
  );
}

function PlayButton({ clip, player, label, stopLabel }: { clip: Clip; player: ClipPlayer; label: string; stopLabel: string }) {
  if (clip.mediaId === null) return null;
  if (player.playingId === clip.id) return <Button size="small" icon={Square} onPress={player.stop}>{stopLabel}</Button>;
  return <Button size="small" icon={Play} onPress={() => player.play(clip)}>{label}</Button>;
}

function openClip({ interactionId, startMs, turnSeq }: Clip): void {
  useNavigation.getState().go('listen', { interactionId, ...(startMs === null ? {} : { atMs: startMs }), ...(turnSeq === null ? {} : { turnSeq }) });
}
