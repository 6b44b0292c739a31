import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { runCommand } from '#renderer/app/commands/handlers.ts';
import { keysOf } from '#renderer/app/commands/keys-of.ts';
import { useKeyboardSettings } from '#renderer/stores/keyboard-settings.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Switch } from '#renderer/ui/switch.tsx';
import { KeysDialog } from './keys-dialog.tsx';

/** Single keys on or off, and the keys of every command. */
export function KeyboardSettings() {
  const { t } = useTranslation('frame');
  const { areSingleKeysOn, setSingleKeys } = useKeyboardSettings();
  const [isChanging, setChanging] = useState(false);
  return (
    <section className="card stack" aria-labelledby="settings-keyboard">
      <h2 id="settings-keyboard">{t('settings.keyboard')}</h2>
      <Switch isSelected={areSingleKeysOn} onChange={setSingleKeys}>{t('settings.singleKeys')}</Switch>
      <p className="text-2 settings-help">{t('settings.singleKeysHelp')}</p>
      <div className="row">
        <Button {...keysOf('help.keys')} onPress={() => runCommand('help.keys')}>{t('settings.showKeys')}</Button>
        <Button onPress={() => setChanging(true)}>{t('changeKeys.open')}</Button>
      </div>
      {isChanging ? <KeysDialog onClose={() => setChanging(false)} /> : null}
    </section>
  );
}
