import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigation } from '#renderer/stores/navigation.ts';
import { client } from '#renderer/app/connection.ts';
import { Button } from '#renderer/ui/button.tsx';
import { dateText, decimalText } from '#renderer/ui/figure-text.ts';
import { Table } from '#renderer/ui/table.tsx';
import { useWriting } from '#renderer/ui/use-writing.ts';
import { settlementParts } from '#shared/commands/coaching.ts';
import { seenOf } from '#shared/commands/edit.ts';
import type { CoachingReport, Dispute, ReviewOfPerson } from '#shared/model/coaching.ts';
import { act } from '#renderer/app/act.ts';
import { DisputeDialog, SettleDialog } from './dispute-dialogs.tsx';

const firstShown = 10;

/** The reviews behind the sheet: to hear again, or to object to. */
export function ReviewsSection({ report }: { report: CoachingReport }) {
  const { t } = useTranslation('coaching');
  const { locale } = useWriting();
  const [isAll, setAll] = useState(false);
  const [disputed, setDisputed] = useState<ReviewOfPerson | null>(null);
  const [settled, setSettled] = useState<Dispute | null>(null);
  const score = (value: number | null): string => (value === null ? t('figure:notKnown') : decimalText(value, locale, 0));
  const rows = isAll ? report.reviews : report.reviews.filter((review, at) => at < firstShown || review.disputes.length > 0);
  return (
    <section className="card stack no-print" aria-label={t('reviews.title')}>
      <h2>{t('reviews.title')}</h2>
      <Table
        caption={t('reviews.caption', { count: report.reviews.length, shown: rows.length, total: report.reviews.length })}
        columns={[
          { id: 'call', label: t('reviews.interaction'), isRowHeader: true, cell: (review) => <Button size="small" variant="quiet" onPress={() => useNavigation.getState().go('listen', { interactionId: review.interactionId })}>{t('reviews.open', { id: review.externalId })}</Button> },
          { id: 'date', label: t('reviews.date'), cell: (review) => (review.startedAt === null ? t('figure:notKnown') : dateText(review.startedAt, locale)) },
          { id: 'by', label: t('reviews.by'), cell: (review) => review.evaluator ?? t('figure:notKnown') },
          { id: 'technical', label: t('dimension.technical'), align: 'end', cell: (review) => score(review.technical) },
          { id: 'emotional', label: t('dimension.emotional'), align: 'end', cell: (review) => score(review.emotional) },
          {
            id: 'dispute', label: t('reviews.objection'),
            cell: (review) => (
              <>
                {review.disputes.map((dispute) => <DisputeText key={dispute.id} dispute={dispute} onSettle={() => setSettled(dispute)} />)}
                {review.disputes.some(({ state }) => state === 'open') ? null : <Button size="small" variant="quiet" onPress={() => setDisputed(review)}>{t('reviews.object', { id: review.externalId })}</Button>}
              </>
            ),
          },
        ]}
        rows={rows}
        rowKey={(review) => review.evaluationId}
      />
      {report.reviews.length > rows.length || isAll ? <div><Button size="small" onPress={() => setAll(!isAll)}>{t(isAll ? 'reviews.fewer' : 'reviews.all', { count: report.reviews.length })}</Button></div> : null}
      {disputed === null ? null : <DisputeDialog review={disputed} items={report.items} onClose={() => setDisputed(null)} />}
      {settled === null ? null : <SettleDialog dispute={settled} onClose={() => setSettled(null)} />}
    </section>
  );
}

function DisputeText({ dispute, onSettle }: { dispute: Dispute; onSettle: () => void }) {
  const { t } = useTranslation('coaching');
  const scored = dispute.snapshot as { technical?: number | null; emotional?: number | null };
  return (
    <div className="dispute">
      <p><strong>{t(`dispute.state.${dispute.state}`)}</strong> {t('dispute.by', { by: dispute.raisedBy, reason: dispute.reason })}</p>
      <p className="caption">{t('dispute.asItStood', { technical: scored.technical ?? t('figure:notKnown'), emotional: scored.emotional ?? t('figure:notKnown') })}</p>
      {dispute.answer === null ? null : <p>{t('dispute.answered', { by: dispute.settledBy ?? t('figure:notKnown'), answer: dispute.answer })}</p>}
      {dispute.state === 'open' ? (
        <div className="row">
          <Button size="small" onPress={onSettle}>{t('dispute.settle')}</Button>
          <Button size="small" variant="quiet" onPress={() => void act(t, client.coaching.withdrawDispute({ id: dispute.id, seen: seenOf(settlementParts, dispute) }), t('dispute.withdrawn'))}>{t('dispute.withdraw')}</Button>
        </div>
      ) : null}
    </div>
  );
}
