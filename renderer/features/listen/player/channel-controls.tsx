import { runCommand } from '#renderer/app/commands/handlers.ts';
import { keysOf, useKeysOf } from '#renderer/app/commands/keys-of.ts';
import { Button } from '#renderer/ui/button.tsx';
import { IconButton } from '#renderer/ui/icon-button.tsx';
import { Switch } from '#renderer/ui/switch.tsx';
import { ArrowUpDown, Headphones, SlidersHorizontal } from 'lucide-react';
import { Dialog, DialogTrigger, Label, Popover, Slider, SliderOutput, SliderThumb, SliderTrack } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useSound } from '../session/listen-session.ts';
import { useListening } from '../session/listening.ts';

/** Who is heard of a stereo recording, and how loud. Nothing for one channel. */
export function ChannelControls() {
  const { t } = useTranslation('listen');
  const { media } = useSound();
  const side = useListening((state) => state.mix.side);
  const { keys, ...shortcut } = useKeysOf('player.channels');
  if ((media?.channels ?? 1) < 2) return null;
  return (
    <div className="transport-group" role="group" aria-label={t('player.channels')}>
      <Button size="small" variant="quiet" icon={Headphones} keys={keys} {...shortcut} onPress={() => runCommand('player.channels')}>
        {t(`player.${side}`)}
      </Button>
      <DialogTrigger>
        <IconButton icon={SlidersHorizontal} label={t('player.volume')} />
        <Popover className="popover transport-volumes" offset={4} data-overlay="">
          <Dialog className="stack" aria-label={t('player.volume')}>
            <SideVolume side="customer" />
            <SideVolume side="agent" />
            <Button size="small" icon={ArrowUpDown} onPress={() => runCommand('player.swapChannels')} {...keysOf('player.swapChannels')}>{t('player.swap')}</Button>
          </Dialog>
        </Popover>
      </DialogTrigger>
    </div>
  );
}

const sides = {
  customer: { volume: 'player.customerVolume', mute: 'player.muteCustomer', muted: 'isCustomerMuted' },
  agent: { volume: 'player.agentVolume', mute: 'player.muteAgent', muted: 'isAgentMuted' },
} as const;

function SideVolume({ side }: { side: 'customer' | 'agent' }) {
  const { t } = useTranslation('listen');
  const levels = useListening((state) => state.mix.levels);
  const setMix = useListening((state) => state.setMix);
  const names = sides[side];
  return (
    <div className="stack">
      <Slider
        className="volume" value={Math.round(levels[side] * 100)} minValue={0} maxValue={100} step={5}
        onChange={(value) => setMix({ levels: { ...levels, [side]: (Array.isArray(value) ? value[0] : value) / 100 } })}
      >
        <div className="row">
          <Label className="grow">{t(names.volume)}</Label>
          <SliderOutput className="tabular text-2">{({ state }) => t('player.volumeValue', { share: state.values[0] })}</SliderOutput>
        </div>
        <SliderTrack className="volume-track"><SliderThumb className="volume-thumb" /></SliderTrack>
      </Slider>
      <Switch isSelected={levels[names.muted]} onChange={(isMuted) => setMix({ levels: { ...levels, [names.muted]: isMuted } })}>{t(names.mute)}</Switch>
    </div>
  );
}
