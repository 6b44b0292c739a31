import { runCommand } from '#renderer/app/commands/handlers.ts';
import { useKeysOf } from '#renderer/app/commands/keys-of.ts';
import { Button } from '#renderer/ui/button.tsx';
import { durationText } from '#renderer/ui/figure-text.ts';
import { IconButton } from '#renderer/ui/icon-button.tsx';
import { MessageSquarePlus, Star, Tag, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Code } from '#shared/model/code.ts';
import { useListenSession } from '../session/listen-session.ts';
import { useMarking } from './marking.ts';
import { clearMarks } from './tag-acts.ts';
import { useHand } from './use-hand.ts';

/** The nine quick tags with their digits, and the other ways to mark. */
export function QuickTags() {
  const { t } = useTranslation('listen');
  const { codes } = useListenSession();
  const slots = codes.filter(({ quickSlot }) => quickSlot !== null).toSorted((a, b) => (a.quickSlot ?? 0) - (b.quickSlot ?? 0));
  return (
    <div className="quick-tags" role="group" aria-label={t('tagging.quick')}>
      {slots.length === 0 ? <span className="text-2">{t('tagging.noCodes')}</span> : null}
      {slots.map((code) => <QuickTag key={code.id} code={code} slot={code.quickSlot ?? 0} />)}
      <MoreButton command="tagging.palette" icon={Tag} text={t('tagging.more')} />
      <MoreButton command="tagging.star" icon={Star} text={t('tagging.star')} />
      <MoreButton command="tagging.note" icon={MessageSquarePlus} text={t('tagging.noteButton')} />
      <MarkedRange />
    </div>
  );
}

function QuickTag({ code, slot }: { code: Code; slot: number }) {
  return (
    <span className="quick-tag" data-colour={(code.colour % 4) + 1}>
      <Button size="small" onPress={() => runCommand(`tagging.quick${slot}`)} {...useKeysOf(`tagging.quick${slot}`)}>{code.name}</Button>
    </span>
  );
}

function MoreButton({ command, icon, text }: { command: string; icon: typeof Tag; text: string }) {
  return <Button size="small" variant="quiet" icon={icon} onPress={() => runCommand(command)} {...useKeysOf(command)}>{text}</Button>;
}

function MarkedRange() {
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
