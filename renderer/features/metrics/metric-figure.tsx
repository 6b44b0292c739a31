import { ListMusic } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { runCommand } from '#renderer/app/commands/handlers.ts';
import { figureOf } from '#renderer/charts/figure-display.ts';
import { evidenceOf, openEvidence } from '#renderer/charts/open-evidence.ts';
import { useNavigation } from '#renderer/stores/navigation.ts';
import { Button } from '#renderer/ui/button.tsx';
import { countText } from '#renderer/ui/figure-text.ts';
import { useWriting } from '#renderer/ui/use-writing.ts';
import type { Envelope } from '#shared/model/envelope.ts';
import { metricDefinition, metricLabel, metricNeeds, type ListedMetric } from './metric-names.ts';
import { remarksOf } from './remarks.ts';

type MetricFigureProps = { metric: ListedMetric; envelope: Envelope; isFiltered: boolean };

/** The figure with its definition in place, its interval and n, and everything that has to be said with it. */
export function MetricFigure({ metric, envelope, isFiltered }: MetricFigureProps) {
  const { t } = useTranslation('metrics');
  const writing = useWriting();
  const figure = figureOf(envelope, writing);
  const list = evidenceOf(envelope);
  const n = (value: number): string => countText(value, writing.locale);
  return (
    <section className="metric-figure" aria-label={t('valueRegion')} data-direction={metric.direction}>
      <h2>{metricLabel(t, metric)}</h2>
      <p className="text-2">{metricDefinition(t, metric)} {t(`direction.${metric.direction}`)}</p>
      <p className="metric-value tabular" data-display={figure.display}>{figure.value}</p>
      {envelope.value === null ? <Unavailable metric={metric} envelope={envelope} isFiltered={isFiltered} /> : (
        <p className="text-2 tabular">
          {t('n', { n: figure.n })}
          {envelope.unit === 'share' && envelope.x !== undefined && figure.display === 'full' ? ` · ${t('xOfN', { x: n(envelope.x), n: n(envelope.denominator) })}` : ''}
          {figure.interval === null ? '' : ` · ${t('interval', { interval: figure.interval })}`}
        </p>
      )}
      <ul className="metric-remarks text-2">{remarksOf(envelope, writing).map((remark) => <li key={remark}>{remark}</li>)}</ul>
      {list !== null && envelope.n > 0 && figure.display !== 'hidden' ? <div><Button variant="primary" icon={ListMusic} onPress={() => openEvidence(list)}>{t('showInteractions')}</Button></div> : null}
    </section>
  );
}

/** The next step for a figure that is not available. */
function Unavailable({ metric, envelope, isFiltered }: MetricFigureProps) {
  const { t } = useTranslation('metrics');
  const reason = envelope.reason ?? 'NO_DATA';
  const needs = reason === 'NO_DATA' || reason === 'NOT_IDENTIFIED' ? metricNeeds(t, metric) : t(`next.${reason}`);
  return (
    <div className="stack">
      <p>{needs} {isFiltered ? t('filteredNext') : ''}</p>
      <div className="row">
        {reason === 'NO_DATA' ? <Button onPress={() => runCommand('import.start')}>{t('import')}</Button> : null}
        {reason === 'UNLINKED' ? <Button onPress={() => useNavigation.getState().go('home')}>{t('home')}</Button> : null}
      </div>
    </div>
  );
}
