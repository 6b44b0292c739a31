import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { countText } from '#renderer/ui/figure-text.ts';
import { useWriting } from '#renderer/ui/use-writing.ts';
import type { ThreadEntry } from '#shared/model/customer.ts';
import { laneColumns, usedLanes, type LaneColumn, type Zoom } from './lane-cells.ts';
import { cellText, unitText } from './thread-words.ts';
import './lane-map.css';

type LaneMapProps = { entries: readonly ThreadEntry[]; zoom: Zoom; /** Shows an entry in the list; with focus on Enter. */ onShow: (entry: ThreadEntry, takesFocus: boolean) => void };

const mostMarks = 4;

/** Channels as lanes over time: one tab stop, arrows move, Enter goes to the entry in the list. */
export function LaneMap({ entries, zoom, onShow }: LaneMapProps) {
  const { t } = useTranslation('customers');
  const writing = useWriting();
  const box = useRef<HTMLDivElement>(null);
  const columns = useMemo(() => laneColumns(entries, zoom), [entries, zoom]);
  const lanes = useMemo(() => usedLanes(entries), [entries]);
  const [place, setPlace] = useState({ lane: 0, column: columns.length - 1 });
  const at = { lane: Math.min(place.lane, lanes.length - 1), column: Math.min(place.column, columns.length - 1) };
  useEffect(() => {
    if (box.current) box.current.scrollLeft = box.current.scrollWidth;
  }, [columns]);
  const entriesAt = (lane: number, column: number): readonly ThreadEntry[] => {
    const [cell, name] = [columns[column], lanes[lane]];
    return cell?.kind === 'cell' && name !== undefined ? cell.entries[name] ?? [] : [];
  };
  const goTo = (to: { lane: number; column: number }): void => {
    setPlace(to);
    const cell = box.current?.querySelector<HTMLElement>(`[data-lane="${to.lane}"][data-column="${to.column}"]`);
    cell?.focus();
    const [entry] = entriesAt(to.lane, to.column);
    if (entry) onShow(entry, false);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const moves: Record<string, { lane: number; column: number }> = {
      ArrowLeft: { lane: at.lane, column: Math.max(0, at.column - 1) }, ArrowRight: { lane: at.lane, column: Math.min(columns.length - 1, at.column + 1) },
      ArrowUp: { lane: Math.max(0, at.lane - 1), column: at.column }, ArrowDown: { lane: Math.min(lanes.length - 1, at.lane + 1), column: at.column },
      Home: { lane: at.lane, column: 0 }, End: { lane: at.lane, column: columns.length - 1 },
    };
    const to = moves[event.key];
    const [entry] = entriesAt(at.lane, at.column);
    if (to) goTo(to);
    else if (event.key === 'Enter' && entry) onShow(entry, true);
    else return;
    event.preventDefault();
  };
  return (
    <div className="lane-map" ref={box}>
      <table role="grid" aria-label={t('lanes')} onKeyDown={onKeyDown}>
        <thead>
          <tr>
            <th scope="col"><span className="visually-hidden">{t('laneHead')}</span></th>
            {columns.map((column) => <th key={column.key} scope="col" className="tabular" data-kind={column.kind}>{headText(column)}</th>)}
          </tr>
        </thead>
        <tbody>
          {lanes.map((lane, row) => (
            <tr key={lane}>
              <th scope="row">{t(`lane.${lane}`)}</th>
              {columns.map((column, index) => (
                <td
                  key={column.key}
                  role="gridcell"
                  data-lane={row}
                  data-column={index}
                  data-kind={column.kind}
                  tabIndex={row === at.lane && index === at.column ? 0 : -1}
                  aria-label={column.kind === 'fold' ? headText(column) : cellText(column.entries[lane] ?? [], unitText(column.start, zoom, writing), writing)}
                  onClick={() => goTo({ lane: row, column: index })}
                >
                  {column.kind === 'fold' ? null : <Marks entries={column.entries[lane] ?? []} />}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );

  function headText(column: LaneColumn): string {
    return column.kind === 'cell' ? unitText(column.start, zoom, writing) : t(`fold.${zoom}`, { count: column.units, n: countText(column.units, writing.locale) });
  }
}

function Marks({ entries }: { entries: readonly ThreadEntry[] }) {
  const { locale } = useWriting();
  return (
    <span className="lane-marks" aria-hidden>
      {entries.slice(0, mostMarks).map((entry) => <span key={entry.id} className="lane-mark" data-kind={entry.kind} data-mark={markOf(entry)} />)}
      {entries.length > mostMarks ? <span className="caption">{countText(entries.length, locale)}</span> : null}
    </span>
  );
}

/** What is drawn: a bad contact is a filled square-cornered mark, a tagged one filled, any other a ring. */
function markOf(entry: ThreadEntry): string {
  if (entry.kind === 'purchase') return entry.what;
  if (entry.kind === 'survey') return 'plain';
  return entry.bad.length > 0 ? 'bad' : entry.tags.length > 0 ? 'tagged' : 'plain';
}
