import { useQuery } from '@tanstack/react-query';
import { GraduationCap } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { orpc } from '#renderer/app/connection.ts';
import { figureOf } from '#renderer/charts/figure-display.ts';
import { failureOf } from '#renderer/engine/failure.ts';
import { Button } from '#renderer/ui/button.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { ErrorState } from '#renderer/ui/error-state.tsx';
import { Delayed, Skeleton } from '#renderer/ui/skeleton.tsx';
import { Table, type TableColumn } from '#renderer/ui/table.tsx';
import { useWriting } from '#renderer/ui/use-writing.ts';
import type { CoachedPerson } from '#shared/model/coaching.ts';
import type { Envelope } from '#shared/model/envelope.ts';
import type { TrainingItem } from '#shared/model/training.ts';
import { FigureSource } from './figure-source.tsx';
import { Reel } from './reel.tsx';

type Days = { from: string | null; to: string | null };

/** What to hold a class on, whom to invite, what to hear there, and practice on real moments. */
export function TrainingRoom({ people, days }: { people: readonly CoachedPerson[]; days: Days }) {
  const { t } = useTranslation('coaching');
  const { data, error, refetch } = useQuery(orpc.training.items.queryOptions({ input: days }));
  const [chosen, setChosen] = useState<string | null>(null);
  if (error) return <ErrorState failure={failureOf(error)} onRetry={() => void refetch()} />;
  if (data === undefined) return <Delayed><Skeleton label={t('loading')} lines={8} /></Delayed>;
  const item = data.find((each) => each.item === chosen);
  return (
    <div className="coaching-sheet">
      {data.length === 0 ? <EmptyState icon={GraduationCap} title={t('few.title')}><p>{t('training.empty')}</p></EmptyState> : <HeatTable items={data} onChoose={setChosen} />}
      {item === undefined ? null : <Class key={item.item} item={item} people={people} days={days} />}
    </div>
  );
}

/** How dark a cell is: five steps of 20 points; the number stands in it, so that the shade only helps the eye. */
const shadeOf = ({ value }: Envelope): number | undefined => (value === null ? undefined : Math.min(5, 1 + Math.floor((100 - value) / 20)));

function HeatTable({ items, onChoose }: { items: readonly TrainingItem[]; onChoose: (item: string) => void }) {
  const { t } = useTranslation('coaching');
  const writing = useWriting();
  const teams = items[0]?.cells.map(({ team }) => team) ?? [];
  const columns: TableColumn<TrainingItem>[] = [
    { id: 'item', label: t('items.name'), isRowHeader: true, cell: (item) => <>{item.name}{item.gate === 'failed' ? <><br /><span className="gate">{t('gate.failed')}</span></> : null}</> },
    ...teams.map((team, at): TableColumn<TrainingItem> => ({
      id: `team ${at}`, label: team ?? t('figure:notKnown'),
      cell: (item) => {
        const cell = item.cells[at];
        if (cell === undefined || item.gate === 'failed') return t('items.noPriority');
        const { value, interval, n } = figureOf(cell.score, writing);
        return <span className="heat" data-shade={shadeOf(cell.score)}><strong>{value}</strong><FigureSource interval={interval} n={n} /></span>;
      },
    })),
    { id: 'class', label: t('training.invite'), cell: (item) => t('training.people', { count: item.candidates.length }) },
    { id: 'open', label: t('training.class'), cell: (item) => <Button size="small" aria-label={t('training.open', { name: item.name })} onPress={() => onChoose(item.item)}>{t('training.class')}</Button> },
  ];
  return (
    <section className="card stack" aria-label={t('training.heat')}>
      <h2>{t('training.heat')}</h2>
      <div className="items-table"><Table caption={t('training.caption')} columns={columns} rows={items} rowKey={({ item }) => item} /></div>
      <p className="caption">{t('training.explain')}</p>
    </section>
  );
}

/** A class on one item: who would gain from it, and what to hear in it. */
function Class({ item, people, days }: { item: TrainingItem; people: readonly CoachedPerson[]; days: Days }) {
  const { t } = useTranslation('coaching');
  const writing = useWriting();
  const title = useRef<HTMLHeadingElement>(null);
  // It stands below a table of a whole screen: whoever asked for it is taken there.
  useEffect(() => {
    title.current?.focus({ preventScroll: true });
    title.current?.scrollIntoView({ block: 'start' });
  }, []);
  return (
    <section className="card stack training-class" aria-label={t('training.classOf', { name: item.name })}>
      <h2 ref={title} tabIndex={-1}>{t('training.classOf', { name: item.name })}</h2>
      {item.definition === '' ? null : <p className="text-2">{item.definition}</p>}
      <h3>{t('training.who')}</h3>
      {item.candidates.length === 0 ? <p>{t('training.nobody')}</p> : (
        <ul className="stack">
          {item.candidates.map(({ agentId, name, poor, difference }) => {
            const [often, more] = [figureOf(poor, writing), figureOf(difference, writing)];
            return <li key={agentId}><strong>{name}</strong> {t('training.because', { share: often.value, n: often.n, difference: more.value, interval: more.interval ?? t('charts:noInterval') })}</li>;
          })}
        </ul>
      )}
      <Reel item={item.item} people={people} days={days} />
    </section>
  );
}
