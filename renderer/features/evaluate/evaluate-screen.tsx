import { Screen } from '#renderer/ui/screen.tsx';
import { Tabs } from '#renderer/ui/tabs.tsx';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormsTab } from './forms-tab.tsx';
import { QueuesTab } from './queues-tab.tsx';
import './evaluate.css';

/** What to evaluate, and with which form. */
export function EvaluateScreen() {
  const { t } = useTranslation('evaluate');
  const [tab, setTab] = useState<'queues' | 'forms'>('queues');
  return (
    <Screen title={t('screen')} summary={t('summary')}>
      <Tabs<'queues' | 'forms'>
        label={t('tabs.label')} selected={tab} onSelect={setTab}
        tabs={[{ id: 'queues', label: t('tabs.queues'), content: <QueuesTab /> }, { id: 'forms', label: t('tabs.forms'), content: <FormsTab /> }]}
      />
    </Screen>
  );
}
