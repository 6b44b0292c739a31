import type { ScreenId } from '#renderer/stores/navigation.ts';
import { BookOpen, ChartColumn, ClipboardCheck, Ear, GitCompareArrows, GraduationCap, Headphones, House, ListMusic, Presentation, ShieldCheck, UsersRound, Waypoints, AudioWaveform, type LucideIcon } from 'lucide-react';
import { lazy, type ComponentType } from 'react';

/** A screen of the window. `icon` null keeps it off the rail; `goCommand` is the command that opens it. */
export type Screen = {
  id: ScreenId;
  labelKey: string;
  icon: LucideIcon | null;
  goCommand: string | null;
  /** Needs an open project; without one the rail shows it as unavailable and its address leads to Home. */
  needsProject: boolean;
  Component: ComponentType;
};

/** The code of the screen that must open at once; it is fetched ahead while the page has nothing to do. */
export const loadListen = () => import('#renderer/features/listen/listen-screen.tsx');

/** Every screen, in the order of the rail. A screen is added here by its author, as one entry. */
export const screens: readonly Screen[] = [
  {
    id: 'home', labelKey: 'frame:screen.home', icon: House, goCommand: 'go.home', needsProject: false,
    Component: lazy(async () => ({ default: (await import('#renderer/features/home/home-screen.tsx')).HomeScreen })),
  },
  {
    id: 'import', labelKey: 'frame:screen.import', icon: null, goCommand: null, needsProject: true,
    Component: lazy(async () => ({ default: (await import('#renderer/features/import/import-screen.tsx')).ImportScreen })),
  },
  {
    id: 'interactions', labelKey: 'frame:screen.interactions', icon: ListMusic, goCommand: 'go.interactions', needsProject: true,
    Component: lazy(async () => ({ default: (await import('#renderer/features/interactions/interactions-screen.tsx')).InteractionsScreen })),
  },
  {
    id: 'listen', labelKey: 'frame:screen.listen', icon: Headphones, goCommand: 'go.listen', needsProject: true,
    Component: lazy(async () => ({ default: (await loadListen()).ListenScreen })),
  },
  {
    id: 'evaluate', labelKey: 'evaluate:screen', icon: ClipboardCheck, goCommand: 'go.evaluate', needsProject: true,
    Component: lazy(async () => ({ default: (await import('#renderer/features/evaluate/evaluate-screen.tsx')).EvaluateScreen })),
  },
  {
    id: 'gap', labelKey: 'frame:screen.gap', icon: GitCompareArrows, goCommand: 'go.gap', needsProject: true,
    Component: lazy(async () => ({ default: (await import('#renderer/features/gap/gap-screen.tsx')).GapScreen })),
  },
  {
    id: 'causes', labelKey: 'causes:screen', icon: Waypoints, goCommand: 'go.causes', needsProject: true,
    Component: lazy(async () => ({ default: (await import('#renderer/features/causes/causes-screen.tsx')).CausesScreen })),
  },
  {
    id: 'customers', labelKey: 'customers:screen', icon: UsersRound, goCommand: 'go.customers', needsProject: true,
    Component: lazy(async () => ({ default: (await import('#renderer/features/customers/customers-screen.tsx')).CustomersScreen })),
  },
  {
    id: 'signals', labelKey: 'signals:screen', icon: AudioWaveform, goCommand: 'go.signals', needsProject: true,
    Component: lazy(async () => ({ default: (await import('#renderer/features/signals/signals-screen.tsx')).SignalsScreen })),
  },
  {
    id: 'metrics', labelKey: 'metrics:screen', icon: ChartColumn, goCommand: 'go.metrics', needsProject: true,
    Component: lazy(async () => ({ default: (await import('#renderer/features/metrics/metrics-screen.tsx')).MetricsScreen })),
  },
  {
    id: 'coaching', labelKey: 'coaching:screen', icon: GraduationCap, goCommand: 'go.coaching', needsProject: true,
    Component: lazy(async () => ({ default: (await import('#renderer/features/coaching/coaching-screen.tsx')).CoachingScreen })),
  },
  {
    id: 'calibration', labelKey: 'calibration:screen', icon: Ear, goCommand: 'go.calibration', needsProject: true,
    Component: lazy(async () => ({ default: (await import('#renderer/features/calibration/calibration-screen.tsx')).CalibrationScreen })),
  },
  {
    id: 'briefing', labelKey: 'frame:screen.briefing', icon: Presentation, goCommand: 'go.briefing', needsProject: true,
    Component: lazy(async () => ({ default: (await import('#renderer/features/briefing/briefing-screen.tsx')).BriefingScreen })),
  },
  {
    id: 'codebook', labelKey: 'codebook:screen', icon: BookOpen, goCommand: 'go.codebook', needsProject: true,
    Component: lazy(async () => ({ default: (await import('#renderer/features/codebook/codebook-screen.tsx')).CodebookScreen })),
  },
  {
    id: 'privacy', labelKey: 'privacy:screen', icon: ShieldCheck, goCommand: 'go.privacy', needsProject: true,
    Component: lazy(async () => ({ default: (await import('#renderer/features/privacy/privacy-screen.tsx')).PrivacyScreen })),
  },
  {
    id: 'settings', labelKey: 'frame:screen.settings', icon: null, goCommand: 'view.settings', needsProject: false,
    Component: lazy(async () => ({ default: (await import('#renderer/app/settings/settings-screen.tsx')).SettingsScreen })),
  },
];
