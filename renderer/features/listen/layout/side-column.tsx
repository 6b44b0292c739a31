import { memo } from 'react';
import { useScreenParams } from '#renderer/stores/navigation.ts';
import { SidePanel } from '../moments/side-panel.tsx';
import { ScorePanel } from '../score/score-panel.tsx';
import { useListenSettings } from '#renderer/stores/listen-settings.ts';

/** Beside player and transcript: the scorecard while one is open, above moments and details. */
export const SideColumn = memo(function SideColumn({ hasScorecard }: { hasScorecard: boolean }) {
  const isSideShown = useListenSettings((state) => state.isSideShown);
  const { evaluate } = useScreenParams('listen');
  if (!hasScorecard || evaluate === undefined) return <SidePanel />;
  return (
    <div className="listen-side-column">
      <ScorePanel kind={evaluate} />
      {isSideShown ? <SidePanel /> : null}
    </div>
  );
});
