import { useTranslation } from 'react-i18next';
import { Button } from '#renderer/ui/button.tsx';
import { ErrorState } from '#renderer/ui/error-state.tsx';
import { engine } from './connection.ts';
import { useConnectionState } from './use-engine-state.ts';

/** Shown while the engine cannot be reached: what is safe, and how to go on. */
export function EngineBanner() {
  const { t } = useTranslation('errors');
  const state = useConnectionState();
  if (state !== 'lost' && state !== 'refused') return null;
  const reconnect = <Button onPress={() => void engine.link.reconnect().catch(() => undefined)}>{t('reconnect')}</Button>;
  return (
    <div className="engine-banner">
      {state === 'refused' ? <ErrorState layout="bar" failure={{ code: 'SESSION_REFUSED', message: null }} /> : <ErrorState layout="bar" failure={{ code: 'ENGINE_LOST', message: null }} actions={reconnect} />}
    </div>
  );
}
