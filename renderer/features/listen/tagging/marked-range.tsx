import { durationText } from '#renderer/ui/figure-text.ts';
import { IconButton } from '#renderer/ui/icon-button.tsx';
import { X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useMarking } from './marking.ts';
import { clearMarks } from './tag-acts.ts';
import { useHand } from './use-hand.ts';

/** Says what the next tag covers, while a range is marked. */
export function MarkedRange() {
  const hand = useHand();
  const { t } = useTranslation('listen');
  const { inMs, outMs } = useMarking((state) => state.marks);
  if (inMs === null) return null;
  const from = durationText(inMs);
  return (
    <span className="marked-range">
      {outMs === null ? t('tagging.rangeOpen', { from }) : t('tagging.range', { from, to: durationText(outMs) })}
      <IconButton size="small" icon={X} label={t('tagging.clearRange')} onPress={() => clearMarks(hand)} />
    </span>
  );
}
