import { useTranslation } from 'react-i18next';
import { ClipCard } from '#renderer/clips/clip-card.tsx';
import type { ClipPlayer } from '#renderer/clips/clip-player.ts';
import { figureOf } from '#renderer/charts/figure-display.ts';
import { fixedText } from '#renderer/ui/figure-text.ts';
import { useWriting } from '#renderer/ui/use-writing.ts';
import type { ClipPair, CoachedItem, CoachingReport } from '#shared/model/coaching.ts';

type FocusCardProps = { report: CoachingReport; player: ClipPlayer; showsWords: boolean };

/** The one thing to practise next, why this one, and the moments that show it. */
export function FocusCard({ report, player, showsWords }: FocusCardProps) {
  const { t } = useTranslation('coaching');
  const writing = useWriting();
  const { focus, items } = report;
  const item = items.find((candidate) => candidate.item === focus?.item);
  if (focus === null || item === undefined) {
    return <section className="card stack" aria-label={t('focus.title')}><h2>{t('focus.title')}</h2><p>{t('focus.none')}</p></section>;
  }
  const poor = figureOf(item.poor, writing);
  const values = {
    name: item.name, x: item.poor.x ?? 0, n: item.poor.n, share: poor.value, effect: fixedText(item.effect.value ?? 0, writing.locale),
    interval: figureOf(item.effect, writing).interval ?? t('charts:noInterval'), effectN: item.effect.n, priority: fixedText(item.priority ?? 0, writing.locale),
  };
  const runnerUp = items.find((candidate) => candidate.item === focus.runnerUp);
  return (
    <section className="card stack" aria-label={t('focus.title')}>
      <h2>{t('focus.titleOf', { name: item.name })}</h2>
      {item.definition === '' ? null : <p className="text-2">{item.definition}</p>}
      <p>{focus.by === 'frequencyTimesEffect' ? t('focus.byBoth', values) : t('focus.byFrequency', values)}</p>
      {runnerUp === undefined ? null : <p className="text-2">{runnerUpText(runnerUp, focus.by)}</p>}
      <p className="caption">{t('focus.association')}</p>
      <h3>{t('clips.title')}</h3>
      {report.pairs.length === 0 ? <p className="text-2">{t('clips.none', { key: item.item.toUpperCase() })}</p> : <Pairs pairs={report.pairs} player={player} showsWords={showsWords} />}
    </section>
  );

  function runnerUpText(second: CoachedItem, by: 'frequencyTimesEffect' | 'frequencyOnly'): string {
    return by === 'frequencyTimesEffect'
      ? t('focus.runnerUp', { name: second.name, priority: fixedText(second.priority ?? 0, writing.locale) })
      : t('focus.runnerUpByFrequency', { name: second.name, share: figureOf(second.poor, writing).value });
  }
}

/** Poor and good moments side by side: one good clip for each poor one. */
export function Pairs({ pairs, player, showsWords }: { pairs: readonly ClipPair[]; player: ClipPlayer; showsWords: boolean }) {
  const { t } = useTranslation('coaching');
  return (
    <ul className="pairs">
      {pairs.map(({ poor, good }, at) => (
        <li key={poor.id} className="pair" aria-label={t('clips.pair', { number: at + 1, total: pairs.length })}>
          <ClipCard clip={poor} player={player} showsWords={showsWords} />
          {good === null ? <p className="text-2">{t('clips.noGood')}</p> : <ClipCard clip={good} player={player} showsWords={showsWords} />}
        </li>
      ))}
    </ul>
  );
}
