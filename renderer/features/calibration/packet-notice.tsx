import { useTranslation } from 'react-i18next';
import { act } from '#renderer/app/act.ts';
import { client } from '#renderer/app/connection.ts';
import { Button } from '#renderer/ui/button.tsx';
import { dateTimeText } from '#renderer/ui/figure-text.ts';
import { useWriting } from '#renderer/ui/use-writing.ts';
import type { PacketReport } from '#shared/model/calibration.ts';

type Taken = { report: PacketReport; fileId: string };

/** What came out of a file: what is new, what was refused and why, and where two sheets stand against each other. */
export function PacketNotice({ report, fileId, onChange }: Taken & { onChange: (taken: Taken | null) => void }) {
  const { t } = useTranslation('calibration');
  const { locale } = useWriting();
  const useNewer = async (): Promise<void> => {
    let newer: PacketReport | null = null;
    const work = client.calibration.importFile({ fileId, useNewer: true }).then((answer) => (newer = answer));
    if (await act(t, work, t('file.newer'))) onChange(newer === null ? null : { report: newer, fileId });
  };
  return (
    <section className="card stack" role="status" aria-label={t('file.title')}>
      <p>{t(report.kind === 'round' ? 'file.round' : 'file.answers', { name: report.roundName, count: report.added, unchanged: report.unchanged })}</p>
      {report.refused.map(({ rater, interaction, reason }) => <p key={`${rater} ${interaction}`} className="calibration-problem">{t('file.refused', { rater, interaction, reason })}</p>)}
      {report.conflicts.map(({ rater, interaction, here, file }) => (
        <p key={`${rater} ${interaction}`} className="calibration-problem">{t('file.conflict', { rater, interaction, here: dateTimeText(here, locale), file: dateTimeText(file, locale) })}</p>
      ))}
      <div className="row">
        {report.conflicts.length === 0 ? null : <Button size="small" onPress={() => void useNewer()}>{t('file.useNewer')}</Button>}
        <Button size="small" variant="quiet" onPress={() => onChange(null)}>{t('close')}</Button>
      </div>
    </section>
  );
}
