import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { act } from '#renderer/app/act.ts';
import { client, orpc } from '#renderer/app/connection.ts';
import { failureOf } from '#renderer/engine/failure.ts';
import { Button } from '#renderer/ui/button.tsx';
import { ErrorState } from '#renderer/ui/error-state.tsx';
import { countText, dateText, dateTimeText, decimalText } from '#renderer/ui/figure-text.ts';
import { Select } from '#renderer/ui/select.tsx';
import { Skeleton } from '#renderer/ui/skeleton.tsx';
import { Table } from '#renderer/ui/table.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { useWriting } from '#renderer/ui/use-writing.ts';
import { seenOf } from '#shared/commands/edit.ts';
import { linkParts } from '#shared/commands/surveys.ts';
import type { SurveyResponse } from '#shared/model/survey.ts';

const pageSize = 10;

type Unlinked = { response: SurveyResponse; candidates: readonly { interactionId: string; externalId: string; startedAt: string | null }[] };

/** Answers that found no interaction, or more than one, each to be joined by hand. */
export function UnlinkedSurveys() {
  const { t } = useTranslation('home');
  const { locale } = useWriting();
  const [offset, setOffset] = useState(0);
  const { data, error } = useQuery({ ...orpc.surveys.unlinked.queryOptions({ input: { offset, limit: pageSize } }), placeholderData: keepPreviousData });
  if (error) return <ErrorState layout="bar" failure={failureOf(error)} />;
  if (data === undefined) return <Skeleton label={t('frame:loading')} />;
  if (data.total === 0) return null;
  const from = Math.min(offset, data.total - 1);
  const n = (value: number): string => countText(value, locale);
  return (
    <>
      <Table<Unlinked>
        caption={t('linking.open.title', { count: data.total, n: n(data.total) })}
        columns={[
          { id: 'number', label: t('linking.open.number'), isRowHeader: true, cell: ({ response }) => <bdi>{response.externalId}</bdi> },
          { id: 'answered', label: t('linking.open.answered'), cell: ({ response: { answeredAt } }) => (answeredAt === null ? '' : dateText(answeredAt, locale)) },
          { id: 'customer', label: t('linking.open.customer'), cell: ({ response }) => <bdi>{response.customer ?? ''}</bdi> },
          { id: 'said', label: t('linking.open.said'), cell: ({ response }) => <bdi>{saidText(response, locale)}</bdi> },
          { id: 'why', label: t('linking.reason'), cell: ({ response }) => response.linkReason ?? '' },
          { id: 'join', label: t('linking.open.join'), cell: (row) => <JoinChoice key={row.response.id} row={row} /> },
        ]}
        rows={data.rows}
        rowKey={({ response }) => response.id}
      />
      {data.total > pageSize ? (
        <div className="row">
          <Button size="small" isDisabled={from === 0} onPress={() => setOffset(Math.max(0, offset - pageSize))}>{t('linking.open.before')}</Button>
          <Button size="small" isDisabled={offset + pageSize >= data.total} onPress={() => setOffset(offset + pageSize)}>{t('linking.open.after')}</Button>
          <span className="caption tabular">{t('linking.open.place', { from: n(offset + 1), to: n(Math.min(offset + pageSize, data.total)), total: n(data.total) })}</span>
        </div>
      ) : null}
    </>
  );
}

/** The customer's words, else the first number given. */
function saidText({ comment, answers }: SurveyResponse, locale: string): string {
  if (comment !== null && comment !== '') return comment.length > 80 ? `${comment.slice(0, 80)}…` : comment;
  const rated = answers.find(({ value }) => value !== null);
  return rated?.value === null || rated?.value === undefined ? '' : `${rated.label === '' ? rated.item : rated.label}: ${decimalText(rated.value, locale)}`;
}

/** One of the candidates, or any interaction by its number. */
function JoinChoice({ row: { response, candidates } }: { row: Unlinked }) {
  const { t } = useTranslation('home');
  const { locale } = useWriting();
  const [chosen, setChosen] = useState('');
  const label = t('linking.open.which', { number: response.externalId });
  const join = () => void act(t, client.surveys.link({ responseId: response.id, interactionId: chosen.trim(), seen: seenOf(linkParts, response) }), t('linking.open.done', { number: response.externalId }));
  return (
    <div className="row">
      {candidates.length > 0 ? (
        <Select<string>
          label={label}
          isLabelHidden
          placeholder={t('linking.open.candidates', { count: candidates.length, n: countText(candidates.length, locale) })}
          options={candidates.map(({ interactionId, externalId, startedAt }) => ({ value: interactionId, label: externalId, ...(startedAt === null ? {} : { hint: dateTimeText(startedAt, locale) }) }))}
          value={chosen === '' ? null : chosen}
          onChange={setChosen}
        />
      ) : <TextField label={label} isLabelHidden value={chosen} onChange={setChosen} maxLength={100} />}
      <Button size="small" isDisabled={chosen.trim() === ''} aria-label={t('linking.open.actOf', { number: response.externalId })} onPress={join}>{t('linking.open.act')}</Button>
    </div>
  );
}
