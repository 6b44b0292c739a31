import { useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Checkbox } from '#renderer/ui/checkbox.tsx';
import { countText } from '#renderer/ui/figure-text.ts';
import { RadioGroup } from '#renderer/ui/radio-group.tsx';
import { useWriting } from '#renderer/ui/use-writing.ts';
import type { ThreadEntry } from '#shared/model/customer.ts';
import { foldedList } from './folded-list.ts';
import { zooms, type Zoom } from './lane-cells.ts';
import { LaneMap } from './lane-map.tsx';
import { EntryRow } from './entry-row.tsx';
import { quietText } from './thread-words.ts';

const kinds = ['contact', 'survey', 'purchase'] as const;
type Kind = (typeof kinds)[number];

/** The list is the truth, the lanes are its map: a cell of the map leads to its entry in the list. */
export function ThreadView({ entries }: { entries: readonly ThreadEntry[] }) {
  const { t } = useTranslation('customers');
  const writing = useWriting();
  const list = useRef<HTMLOListElement>(null);
  const [zoom, setZoom] = useState<Zoom>('decades');
  const [shown, setShown] = useState<ReadonlySet<Kind>>(new Set(kinds));
  const visible = useMemo(() => entries.filter(({ kind }) => shown.has(kind)), [entries, shown]);
  const items = useMemo(() => foldedList(visible), [visible]);
  const show = (entry: ThreadEntry, takesFocus: boolean): void => {
    const row = list.current?.querySelector<HTMLElement>(`[data-entry="${CSS.escape(entry.id)}"]`);
    row?.scrollIntoView({ block: takesFocus ? 'center' : 'nearest' });
    if (takesFocus) row?.focus({ preventScroll: true });
  };
  const toggle = (kind: Kind) => (isOn: boolean): void => {
    const next = new Set(shown);
    if (isOn) next.add(kind);
    else next.delete(kind);
    setShown(next);
  };
  return (
    <>
      <div className="thread-tools" data-region="question">
        <RadioGroup label={t('zoom.label')} options={zooms.map((value) => ({ value, label: t(`zoom.${value}`) }))} value={zoom} onChange={setZoom} />
        {kinds.map((kind) => {
          const count = entries.filter((entry) => entry.kind === kind).length;
          return <Checkbox key={kind} isSelected={shown.has(kind)} onChange={toggle(kind)}>{t(`show.${kind}`, { n: countText(count, writing.locale) })}</Checkbox>;
        })}
      </div>
      {visible.length === 0 ? <p className="text-2">{t(entries.length === 0 ? 'thread.empty' : 'thread.hidden')}</p> : <LaneMap key={`${zoom} ${[...shown].join(' ')}`} entries={visible} zoom={zoom} onShow={show} />}
      <ol className="thread-list" ref={list} aria-label={t('thread.list')} data-region="list">
        {items.map((item) => (item.kind === 'gap'
          ? <li key={item.key} className="thread-gap">{quietText(item.days, writing)}</li>
          : <EntryRow key={`${item.entry.kind} ${item.entry.id}`} entry={item.entry} />))}
      </ol>
    </>
  );
}
