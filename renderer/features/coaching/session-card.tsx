import { Pencil, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { client } from '#renderer/app/connection.ts';
import type { ClipPlayer } from '#renderer/clips/clip-player.ts';
import { figureOf } from '#renderer/charts/figure-display.ts';
import { Button } from '#renderer/ui/button.tsx';
import { dateText, decimalText } from '#renderer/ui/figure-text.ts';
import { Table } from '#renderer/ui/table.tsx';
import { useWriting } from '#renderer/ui/use-writing.ts';
import { sessionParts } from '#shared/commands/coaching.ts';
import { seenOf } from '#shared/commands/edit.ts';
import type { CoachingReport, FollowUp } from '#shared/model/coaching.ts';
import type { Envelope } from '#shared/model/envelope.ts';
import { act } from '#renderer/app/act.ts';
import { Pairs } from './focus-card.tsx';

type SessionCardProps = { entry: CoachingReport['sessions'][number]; player: ClipPlayer; onEdit: () => void };

/** A session with what was agreed, and whether it helped. */
export function SessionCard({ entry, player, onEdit }: SessionCardProps) {
  const { t } = useTranslation('coaching');
  const { locale } = useWriting();
  const { session, itemName, followUp, pairs } = entry;
  const heldOn = dateText(session.heldOn, locale);
  return (
    <article className="card stack session" aria-label={t('session.label', { date: heldOn, item: itemName })}>
      <header className="row row-wrap">
        <h3 className="grow">{t('session.label', { date: heldOn, item: itemName })}</h3>
        <span className="no-print row">
          <Button size="small" variant="quiet" icon={Pencil} onPress={onEdit}>{t('session.change')}</Button>
          <Button size="small" variant="quiet" icon={Trash2} onPress={() => void act(t, client.coaching.removeSession({ id: session.id, seen: seenOf(sessionParts, session) }), t('session.removed'))}>{t('session.remove')}</Button>
        </span>
      </header>
      <dl className="agreed">
        <div><dt>{t('session.goal')}</dt><dd dir="auto">{session.goal}</dd></div>
        <div><dt>{t('session.practice')}</dt><dd dir="auto">{session.practice}</dd></div>
        <div><dt>{t('session.check')}</dt><dd>{t('session.checkText', { heard: followUp.heard, wanted: followUp.wanted, date: dateText(session.checkBy, locale) })}</dd></div>
        {session.agentView === null ? null : <div><dt>{t('session.agentView')}</dt><dd dir="auto">{session.agentView}</dd></div>}
        {session.selfScore === null ? null : <div><dt>{t('session.selfScore')}</dt><dd>{t('session.selfBeside', { self: decimalText(session.selfScore, locale, 0), scored: followUp.before.value === null ? t('figure:notKnown') : decimalText(followUp.before.value, locale, 0) })}</dd></div>}
      </dl>
      {session.showsScores ? <FollowUpTable followUp={followUp} itemName={itemName} /> : <p className="text-2">{t('followUp.hidden')}</p>}
      {pairs.length === 0 ? null : (
        <details className="no-print">
          <summary>{t('session.clipsHeard', { count: pairs.length })}</summary>
          <Pairs pairs={pairs} player={player} showsWords />
        </details>
      )}
    </article>
  );
}

/** Before and after, with the colleagues' change over the same days taken off. */
function FollowUpTable({ followUp, itemName }: { followUp: FollowUp; itemName: string }) {
  const { t } = useTranslation('coaching');
  const writing = useWriting();
  const cell = (envelope: Envelope): string => {
    const { value, interval, n } = figureOf(envelope, writing);
    return [value, interval === null ? null : t('band.interval', { interval }), t('band.n', { n })].filter((part) => part !== null).join(' · ');
  };
  const rows: { name: string; before: string; after: string; difference: string }[] = [
    { name: itemName, before: cell(followUp.before), after: cell(followUp.after), difference: cell(followUp.difference) },
    { name: t('followUp.colleagues'), before: '', after: '', difference: cell(followUp.colleagues) },
    { name: t('followUp.net'), before: '', after: '', difference: cell(followUp.net) },
    ...(followUp.takenBefore.n + followUp.takenAfter.n === 0 ? [] : [{ name: t('followUp.taken'), before: cell(followUp.takenBefore), after: cell(followUp.takenAfter), difference: cell(followUp.takenDifference) }]),
    { name: t(`followUp.other.${followUp.other}`), before: '', after: '', difference: cell(followUp.otherDifference) },
  ];
  return (
    <div className="stack">
      <p className="follow-up-state" data-state={followUp.state}><strong>{t(`followUp.state.${followUp.state}`, { name: itemName })}</strong>{followUp.isDue ? <span className="caption"> {t('followUp.due')}</span> : null}</p>
      <Table
        caption={t('followUp.caption')}
        isCaptionHidden
        columns={[
          { id: 'name', label: t('followUp.what'), isRowHeader: true, cell: (row) => row.name },
          { id: 'before', label: t('followUp.before'), cell: (row) => row.before },
          { id: 'after', label: t('followUp.after'), cell: (row) => row.after },
          { id: 'difference', label: t('followUp.difference'), cell: (row) => row.difference },
        ]}
        rows={rows}
        rowKey={(row) => row.name}
      />
      <p className="caption">{t('followUp.caution')}</p>
    </div>
  );
}
