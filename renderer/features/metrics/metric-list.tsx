import { Collection, Header, ListBox, ListBoxItem, ListBoxSection } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { figureOf } from '#renderer/charts/figure-display.ts';
import { useWriting } from '#renderer/ui/use-writing.ts';
import type { Envelope } from '#shared/model/envelope.ts';
import { grouped, metricLabel, type ListedMetric } from './metric-names.ts';

type MetricListProps = { metrics: readonly ListedMetric[]; values: Readonly<Record<string, Envelope>>; selected: string; onSelect: (name: string) => void };

/** Every metric with its figure; what customers say first, what only describes last and small. */
export function MetricList({ metrics, values, selected, onSelect }: MetricListProps) {
  const { t } = useTranslation('metrics');
  return (
    <ListBox
      className="metric-list"
      aria-label={t('list')}
      selectionMode="single"
      disallowEmptySelection
      selectionBehavior="replace"
      selectedKeys={[selected]}
      onSelectionChange={(keys) => {
        const [name] = keys === 'all' ? [] : [...keys];
        if (name !== undefined) onSelect(String(name));
      }}
      items={grouped(metrics).map((entry) => ({ ...entry, id: entry.group }))}
    >
      {(entry) => (
        <ListBoxSection id={entry.id} className="metric-group" data-group={entry.group}>
          <Header className="metric-group-title">{t(`group.${entry.group}`)}</Header>
          <Collection items={entry.metrics.map((metric) => ({ ...metric, id: metric.name }))}>
            {(metric) => <MetricItem metric={metric} envelope={values[metric.name]} />}
          </Collection>
        </ListBoxSection>
      )}
    </ListBox>
  );
}

function MetricItem({ metric, envelope }: { metric: ListedMetric; envelope: Envelope | undefined }) {
  const { t } = useTranslation();
  const writing = useWriting();
  const label = metricLabel(t, metric);
  const figure = envelope === undefined ? null : figureOf(envelope, writing);
  return (
    <ListBoxItem id={metric.name} textValue={label} className="metric-item">
      <span className="metric-item-label">{label}</span>
      {figure === null ? null : <span className="metric-item-value tabular" data-display={figure.display}>{figure.value}</span>}
    </ListBoxItem>
  );
}
