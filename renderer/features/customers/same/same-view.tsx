import { useQuery } from '@tanstack/react-query';
import { UsersRound } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { orpc } from '#renderer/app/connection.ts';
import { failureOf } from '#renderer/engine/failure.ts';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { ErrorState } from '#renderer/ui/error-state.tsx';
import { countText } from '#renderer/ui/figure-text.ts';
import { Select } from '#renderer/ui/select.tsx';
import { Delayed, Skeleton } from '#renderer/ui/skeleton.tsx';
import { useWriting } from '#renderer/ui/use-writing.ts';
import type { IdentityField } from '#shared/model/identity.ts';
import { JoinedList } from './joined-list.tsx';
import { RecordGroups } from './record-groups.tsx';

/** Records that may be one person's: offered by what they state, joined by whoever looks at them, split again at any time. */
export function SameView() {
  const { t } = useTranslation('customers');
  const fields = useQuery(orpc.customers.identityFields.queryOptions());
  const joined = useQuery(orpc.customers.joined.queryOptions({ input: { keptId: null } }));
  const error = fields.error ?? joined.error;
  if (error) return <ErrorState failure={failureOf(error)} onRetry={() => { void fields.refetch(); void joined.refetch(); }} />;
  if (fields.data === undefined || joined.data === undefined) return <Delayed><Skeleton label={t('same.loading')} lines={6} /></Delayed>;
  return (
    <div className="next">
      <h2 className="visually-hidden">{t('view.same')}</h2>
      {fields.data.length === 0
        ? <EmptyState icon={UsersRound} title={t('same.empty.title')}><p>{t('same.empty.text')}</p></EmptyState>
        : <Offered fields={fields.data} />}
      <JoinedList rows={joined.data} />
    </div>
  );
}

function Offered({ fields }: { fields: readonly IdentityField[] }) {
  const { t } = useTranslation('customers');
  const { locale } = useWriting();
  const [chosen, setChosen] = useState<string | null>(null);
  const field = fields.find((candidate) => candidate.field === chosen) ?? fields[0];
  if (field === undefined) return null;
  const n = (value: number): string => countText(value, locale);
  return (
    <>
      <p className="text-2 same-words">{t('same.help')}</p>
      <div className="same-field">
        <Select<string>
          label={t('same.field')}
          options={fields.map((option) => ({ value: option.field, label: option.field, hint: t('same.fieldHint', { count: option.groups, n: n(option.groups) }) }))}
          value={field.field}
          onChange={setChosen}
        />
        <p className="caption" role="status">{t('same.fieldText', { count: field.groups, n: n(field.groups), records: n(field.records), values: n(field.values), customers: n(field.customers) })}</p>
      </div>
      <RecordGroups key={field.field} field={field.field} />
    </>
  );
}
