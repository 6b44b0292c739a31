import { Tabs } from '#renderer/ui/tabs.tsx';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RegionBar } from '../layout/region-bar.tsx';
import { CuesPanel } from '../empathy/cues-panel.tsx';
import { useCues } from '../empathy/use-cues.ts';
import { useListenSession } from '../session/listen-session.ts';
import { DetailsPanel } from './details-panel.tsx';
import { MomentsPanel } from './moments-panel.tsx';
import { NotesPanel } from './notes-panel.tsx';
import './moments.css';

type SideTab = 'moments' | 'cues' | 'notes' | 'details';

/** Beside the transcript: moments, notes, details. */
export function SidePanel() {
  const { t } = useTranslation('listen');
  const { moments, whole } = useListenSession();
  const cues = useCues();
  const [tab, setTab] = useState<SideTab>('moments');
  return (
    <section className="listen-region listen-side" aria-label={t('region.side')} data-region="" data-scope="table">
      <RegionBar title={t('region.side')} hint={t('hint.moments')} />
      <Tabs<SideTab>
        label={t('moments.views')}
        selected={tab}
        onSelect={setTab}
        tabs={[
          { id: 'moments', label: t('moments.moments', { count: moments.length }), content: <MomentsPanel /> },
          { id: 'cues', label: cues === null ? t('empathy.tabLooking') : t('empathy.tab', { count: cues.length }), content: <CuesPanel /> },
          { id: 'notes', label: t('moments.notes', { count: whole.notes.length }), content: <NotesPanel /> },
          { id: 'details', label: t('moments.details'), content: <DetailsPanel /> },
        ]}
      />
    </section>
  );
}
