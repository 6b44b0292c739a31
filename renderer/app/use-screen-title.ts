import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigation } from '#renderer/stores/navigation.ts';
import { screens } from './screens.ts';

/** The window's title: screen, project, product. */
export function useScreenTitle(project: string | null): void {
  const { t } = useTranslation('frame');
  const id = useNavigation((state) => state.place.screen);
  const labelKey = screens.find((screen) => screen.id === id)?.labelKey ?? 'frame:screen.home';
  useEffect(() => {
    const screen = t(labelKey);
    document.title = project === null ? t('windowTitleNoProject', { screen }) : t('windowTitle', { screen, project });
  }, [t, labelKey, project]);
}
