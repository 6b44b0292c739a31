import { useTranslation } from 'react-i18next';
import { countText } from '#renderer/ui/figure-text.ts';
import { Table } from '#renderer/ui/table.tsx';
import { useWriting } from '#renderer/ui/use-writing.ts';

/** What goes, in words and counts. */
export function RemovedList({ removed, caption }: { removed: Readonly<Record<string, number>>; caption: string }) {
  const { t } = useTranslation('privacy');
  const { locale } = useWriting();
  return (
    <Table
      caption={caption}
      columns={[
        { id: 'what', label: t('erasure.what'), isRowHeader: true, cell: ([what]) => t(`rows.${what}`, { defaultValue: what.replaceAll('_', ' ') }) },
        { id: 'n', label: t('erasure.n'), align: 'end', cell: ([, count]) => countText(count, locale) },
      ]}
      rows={Object.entries(removed)}
      rowKey={([what]) => what}
    />
  );
}
