import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { RegionBar } from '../layout/region-bar.tsx';
import { useHasSound, useSound } from '../session/listen-session.ts';
import { MarkedRange } from '../tagging/marked-range.tsx';
import { MarkingRow } from '../tagging/marking-row.tsx';
import { Waveform } from '../waveform/waveform.tsx';
import { NoSound } from './no-sound.tsx';
import { TransportBar } from './transport-bar.tsx';
import './player.css';

/** The player: waveform, transport and tags. Its keys act while focus is inside. */
export const PlayerRegion = memo(function PlayerRegion() {
  const { t } = useTranslation('listen');
  const { player, media } = useSound();
  const hasSound = useHasSound(player);
  return (
    <section className="listen-region listen-player" aria-label={t('region.player')} data-region="" data-scope="player">
      <RegionBar title={t('region.player')} hint={t('hint.player')}><MarkedRange /></RegionBar>
      {media ? <Waveform key={media.id} media={media} /> : null}
      {hasSound ? <TransportBar /> : <NoSound />}
      <MarkingRow />
    </section>
  );
});
