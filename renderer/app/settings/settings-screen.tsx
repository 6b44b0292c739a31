import { useTranslation } from 'react-i18next';
import { chosenLocale, chooseLocale } from '#renderer/locales/locale-choice.ts';
import { useAppearance, type Density, type MotionChoice, type ThemeChoice } from '#renderer/stores/appearance.ts';
import { Button } from '#renderer/ui/button.tsx';
import { RadioGroup } from '#renderer/ui/radio-group.tsx';
import { Screen } from '#renderer/ui/screen.tsx';
import { KeyboardSettings } from './keyboard-settings.tsx';
import { ListeningSettings } from './listening-settings.tsx';
import './settings-screen.css';

/** How Earshot looks, sounds and listens to keys on this computer. */
export function SettingsScreen() {
  const { t } = useTranslation('frame');
  return (
    <Screen title={t('settings.title')}>
      <div className="settings">
        <AppearanceSettings />
        <KeyboardSettings />
        <ListeningSettings />
        <LanguageSettings />
      </div>
    </Screen>
  );
}

function AppearanceSettings() {
  const { t } = useTranslation('frame');
  const { themeChoice, density, motion, choose } = useAppearance();
  return (
    <section className="card stack" aria-labelledby="settings-appearance">
      <h2 id="settings-appearance">{t('settings.appearance')}</h2>
      <RadioGroup<ThemeChoice>
        label={t('settings.theme')}
        value={themeChoice}
        onChange={(next) => choose({ themeChoice: next })}
        options={[
          { value: 'system', label: t('settings.themeSystem') }, { value: 'light', label: t('settings.themeLight') },
          { value: 'dark', label: t('settings.themeDark') }, { value: 'contrast', label: t('settings.themeContrast') },
        ]}
      />
      <RadioGroup<Density>
        label={t('settings.density')}
        value={density}
        onChange={(next) => choose({ density: next })}
        options={[{ value: 'comfortable', label: t('settings.comfortable') }, { value: 'compact', label: t('settings.compact') }]}
      />
      <RadioGroup<MotionChoice>
        label={t('settings.motion')}
        value={motion}
        onChange={(next) => choose({ motion: next })}
        options={[{ value: 'system', label: t('settings.motionSystem') }, { value: 'reduced', label: t('settings.motionReduced') }]}
      />
      <div className="settings-foot">
        <Button
          variant="quiet"
          size="small"
          onPress={() => choose({ themeChoice: 'system', density: 'comfortable', motion: 'system' })}
          isDisabled={themeChoice === 'system' && density === 'comfortable' && motion === 'system'}
        >
          {t('settings.reset')}
        </Button>
      </div>
    </section>
  );
}

function LanguageSettings() {
  const { t } = useTranslation('frame');
  return (
    <section className="card stack" aria-labelledby="settings-language">
      <h2 id="settings-language">{t('settings.language')}</h2>
      <RadioGroup
        label={t('settings.languageChoice')}
        value={chosenLocale()}
        onChange={chooseLocale}
        options={[{ value: 'en', label: t('settings.english') }, { value: 'pseudo', label: t('settings.pseudo') }]}
      />
      <p className="text-2 settings-help">{t('settings.languageHelp')}</p>
    </section>
  );
}
