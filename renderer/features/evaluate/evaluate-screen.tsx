import { Screen } from '#renderer/ui/screen.tsx';
import { useTranslation } from 'react-i18next';
import { QueuesTab } from './queues-tab.tsx';
import './evaluate.css';

/** What to evaluate: queues drawn by chance or chosen. */
export function EvaluateScreen() {
  const { t } = useTranslation('evaluate');
  return (
    <Screen title={t('screen')} summary={t('summary')}>
      <QueuesTab />
    </Screen>
  );
}
