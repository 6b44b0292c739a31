import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { orpc } from '#renderer/app/connection.ts';
import { failureOf } from '#renderer/engine/failure.ts';
import { useNavigation, useScreenParams } from '#renderer/stores/navigation.ts';
import { ErrorState } from '#renderer/ui/error-state.tsx';
import { Screen } from '#renderer/ui/screen.tsx';
import { Skeleton } from '#renderer/ui/skeleton.tsx';
import { Tabs } from '#renderer/ui/tabs.tsx';
import { AuditPanel } from './audit-panel.tsx';
import { BackupsPanel } from './backups-panel.tsx';
import { EncryptionPanel } from './encryption-panel.tsx';
import { ErasurePanel } from './erasure-panel.tsx';
import { HidingPanel } from './hiding-panel.tsx';
import './privacy.css';

type Section = 'hiding' | 'erasure' | 'lock' | 'audit' | 'versions';

/** Who can hear what, what was done, what can be got back, and how to get rid of it. */
export function PrivacyScreen() {
  const { t } = useTranslation('privacy');
  const { section = 'hiding' } = useScreenParams('privacy');
  const { data, error } = useQuery(orpc.privacy.policy.queryOptions());
  if (error) return <Screen title={t('screen')}><ErrorState failure={failureOf(error)} /></Screen>;
  if (data === undefined) return <Screen title={t('screen')}><Skeleton label={t('frame:loading')} /></Screen>;
  const { policy, isViewer } = data;
  return (
    <Screen title={t('screen')} summary={isViewer ? t('viewer') : t('summary')}>
      <Tabs<Section>
        label={t('sections')}
        selected={section}
        onSelect={(next) => useNavigation.getState().replace('privacy', { section: next })}
        tabs={[
          { id: 'hiding', label: t('hiding.tab'), content: <HidingPanel policy={policy} isViewer={isViewer} /> },
          { id: 'erasure', label: t('erasure.tab'), content: <ErasurePanel policy={policy} isViewer={isViewer} /> },
          { id: 'lock', label: t('lock.tab'), content: <EncryptionPanel policy={policy} isViewer={isViewer} /> },
          { id: 'audit', label: t('audit.tab'), content: <AuditPanel /> },
          { id: 'versions', label: t('versions.tab'), content: <BackupsPanel isViewer={isViewer} /> },
        ]}
      />
    </Screen>
  );
}
