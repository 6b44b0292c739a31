import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { orpc, shell } from '#renderer/app/connection.ts';
import { failureOf } from '#renderer/engine/failure.ts';
import { useNavigation } from '#renderer/stores/navigation.ts';
import { Button } from '#renderer/ui/button.tsx';
import { ErrorState } from '#renderer/ui/error-state.tsx';
import { countText, dateTimeText } from '#renderer/ui/figure-text.ts';
import { Select } from '#renderer/ui/select.tsx';
import { Skeleton } from '#renderer/ui/skeleton.tsx';
import { Table } from '#renderer/ui/table.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { useWriting } from '#renderer/ui/use-writing.ts';
import type { AuditEntry } from '#shared/model/privacy.ts';

const pageSize = 50;
const anyone = '*';

/** Everything that was ever done, without what it said; checked and exported by one button each. */
export function AuditPanel() {
  const { t } = useTranslation('privacy');
  const { locale } = useWriting();
  const [filter, setFilter] = useState({ actor: anyone, name: anyone, from: '', to: '' });
  const [offset, setOffset] = useState(0);
  const or = (value: string): string | null => (value === anyone || value === '' ? null : value);
  const input = { actor: or(filter.actor), name: or(filter.name), from: or(filter.from), to: filter.to === '' ? null : `${filter.to}T23:59:59.999Z`, offset, limit: pageSize };
  const { data, error } = useQuery(orpc.privacy.audit.queryOptions({ input }));
  const change = (next: Partial<typeof filter>) => {
    setFilter({ ...filter, ...next });
    setOffset(0);
  };
  if (error) return <ErrorState layout="bar" failure={failureOf(error)} />;
  if (data === undefined) return <Skeleton label={t('frame:loading')} />;
  const options = (values: readonly string[]) => [{ value: anyone, label: t('audit.all') }, ...values.map((value) => ({ value, label: value }))];
  return (
    <div className="stack">
      <p className="text-2 privacy-words">{t('audit.help')}</p>
      <AuditActs />
      <div className="row privacy-filter">
        <Select<string> label={t('audit.actor')} options={options(data.actors)} value={filter.actor} onChange={(actor) => change({ actor })} />
        <Select<string> label={t('audit.action')} options={options(data.names)} value={filter.name} onChange={(name) => change({ name })} />
        <TextField label={t('audit.from')} type="date" value={filter.from} onChange={(from) => change({ from })} />
        <TextField label={t('audit.to')} type="date" value={filter.to} onChange={(to) => change({ to })} />
      </div>
      <p role="status" className="text-2">{t('audit.total', { count: data.total, n: countText(data.total, locale) })}</p>
      <Table
        caption={t('audit.tab')}
        isCaptionHidden
        columns={[
          { id: 'seq', label: t('audit.seq'), isRowHeader: true, cell: (row) => row.seq },
          { id: 'at', label: t('erasure.at'), cell: (row) => dateTimeText(row.at, locale) },
          { id: 'actor', label: t('audit.actor'), cell: (row) => row.actor },
          { id: 'action', label: t('audit.action'), cell: (row) => `${row.kind === 'do' ? '' : `${t(`audit.kinds.${row.kind}`)}: `}${row.name}` },
          { id: 'state', label: t('audit.state'), cell: (row) => stateOf(row, t) },
          { id: 'go', label: t('audit.where'), align: 'end', cell: (row) => <GoThere row={row} /> },
        ]}
        rows={data.rows}
        rowKey={(row) => String(row.seq)}
      />
      <div className="row">
        <Button size="small" isDisabled={offset === 0} onPress={() => setOffset(Math.max(0, offset - pageSize))}>{t('audit.newer')}</Button>
        <Button size="small" isDisabled={offset + pageSize >= data.total} onPress={() => setOffset(offset + pageSize)}>{t('audit.older')}</Button>
      </div>
    </div>
  );
}

function stateOf(row: AuditEntry, t: (key: string) => string): string {
  if (row.isErased) return t('audit.contentErased');
  return row.isUndone ? t('audit.undone') : '';
}

function GoThere({ row }: { row: AuditEntry }) {
  const { t } = useTranslation('privacy');
  const { interactionId } = row;
  if (interactionId === null) return null;
  return <Button size="small" variant="quiet" aria-label={t('audit.goOf', { seq: row.seq })} onPress={() => useNavigation.getState().go('listen', { interactionId })}>{t('audit.go')}</Button>;
}

function AuditActs() {
  const { t } = useTranslation('privacy');
  const verify = useMutation(orpc.privacy.verifyAudit.mutationOptions());
  const save = useMutation(orpc.privacy.exportAudit.mutationOptions({ onSuccess: (exported) => void shell.saveExport(exported) }));
  const problem = verify.error ?? save.error;
  return (
    <>
      <div className="row">
        <Button variant="primary" isDisabled={verify.isPending} onPress={() => verify.mutate(undefined)}>{t('audit.verify')}</Button>
        <Button isDisabled={save.isPending} onPress={() => save.mutate(undefined)}>{t('audit.export')}</Button>
      </div>
      {problem ? <ErrorState layout="bar" failure={failureOf(problem)} /> : null}
      {verify.data === undefined ? null : (
        <p role="status" className="privacy-words" data-tone={verify.data.ok ? 'good' : 'bad'}>
          {verify.data.ok ? t('audit.whole') : t('audit.broken')} {verify.data.detail} <span className="privacy-hash">{t('audit.head', { head: verify.data.head })}</span>
        </p>
      )}
    </>
  );
}
