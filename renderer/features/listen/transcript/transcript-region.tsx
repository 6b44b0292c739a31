import { useCommandHandlers } from '#renderer/app/commands/handlers.ts';
import { Button } from '#renderer/ui/button.tsx';
import { IconButton } from '#renderer/ui/icon-button.tsx';
import { Switch } from '#renderer/ui/switch.tsx';
import { AArrowDown, AArrowUp, ArrowDown } from 'lucide-react';
import { memo, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { RegionBar } from '../layout/region-bar.tsx';
import { useHasSound, useListenSession, useSound } from '../session/listen-session.ts';
import { useListenSettings } from '#renderer/stores/listen-settings.ts';
import { useListening } from '../session/listening.ts';
import { EditDialogs } from '../edit/edit-dialogs.tsx';
import { useEditCommands } from '../edit/use-edit-commands.ts';
import { FindBar } from './find-bar.tsx';
import { TranscriptGrid } from './transcript-grid.tsx';
import { useCueCommands } from '../empathy/use-cue-commands.ts';
import type { Cue } from '../empathy/cues.ts';
import { useCues } from '../empathy/use-cues.ts';
import { useFind, type Find } from './use-find.ts';
import './transcript.css';
import '../empathy/empathy.css';

const noCues: readonly Cue[] = [];

/** The transcript with its tools. Its keys act while focus is inside. */
export const TranscriptRegion = memo(function TranscriptRegion() {
  const { t } = useTranslation('listen');
  const { whole, player, rows } = useListenSession();
  const hasSound = useHasSound(player);
  const isFollowing = useListening((state) => state.isFollowing);
  const follow = useListening((state) => state.follow);
  const find = useFind();
  const cues = useCues();
  useCueCommands(cues);
  const showsOffers = useListenSettings((state) => state.showsOffers);
  const shownCues = useMemo(() => new Map((cues ?? noCues).filter(({ judgements }) => showsOffers || judgements.length > 0).map((cue) => [cue.turn.seq, cue])), [cues, showsOffers]);
  const { correct, confirmRoles } = useEditCommands();
  useCommandHandlers({ 'listen.follow': () => follow(!isFollowing), 'listen.playhead': () => follow(true) });
  return (
    <section className="listen-region listen-transcript" aria-label={t('region.transcript')} data-region="" data-scope="transcript">
      <TranscriptBar find={find} onConfirm={whole.interaction.roleStatus === 'unsure' ? confirmRoles : null} />
      <EditDialogs />
      {rows.length === 0 ? <p className="listen-none">{t('transcript.none')}</p> : <TranscriptGrid matches={find.matches} cues={shownCues} onCorrect={correct} />}
      {hasSound && !isFollowing && rows.length > 0 ? (
        <div className="transcript-back"><Button size="small" icon={ArrowDown} onPress={() => follow(true)}>{t('transcript.back')}</Button></div>
      ) : null}
    </section>
  );
});

const TranscriptBar = memo(function TranscriptBar({ find, onConfirm }: { find: Find; onConfirm: (() => void) | null }) {
  const { t } = useTranslation('listen');
  const hasSound = useHasSound(useSound().player);
  const isFollowing = useListening((state) => state.isFollowing);
  const follow = useListening((state) => state.follow);
  return (
    <RegionBar title={t('transcript.title')} hint={t('hint.transcript')}>
      {onConfirm === null ? null : (
        <>
          <span className="caption">{t('transcript.rolesUnsure')}</span>
          <Button size="small" variant="quiet" onPress={onConfirm}>{t('transcript.rolesRight')}</Button>
        </>
      )}
      <FindBar find={find} />
      <TextSize />
      {hasSound ? <Switch isSelected={isFollowing} onChange={follow}>{t('transcript.follow')}</Switch> : null}
    </RegionBar>
  );
});

function TextSize() {
  const { t } = useTranslation('listen');
  const { textScale, change } = useListenSettings();
  const to = (scale: number): void => change({ textScale: Math.round(Math.min(2, Math.max(0.9, scale)) * 10) / 10 });
  return (
    <>
      <IconButton size="small" icon={AArrowDown} label={t('transcript.smaller')} isDisabled={textScale <= 0.9} onPress={() => to(textScale - 0.1)} />
      <IconButton size="small" icon={AArrowUp} label={t('transcript.larger')} isDisabled={textScale >= 2} onPress={() => to(textScale + 0.1)} />
    </>
  );
}
