import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { orpc } from '#renderer/app/connection.ts';
import { figureOf } from '#renderer/charts/figure-display.ts';
import { evidenceOf, openEvidence } from '#renderer/charts/open-evidence.ts';
import { failureOf } from '#renderer/engine/failure.ts';
import { useNavigation } from '#renderer/stores/navigation.ts';
import { Button } from '#renderer/ui/button.tsx';
import { ErrorState } from '#renderer/ui/error-state.tsx';
import { dateText, decimalText } from '#renderer/ui/figure-text.ts';
import { Table } from '#renderer/ui/table.tsx';
import { useWriting } from '#renderer/ui/use-writing.ts';
import type { CountedCue, EmpathyFigures } from '#shared/model/empathy.ts';
import type { Envelope } from '#shared/model/envelope.ts';
import { CueListDialog } from './cue-list-dialog.tsx';

const figures = ['met', 'balance', 'delay', 'softenedAfterTaken', 'softenedAfterOther'] as const;
const firstShown = 8;

/** What became of customers' cues: this person beside everybody, and every cue to be heard again. */
export function EmpathySection({ agentId, days: { from, to } }: { agentId: string; days: { from: string | null; to: string | null } }) {
  const { t } = useTranslation('coaching');
  const own = useQuery(orpc.empathy.figures.queryOptions({ input: { agentId, from, to } }));
  const all = useQuery(orpc.empathy.figures.queryOptions({ input: { agentId: null, from, to } }));
  const [isListOpen, setListOpen] = useState(false);
  const error = own.error ?? all.error;
  if (error) return <ErrorState failure={failureOf(error)} onRetry={() => void Promise.all([own.refetch(), all.refetch()])} />;
  if (own.data === undefined || all.data === undefined) return null;
  const { counts, cues } = own.data;
  return (
    <section className="card stack" aria-label={t('cues.title')}>
      <div className="row"><h2 className="grow">{t('cues.title')}</h2><span className="no-print"><Button size="small" onPress={() => setListOpen(true)}>{t('cues.openList')}</Button></span></div>
      <p className="text-2">{t('cues.help')}</p>
      {cues.length === 0 ? <p>{t('cues.none')}</p> : (
        <>
          <p>{t('cues.counts', counts)}{counts.disputed === 0 ? null : <> {t('cues.disputed', { count: counts.disputed })}</>}</p>
          <Figures own={own.data} all={all.data} />
          <CueTable cues={cues} />
        </>
      )}
      {isListOpen ? <CueListDialog onClose={() => setListOpen(false)} /> : null}
    </section>
  );
}

function Figures({ own, all }: { own: EmpathyFigures; all: EmpathyFigures }) {
  const { t } = useTranslation('coaching');
  const writing = useWriting();
  const words = (envelope: Envelope): string => {
    const { value, interval, n } = figureOf(envelope, writing);
    return [value, interval === null ? null : t('band.interval', { interval }), t('band.n', { n })].filter((part) => part !== null).join(' · ');
  };
  return (
    <Table
      caption={t('cues.caption')}
      isCaptionHidden
      columns={[
        { id: 'name', label: t('facts.what'), isRowHeader: true, cell: (name) => t(`cues.figure.${name}`) },
        { id: 'own', label: t('facts.own'), cell: (name) => words(own[name]) },
        { id: 'all', label: t('facts.all'), cell: (name) => words(all[name]) },
        {
          id: 'hear', label: t('facts.hear'),
          cell: (name) => {
            const evidence = own[name].n === 0 ? null : evidenceOf(own[name]);
            return evidence === null ? null : <Button size="small" variant="quiet" onPress={() => openEvidence(evidence)}>{t('facts.show', { name: t(`cues.figure.${name}`) })}</Button>;
          },
        },
      ]}
      rows={figures}
      rowKey={(name) => name}
    />
  );
}

function CueTable({ cues }: { cues: readonly CountedCue[] }) {
  const { t } = useTranslation('coaching');
  const { locale } = useWriting();
  const [isAll, setAll] = useState(false);
  const rows = isAll ? cues : cues.slice(0, firstShown);
  const hear = ({ interactionId, turnSeq, startMs }: CountedCue): void => useNavigation.getState().go('listen', { interactionId, turnSeq, ...(startMs === null ? {} : { atMs: startMs }) });
  return (
    <div className="stack no-print">
      <Table
        caption={t('cues.listed', { count: cues.length, shown: rows.length, total: cues.length })}
        columns={[
          { id: 'words', label: t('cues.words'), isRowHeader: true, cell: (cue) => <span dir="auto">{cue.words}</span> },
          { id: 'outcome', label: t('cues.outcome'), cell: (cue) => (cue.outcome === null ? t('cues.differ') : t(`listen:empathy.outcome.${cue.outcome}`)) },
          { id: 'delay', label: t('cues.delay'), align: 'end', cell: (cue) => (cue.responseDelayMs === null ? t('figure:notKnown') : t('cues.seconds', { seconds: decimalText(cue.responseDelayMs / 1000, locale) })) },
          { id: 'softened', label: t('cues.softened'), cell: (cue) => (cue.softened === null ? t('cues.notJudged') : t(cue.softened ? 'cues.yes' : 'cues.no')) },
          { id: 'date', label: t('reviews.date'), cell: (cue) => (cue.startedAt === null ? t('figure:notKnown') : <span className="cue-date">{dateText(cue.startedAt, locale)}</span>) },
          { id: 'hear', label: t('facts.hear'), cell: (cue) => <Button size="small" variant="quiet" onPress={() => hear(cue)}>{t('reviews.open', { id: cue.externalId })}</Button> },
        ]}
        rows={rows}
        rowKey={(cue) => `${cue.interactionId} ${cue.turnSeq}`}
      />
      {cues.length > firstShown ? <div><Button size="small" onPress={() => setAll(!isAll)}>{t(isAll ? 'reviews.fewer' : 'cues.showAll', { count: cues.length })}</Button></div> : null}
    </div>
  );
}
