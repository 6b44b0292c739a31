import { useTranslation } from 'react-i18next';
import { commandInForce } from '#renderer/app/commands/in-force.ts';
import { keyLabel } from '#renderer/app/commands/key-labels.ts';
import { usualPedal, useKeyboardSettings, type Pedal } from '#renderer/stores/keyboard-settings.ts';
import { usualTimes, useListenSettings } from '#renderer/stores/listen-settings.ts';
import { Button } from '#renderer/ui/button.tsx';
import { NumberField } from '#renderer/ui/number-field.tsx';
import { Switch } from '#renderer/ui/switch.tsx';
import { KeyChanger } from './key-field.tsx';

const parts = { back: 'player.back5', play: 'player.play', forward: 'player.forward5' } as const;

/** How playing and tagging follow the hand, and what a foot pedal does. */
export function ListeningSettings() {
  const { t } = useTranslation('frame');
  const { lagMs, backUpMs, change } = useListenSettings();
  const pedal = useKeyboardSettings((state) => state.pedal);
  const setPedal = useKeyboardSettings((state) => state.setPedal);
  const isUsual = lagMs === usualTimes.lagMs && backUpMs === usualTimes.backUpMs && Object.entries(usualPedal).every(([name, value]) => pedal[name as keyof Pedal] === value);
  return (
    <section className="card stack" aria-labelledby="settings-listening">
      <h2 id="settings-listening">{t('listening.title')}</h2>
      <NumberField label={t('listening.lag')} help={t('listening.lagHelp')} value={lagMs / 1000} min={0} max={3} step={0.1} onChange={(seconds) => change({ lagMs: Math.round(seconds * 1000) })} />
      <NumberField label={t('listening.backUp')} help={t('listening.backUpHelp')} value={backUpMs / 1000} min={0} max={5} step={0.5} onChange={(seconds) => change({ backUpMs: Math.round(seconds * 1000) })} />
      <Switch isSelected={pedal.isOn} onChange={(isOn) => setPedal({ isOn })}>{t('listening.pedal')}</Switch>
      <p className="text-2 settings-help">{t('listening.pedalHelp')}</p>
      {pedal.isOn ? <PedalKeys pedal={pedal} onChange={setPedal} /> : null}
      <div className="row">
        <Button variant="quiet" size="small" isDisabled={isUsual} onPress={() => { change(usualTimes); setPedal(usualPedal); }}>{t('settings.reset')}</Button>
      </div>
    </section>
  );
}

function PedalKeys({ pedal, onChange }: { pedal: Pedal; onChange: (change: Partial<Pedal>) => void }) {
  const { t } = useTranslation('frame');
  return (
    <>
      <ul className="pedal-keys">
        {(['back', 'play', 'forward'] as const).map((part) => (
          <li key={part} className="row">
            <span className="grow">{t(`listening.part.${part}`)}</span>
            <kbd>{keyLabel(pedal[part])}</kbd>
            <KeyChanger
              command={commandInForce(parts[part])} text={t('listening.learn')} name={t('listening.learnOf', { part: t(`listening.part.${part}`) })}
              fieldName={t('listening.pressPedal', { part: t(`listening.part.${part}`) })} onKey={(binding) => onChange({ [part]: binding })}
            />
          </li>
        ))}
      </ul>
      <Switch isSelected={pedal.holdsToPlay} onChange={(holdsToPlay) => onChange({ holdsToPlay })}>{t('listening.hold')}</Switch>
    </>
  );
}
