import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useClipPlayer } from '#renderer/clips/clip-player.ts';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { dateText } from '#renderer/ui/figure-text.ts';
import { useWriting } from '#renderer/ui/use-writing.ts';
import type { CoachingReport, CoachingSession } from '#shared/model/coaching.ts';
import { FocusCard } from './focus-card.tsx';
import { ItemsTable } from './items-table.tsx';
import { ReviewsSection } from './reviews-section.tsx';
import { ScoreBand } from './score-band.tsx';
import { SessionCard } from './session-card.tsx';
import { SessionDialog } from './session-dialog.tsx';

type PersonSheetProps = { report: CoachingReport; isMaking: boolean; onMade: () => void };

/** The sheet of one person: two scores, one focus, clips, what was agreed and whether it helped. */
export function PersonSheet({ report, isMaking, onMade }: PersonSheetProps) {
  const { t } = useTranslation('coaching');
  const { locale } = useWriting();
  const player = useClipPlayer();
  const [edited, setEdited] = useState<CoachingSession | null>(null);
  const { person, from, to, reviewed, missing, targetedLeftOut } = report;
  const day = (value: string | null): string => (value === null ? '' : dateText(value, locale));
  const period = t(from === null ? (to === null ? 'period.all' : 'period.until') : to === null ? 'period.since' : 'period.of', { from: day(from), to: day(to) });
  return (
    <div className="coaching-sheet">
      <p className="sheet-line">
        <strong>{person.name}</strong>{person.team === null ? null : <> · {person.team}</>} · {period} · {t('reviewed', { count: reviewed })}
        {targetedLeftOut === 0 ? null : <span className="caption"> {t('targeted', { count: targetedLeftOut })}</span>}
      </p>
      {missing > 0 ? (
        <EmptyState title={t('few.title')}><p>{t('few.text', { count: missing })}</p></EmptyState>
      ) : (
        <>
          <div className="bands">{report.dimensions.map((row) => <ScoreBand key={row.dimension} {...row} />)}</div>
          <FocusCard report={report} player={player} showsWords />
          <section className="card stack" aria-label={t('items.title')}>
            <h2>{t('items.title')}</h2>
            <ItemsTable items={report.items} focus={report.focus} />
          </section>
        </>
      )}
      <section className="stack" aria-label={t('session.title')}>
        <h2>{t('session.title')}</h2>
        {report.sessions.length === 0 ? <p className="text-2">{t('session.none')}</p> : report.sessions.map((entry) => <SessionCard key={entry.session.id} entry={entry} player={player} onEdit={() => setEdited(entry.session)} />)}
      </section>
      {report.reviews.length === 0 ? null : <ReviewsSection report={report} />}
      {isMaking || edited !== null ? (
        <SessionDialog
          key={edited?.id ?? 'new'}
          report={report}
          session={edited}
          onClose={() => {
            setEdited(null);
            onMade();
          }}
        />
      ) : null}
    </div>
  );
}
