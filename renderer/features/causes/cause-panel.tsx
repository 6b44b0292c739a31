import { skipToken, useQuery } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { orpc } from '#renderer/app/connection.ts';
import { addToBriefing } from '#renderer/charts/add-to-briefing.ts';
import { Chart, type ChartCanvas } from '#renderer/charts/chart.tsx';
import { ChartFrame } from '#renderer/charts/chart-frame.tsx';
import { controlHeight, controlOption } from '#renderer/charts/control-chart/control-option.ts';
import { openEvidence } from '#renderer/charts/open-evidence.ts';
import { failureOf } from '#renderer/engine/failure.ts';
import { ErrorState } from '#renderer/ui/error-state.tsx';
import { countText, shareText } from '#renderer/ui/figure-text.ts';
import { Delayed, Skeleton } from '#renderer/ui/skeleton.tsx';
import { StatTile } from '#renderer/ui/stat-tile.tsx';
import { useWriting } from '#renderer/ui/use-writing.ts';
import type { CauseDetail } from '#shared/model/cause.ts';
import type { InteractionFilter } from '#shared/model/interaction-filter.ts';
import { CauseLoop } from './cause-loop.tsx';
import { CauseMoments } from './cause-moments.tsx';
import { weekPoints, weeksFinding, weeksTable } from './cause-weeks.ts';
import { TogetherList } from './together-list.tsx';

/** One cause in depth: what it is, its weeks, what customers say, what stands beside it. */
export function CausePanel({ code, filter }: { code: string | null; filter: InteractionFilter }) {
  const { t } = useTranslation('causes');
  const detail = useQuery(orpc.causes.detail.queryOptions({ input: code === null ? skipToken : { code, filter } }));
  if (code === null) return <p className="text-2">{t('choose')}</p>;
  if (detail.error) return <ErrorState failure={failureOf(detail.error)} onRetry={() => void detail.refetch()} />;
  if (detail.data === undefined) return <Delayed><Skeleton label={t('loading')} lines={6} /></Delayed>;
  return <CauseFacts detail={detail.data} filter={filter} />;
}

function CauseFacts({ detail, filter }: { detail: CauseDetail; filter: InteractionFilter }) {
  const { t } = useTranslation('causes');
  const { locale } = useWriting();
  const { name, definition, owner, controllableBy, preventable, contacts, bad } = detail;
  const facts = [
    owner === null ? t('noOwner') : t('ownedBy', { owner }), ...(controllableBy === null ? [] : [t('controllable', { by: t(`controllableBy.${controllableBy}`, { defaultValue: controllableBy }) })]),
    t(preventable === null ? 'preventableUnknown' : preventable ? 'isPreventable' : 'notPreventable'),
  ];
  return (
    <section className="cause-panel" aria-labelledby="cause-name">
      <header className="stack">
        <h2 id="cause-name">{name}</h2>
        {definition === '' ? null : <p>{definition}</p>}
        <p className="text-2">{facts.join(' · ')}</p>
      </header>
      <div className="cause-tiles">
        <StatTile label={t('contactsWith')} value={countText(contacts, locale)} />
        <StatTile label={t('badShare')} envelope={bad} {...(bad.evidence === null || bad.n === 0 ? {} : { onOpen: () => openEvidence({ filter: bad.evidence ?? {} }) })} />
      </div>
      <CauseLoop detail={detail} />
      <CauseMoments moments={detail.moments} />
      <KeyWords detail={detail} />
      <WeeksChart detail={detail} filter={filter} />
      <TogetherList detail={detail} />
    </section>
  );
}

/** Words that are this cause's own, with how many interactions hold them here and elsewhere. */
function KeyWords({ detail: { words, wordsFrom } }: { detail: CauseDetail }) {
  const { t } = useTranslation('causes');
  const { locale } = useWriting();
  const from = t('words.from', { here: countText(wordsFrom.here, locale), elsewhere: countText(wordsFrom.elsewhere, locale) });
  return (
    <section className="stack" aria-labelledby="cause-words">
      <h3 id="cause-words">{t('words.title')}</h3>
      {words.length === 0 ? <p className="text-2">{t('words.none')}</p> : (
        <ul className="cause-words">
          {words.map(({ word, here, elsewhere }) => (
            <li key={word}><strong>{word}</strong> <span className="caption tabular">{t('words.counts', { here: countText(here, locale), elsewhere: countText(elsewhere, locale) })}</span></li>
          ))}
        </ul>
      )}
      <p className="caption">{from}</p>
    </section>
  );
}

function WeeksChart({ detail, filter }: { detail: CauseDetail; filter: InteractionFilter }) {
  const { t } = useTranslation('causes');
  const writing = useWriting();
  const points = useMemo(() => weekPoints(detail, writing), [detail, writing]);
  const percent = useCallback((value: number) => shareText(value / 100, writing.locale), [writing.locale]);
  const { centre } = detail;
  const build = useCallback((canvas: ChartCanvas) => controlOption(points, { format: percent, min: 0 }, {
    canvas, intervals: [], lines: { centre: centre === null ? null : centre * 100, words: { centre: writing.t('charts:control.centre', { value: percent((centre ?? 0) * 100) }), upper: writing.t('charts:control.upper'), lower: writing.t('charts:control.lower'), signal: writing.t('charts:control.signal') } },
  }), [points, percent, centre, writing]);
  const title = weeksFinding(detail, points, writing);
  const subtitle = t('weeks.subtitle');
  const isDrawn = points.some((point) => point.value !== null);
  return (
    <ChartFrame
      title={title} subtitle={subtitle} description={title} table={weeksTable(points, writing)} footnote={<p>{t('weeks.rule')}</p>}
      onAddToBriefing={isDrawn ? () => void addToBriefing(writing.t, { of: 'causeWeeks', code: detail.code, filter }) : undefined}
    >
      {isDrawn ? (
        <Chart
          build={build}
          height={controlHeight}
          onMark={(week) => {
            const evidence = points.find((point) => point.month === week)?.evidence;
            if (evidence) openEvidence(evidence);
          }}
        />
      ) : null}
    </ChartFrame>
  );
}
