import { AudioLines, FileText, Mail, MessageSquare, Phone, type LucideIcon } from 'lucide-react';
import type { GridColumn } from '#renderer/ui/data-grid.tsx';
import { countText, dateTimeText, decimalText, durationText, signedText, type Writing } from '#renderer/ui/figure-text.ts';
import type { InteractionRow } from '#shared/model/interaction.ts';

const channelIcons: Record<InteractionRow['channel'], LucideIcon> = { phone: Phone, chat: MessageSquare, email: Mail, letter: FileText, other: FileText };

/** A column with the narrowest table that still has room for it. */
type SizedColumn = GridColumn<InteractionRow> & { fromWidth?: number };

const nothing = <span className="caption" aria-hidden>–</span>;

function gapOf(row: InteractionRow): number | null {
  return row.companyScore === null || row.customerScore === null ? null : row.companyScore - row.customerScore;
}

/** The columns of the list, without those that `width` (pixels) has no room for. */
export function interactionColumns({ t, locale }: Writing, width: number, isSelected: (id: string) => boolean): GridColumn<InteractionRow>[] {
  const text = (id: string): Pick<SizedColumn, 'id' | 'label'> => ({ id, label: t(`interactions:column.${id}`) });
  const score = (value: number | null): React.ReactNode => (value === null ? nothing : decimalText(value, locale, 0));
  const columns: SizedColumn[] = [
    {
      ...text('select'), isLabelHidden: true, width: '2.5rem', cell: (row) => (
        <span className="select-box" data-on={isSelected(row.id) ? '' : undefined}><span className="visually-hidden">{t('interactions:selectRow', { name: row.externalId })}</span></span>
      ),
    },
    { ...text('externalId'), width: 'minmax(9.75rem, 1fr)', isSortable: true, cell: (row) => <span className="open-link truncate" data-open=""><bdi>{row.externalId}</bdi></span> },
    { ...text('startedAt'), width: '11.5rem', isSortable: true, cell: (row) => (row.startedAt === null ? nothing : dateTimeText(row.startedAt, locale)) },
    { ...text('channel'), isLabelHidden: true, width: '3.25rem', fromWidth: 850, cell: (row) => <ChannelMark row={row} t={t} /> },
    { ...text('customer'), width: 'minmax(6.5rem, 1fr)', fromWidth: 1010, isSortable: true, cell: (row) => (row.customer === null ? nothing : <bdi className="truncate">{row.customer}</bdi>) },
    { ...text('agent'), width: 'minmax(7.5rem, 1.2fr)', isSortable: true, cell: (row) => (row.agent === null ? nothing : <bdi className="truncate">{row.agent}</bdi>) },
    { ...text('reason'), width: 'minmax(8rem, 1.4fr)', fromWidth: 1310, cell: (row) => (row.reason === null ? nothing : <bdi className="truncate">{row.reason}</bdi>) },
    { ...text('durationMs'), width: '4.75rem', align: 'end', isSortable: true, cell: (row) => (row.durationMs === null ? nothing : durationText(row.durationMs)) },
    { ...text('companyScore'), description: t('interactions:column.companyScoreLong'), width: '6.75rem', align: 'end', isSortable: true, side: 'company', cell: (row) => score(row.companyScore) },
    { ...text('customerScore'), description: t('interactions:column.customerScoreLong'), width: '9.25rem', align: 'end', isSortable: true, side: 'customer', cell: (row) => score(row.customerScore) },
    { ...text('gap'), description: t('interactions:column.gapLong'), width: '7rem', align: 'end', isSortable: true, fromWidth: 1110, cell: (row) => <GapCell gap={gapOf(row)} locale={locale} /> },
    { ...text('tags'), width: '4rem', align: 'end', isSortable: true, fromWidth: 1175, cell: (row) => (row.tags === 0 ? nothing : countText(row.tags, locale)) },
  ];
  return columns.filter((column) => column.fromWidth === undefined || width >= column.fromWidth);
}

function ChannelMark({ row, t }: { row: InteractionRow; t: Writing['t'] }) {
  const Icon = channelIcons[row.channel];
  const channel = t(`interactions:channel.${row.channel}`);
  return (
    <span className="channel-mark" title={row.hasAudio ? t('interactions:channelWithAudio', { channel }) : channel}>
      <Icon aria-hidden size={14} />
      {row.hasAudio ? <AudioLines aria-hidden size={14} /> : null}
      <span className="visually-hidden">{row.hasAudio ? t('interactions:channelWithAudio', { channel }) : channel}</span>
    </span>
  );
}

/** The difference of the two scores with a bar of its size; the wider, the further the company is above its customer. */
function GapCell({ gap, locale }: { gap: number | null; locale: string }) {
  if (gap === null) return nothing;
  return (
    <span className="gap-cell">
      <span className="gap-bar" aria-hidden><span style={{ width: `${Math.min(100, Math.abs(gap))}%` }} data-below={gap < 0 ? '' : undefined} /></span>
      <span>{signedText(gap, locale)}</span>
    </span>
  );
}
