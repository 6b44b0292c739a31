import { Copy, ListMusic, Presentation, Table2 } from 'lucide-react';
import { useId, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from '#renderer/stores/announcements.ts';
import type { ListContext } from '#renderer/stores/navigation.ts';
import { useToasts } from '#renderer/stores/toasts.ts';
import { Button } from '#renderer/ui/button.tsx';
import './chart-frame.css';
import { tableText, type ChartTable } from './chart-table.ts';
import { ChartTableView } from './chart-table-view.tsx';
import { openEvidence } from './open-evidence.ts';

type ChartFrameProps = {
  /** The finding, as a sentence. */
  title: string;
  /** Unit, n, period. */
  subtitle: string;
  /** Finding, range, extremes and n in words, for those who do not see the picture. */
  description: string;
  table: ChartTable;
  /** `picture` is one image with a description; `controls` holds buttons of its own. */
  kind?: 'picture' | 'controls';
  /** The interactions behind the whole chart. */
  evidence?: ListContext | null;
  /** Puts the finding on a slide; absent where the briefing has no place for it. */
  onAddToBriefing?: (() => void) | undefined;
  /** Above the picture: sort, legend. */
  tools?: ReactNode;
  /** Under the picture: what must be said with it. */
  footnote?: ReactNode;
  /** Leaves out the picture where there are too few data for one; the table stays. */
  children: ReactNode;
};

/** The accessible frame of every chart: finding, unit and n, picture with a description, the same numbers as a table, what can be done with it. */
export function ChartFrame({ title, subtitle, description, table, kind = 'picture', evidence = null, onAddToBriefing, tools, footnote, children }: ChartFrameProps) {
  const { t } = useTranslation('charts');
  const [isTableOpen, setTableOpen] = useState(false);
  const ids = { title: useId(), table: useId(), description: useId() };
  const hasRows = table.rows.length > 0;
  return (
    <figure className="chart-frame" aria-labelledby={ids.title}>
      <figcaption className="chart-caption">
        <h3 id={ids.title}>{title}</h3>
        <p className="caption">{subtitle}</p>
      </figcaption>
      {tools === undefined ? null : <div className="chart-tools">{tools}</div>}
      {children === null ? null : kind === 'picture'
        ? <div role="img" aria-label={description} className="chart-picture">{children}</div>
        : <div role="group" aria-labelledby={ids.title} aria-describedby={ids.description}><p id={ids.description} className="visually-hidden">{description}</p>{children}</div>}
      {footnote === undefined ? null : <div className="chart-footnote caption">{footnote}</div>}
      <div className="chart-actions">
        {evidence === null ? null : <Button size="small" icon={ListMusic} onPress={() => openEvidence(evidence)}>{t('showInteractions')}</Button>}
        {hasRows ? <Button size="small" icon={Table2} aria-expanded={isTableOpen} aria-controls={ids.table} onPress={() => setTableOpen(!isTableOpen)}>{t('table')}</Button> : null}
        {hasRows ? <Button size="small" icon={Copy} onPress={() => void copy({ title, subtitle, table }, { done: t('copied'), failed: t('notCopied') })}>{t('copy')}</Button> : null}
        {onAddToBriefing === undefined ? null : <Button size="small" icon={Presentation} onPress={onAddToBriefing}>{t('addToBriefing')}</Button>}
      </div>
      <div id={ids.table} hidden={!isTableOpen}>{isTableOpen ? <ChartTableView caption={title} table={table} /> : null}</div>
    </figure>
  );
}

async function copy(chart: { title: string; subtitle: string; table: ChartTable }, words: { done: string; failed: string }): Promise<void> {
  try {
    await navigator.clipboard.writeText(tableText(chart));
    announce(words.done);
    useToasts.getState().show({ text: words.done, tone: 'ok' });
  } catch {
    // The browser may refuse the clipboard; the table can still be selected by hand.
    useToasts.getState().show({ text: words.failed, tone: 'danger' });
  }
}
