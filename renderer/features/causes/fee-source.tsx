import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { orpc } from '#renderer/app/connection.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import type { CauseReport } from '#shared/model/cause.ts';

export type FeeQuestion = { code: string; startsOn: string; charged: { field: string; value: string } | null };

type FeeSourcePickerProps = { report: CauseReport; code: string | null; onAsk: (asked: FeeQuestion) => void };
const everybody = 'everybody';

/** Which cause's contacts, since when, and who is charged: what the inputs are taken from. */
export function FeeSourcePicker({ report, code, onAsk }: FeeSourcePickerProps) {
  const { t } = useTranslation('causes');
  const fields = useQuery(orpc.causes.feeFields.queryOptions());
  const fee = report.causes.find((row) => row.code === code || row.key === code) ?? report.causes.find((row) => /\b(fee|charge)\b/i.test(row.name)) ?? report.causes[0];
  const [chosen, setChosen] = useState<string | null>(null);
  const [startsOn, setStartsOn] = useState('');
  const [who, setWho] = useState(everybody);
  const cause = chosen ?? fee?.code ?? null;
  const groups = (fields.data ?? []).flatMap(({ field, values }) => values.map((value) => ({ id: JSON.stringify([field, value]), charged: { field, value } })));
  const isDate = /^\d{4}-\d{2}-\d{2}$/.test(startsOn);
  return (
    <section className="causes-bar" aria-label={t('fee.source')}>
      <Select label={t('fee.cause')} value={cause} options={report.causes.map((row) => ({ value: row.code, label: row.name }))} onChange={setChosen} />
      <TextField label={t('fee.startsOn')} type="date" value={startsOn} onChange={setStartsOn} />
      <Select
        label={t('fee.who')} value={who} onChange={setWho}
        options={[{ value: everybody, label: t('fee.everybody') }, ...groups.map(({ id, charged }) => ({ value: id, label: t('fee.group', charged) }))]}
      />
      <Button variant="primary" isDisabled={!isDate || cause === null} onPress={() => (cause === null ? undefined : onAsk({ code: cause, startsOn, charged: groups.find(({ id }) => id === who)?.charged ?? null }))}>{t('fee.take')}</Button>
    </section>
  );
}
