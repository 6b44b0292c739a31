import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { act } from '#renderer/app/act.ts';
import { client, orpc } from '#renderer/app/connection.ts';
import { figureOf } from '#renderer/charts/figure-display.ts';
import { evidenceOf, openEvidence } from '#renderer/charts/open-evidence.ts';
import { Button } from '#renderer/ui/button.tsx';
import { NumberField } from '#renderer/ui/number-field.tsx';
import { Table } from '#renderer/ui/table.tsx';
import { useWriting } from '#renderer/ui/use-writing.ts';
import { versionsIn } from '#renderer/engine/use-seen.ts';
import { type Seen, versionsOf } from '#shared/commands/edit.ts';
import { settingParts } from '#shared/commands/settings.ts';
import type { Definitions } from '#shared/model/gap.ts';

const facts = ['talk-share', 'overtalk-share', 'silence-share', 'silence-events', 'silence-hold', 'silence-wait', 'silence-dead-air', 'silence-thinking', 'interruptions', 'longest-monologue', 'response-latency', 'pace', 'repeat-information'] as const;

/** What the two voices of this person's calls show, beside everybody's: measures without a target, and never of a feeling. */
export function FactsPanel({ agentId, days: { from, to } }: { agentId: string; days: { from: string | null; to: string | null } }) {
  const { t } = useTranslation('coaching');
  const writing = useWriting();
  const period = { ...(from === null ? {} : { from }), ...(to === null ? {} : { to }) };
  const own = useQuery(orpc.metrics.get.queryOptions({ input: { names: [...facts], filter: { ...period, agent: agentId } } }));
  const all = useQuery(orpc.metrics.get.queryOptions({ input: { names: [...facts], filter: period } }));
  if (own.data === undefined || all.data === undefined) return null;
  const [ownFacts, allFacts] = [own.data, all.data];
  const words = (name: string, from_: typeof ownFacts): string => {
    const envelope = from_[name];
    if (envelope === undefined) return t('figure:notKnown');
    const { value, interval, n } = figureOf(envelope, writing);
    return [value, interval === null ? null : t('band.interval', { interval }), t('band.n', { n })].filter((part) => part !== null).join(' · ');
  };
  return (
    <section className="card stack no-print" aria-label={t('facts.title')}>
      <h2>{t('facts.title')}</h2>
      <p className="text-2">{t('facts.help')}</p>
      <Table
        caption={t('facts.caption')}
        isCaptionHidden
        columns={[
          { id: 'name', label: t('facts.what'), isRowHeader: true, cell: (name) => t(`metrics:metric.${name}.label`) },
          { id: 'own', label: t('facts.own'), cell: (name) => words(name, ownFacts) },
          { id: 'all', label: t('facts.all'), cell: (name) => words(name, allFacts) },
          {
            id: 'hear', label: t('facts.hear'),
            cell: (name) => {
              const envelope = ownFacts[name];
              const evidence = envelope === undefined || envelope.n === 0 ? null : evidenceOf(envelope);
              return evidence === null ? null : <Button size="small" variant="quiet" onPress={() => openEvidence(evidence)}>{t('facts.show', { name: t(`metrics:metric.${name}.label`) })}</Button>;
            },
          },
        ]}
        rows={facts}
        rowKey={(name) => name}
      />
      <Thresholds />
    </section>
  );
}

type Limits = Pick<Definitions, 'silenceMinMs' | 'deadAirMinMs' | 'overlapMinMs'>;

/** From when on a silence, dead air and talking at once count; of the whole project. */
function Thresholds() {
  const { t } = useTranslation('coaching');
  const { data } = useQuery(orpc.gap.definitions.queryOptions());
  const [draft, setDraft] = useState<{ limits: Limits; seen: Seen } | null>(null);
  if (data === undefined) return null;
  const shown = draft?.limits ?? data.definitions;
  const refused = (error: unknown): void => setDraft((before) => before && { ...before, seen: { ...before.seen, ...versionsIn(error) } });
  const change = (part: Partial<Limits>): void => setDraft({
    limits: { silenceMinMs: shown.silenceMinMs, deadAirMinMs: shown.deadAirMinMs, overlapMinMs: shown.overlapMinMs, ...part },
    seen: draft?.seen ?? versionsOf(settingParts('definitions', data.definitions)),
  });
  const save = async (): Promise<void> => {
    if (draft !== null && await act(t, client.gap.changeDefinitions({ definitions: draft.limits, seen: draft.seen }), { done: t('facts.saved'), refused })) setDraft(null);
  };
  return (
    <div className="field-row">
      <NumberField label={t('facts.silence')} value={shown.silenceMinMs / 1000} onChange={(seconds) => change({ silenceMinMs: Math.round(seconds * 1000) })} min={0.5} max={60} step={0.1} />
      <NumberField label={t('facts.deadAir')} value={shown.deadAirMinMs / 1000} onChange={(seconds) => change({ deadAirMinMs: Math.round(seconds * 1000) })} min={1} max={300} step={0.5} />
      <NumberField label={t('facts.overlap')} value={shown.overlapMinMs / 1000} onChange={(seconds) => change({ overlapMinMs: Math.round(seconds * 1000) })} min={0} max={5} step={0.1} />
      <Button isDisabled={draft === null} onPress={() => void save()}>{t('facts.apply')}</Button>
    </div>
  );
}
