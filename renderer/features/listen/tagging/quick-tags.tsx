import { runCommand } from '#renderer/app/commands/handlers.ts';
import { useKeysOf } from '#renderer/app/commands/keys-of.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Delayed } from '#renderer/ui/skeleton.tsx';
import { Tooltip } from '#renderer/ui/tooltip.tsx';
import { MessageSquarePlus, Star, Tag } from 'lucide-react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Code } from '#shared/model/code.ts';
import type { ListenSession } from '../session/listen-session.ts';

/** The nine quick tags with their digits, and the other ways to mark. */
export const QuickTags = memo(function QuickTags({ codes, status }: { codes: readonly Code[]; status: ListenSession['codesStatus'] }) {
  const { t } = useTranslation('listen');
  const slots = codes.filter(({ quickSlot }) => quickSlot !== null).toSorted((a, b) => (a.quickSlot ?? 0) - (b.quickSlot ?? 0));
  return (
    <div className="quick-tags" role="group" aria-label={t('tagging.quick')}>
      {slots.length === 0 ? <NoQuickTags status={status} /> : null}
      {slots.map((code) => <QuickTag key={code.id} code={code} slot={code.quickSlot ?? 0} />)}
      <MoreButton command="tagging.palette" icon={Tag} text={t('tagging.more')} />
      <MoreButton command="tagging.star" icon={Star} text={t('tagging.star')} />
      <MoreButton command="tagging.note" icon={MessageSquarePlus} text={t('tagging.noteButton')} />
    </div>
  );
});

function NoQuickTags({ status }: { status: ListenSession['codesStatus'] }) {
  const { t } = useTranslation('listen');
  const words = <span className="text-2">{t(`tagging.quickNone.${status}`)}</span>;
  return status === 'pending' ? <Delayed>{words}</Delayed> : words;
}

const QuickTag = memo(function QuickTag({ code, slot }: { code: Code; slot: number }) {
  return (
    <span className="quick-tag" data-colour={(code.colour % 4) + 1}>
      <Tooltip text={code.name}>
        <Button size="small" onPress={() => runCommand(`tagging.quick${slot}`)} {...useKeysOf(`tagging.quick${slot}`)}>
          <span className="quick-tag-key">{code.key}</span>
          <span className="quick-tag-name">{code.name}</span>
        </Button>
      </Tooltip>
    </span>
  );
});

function MoreButton({ command, icon, text }: { command: string; icon: typeof Tag; text: string }) {
  return <Button size="small" variant="quiet" icon={icon} onPress={() => runCommand(command)} {...useKeysOf(command)}>{text}</Button>;
}
