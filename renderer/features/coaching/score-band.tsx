import { useTranslation } from 'react-i18next';
import { figureOf } from '#renderer/charts/figure-display.ts';
import { openEvidence, evidenceOf } from '#renderer/charts/open-evidence.ts';
import { Button } from '#renderer/ui/button.tsx';
import { fixedText } from '#renderer/ui/figure-text.ts';
import { useWriting } from '#renderer/ui/use-writing.ts';
import type { CoachingReport } from '#shared/model/coaching.ts';
import type { Envelope } from '#shared/model/envelope.ts';

type Row = CoachingReport['dimensions'][number];

/** One dimension: the person's own mean with its interval, on the band of the team. No place in any order. */
export function ScoreBand({ dimension, own, team, self }: Row) {
  const { t } = useTranslation('coaching');
  const writing = useWriting();
  const figure = figureOf(own, writing);
  const colleagues = figureOf(team, writing);
  const evidence = evidenceOf(own);
  return (
    <section className="band" aria-label={t(`dimension.${dimension}`)} data-dimension={dimension}>
      <h2>{t(`dimension.${dimension}`)}</h2>
      <p className="band-value tabular">{figure.value}</p>
      <BandPicture own={own} team={team} dimension={dimension} />
      <p className="caption tabular">{[t('band.n', { n: figure.n }), figure.interval === null ? null : t('band.interval', { interval: figure.interval })].filter((part) => part !== null).join(' · ')}</p>
      <p className="caption tabular">{team.value === null ? t('band.noTeam') : t('band.team', { value: colleagues.value, interval: colleagues.interval ?? t('charts:noInterval'), n: colleagues.n })}</p>
      {self.value === null ? null : <p className="caption tabular">{t('band.self', { value: fixedText(self.value, writing.locale), n: self.n })}</p>}
      {own.flags.includes('reliability_unknown') ? <p className="caption">{t('charts:flag.reliability_unknown')}</p> : null}
      {own.flags.includes('tentative') ? <p className="caption">{t('charts:flag.tentative')}</p> : null}
      {evidence === null || own.n === 0 ? null : <div className="no-print"><Button size="small" variant="quiet" onPress={() => openEvidence(evidence)}>{t('showReviews', { of: t(`dimension.${dimension}`) })}</Button></div>}
    </section>
  );
}

const place = (value: number): string => `${Math.max(0, Math.min(100, value))}%`;

/** 0 to 100: the team's interval as a band, the person's interval as a line, the mean as a mark. */
function BandPicture({ own, team, dimension }: { own: Envelope; team: Envelope; dimension: Row['dimension'] }) {
  if (own.value === null) return null;
  return (
    <div className="band-picture" aria-hidden>
      {team.ci === null ? null : <span className="band-team" style={{ insetInlineStart: place(team.ci.lo), inlineSize: place(team.ci.hi - team.ci.lo) }} />}
      {own.ci === null ? null : <span className="band-own" style={{ insetInlineStart: place(own.ci.lo), inlineSize: place(own.ci.hi - own.ci.lo) }} />}
      <span className="band-mark" data-dimension={dimension} style={{ insetInlineStart: place(own.value) }} />
    </div>
  );
}
