import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { client, shell } from '#renderer/app/connection.ts';
import { monthText } from '#renderer/charts/segment-name.ts';
import { failureOf } from '#renderer/engine/failure.ts';
import { failureText } from '#renderer/ui/failure-text.ts';
import { announce } from '#renderer/stores/announcements.ts';
import { useToasts } from '#renderer/stores/toasts.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { countText, dateText, shareText } from '#renderer/ui/figure-text.ts';
import { Table } from '#renderer/ui/table.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { useWriting } from '#renderer/ui/use-writing.ts';
import { statementParts } from '#shared/commands/causes.ts';
import { seenOf } from '#shared/commands/edit.ts';
import { nextStates, type Statement, type StatementLine, type StatementState } from '#shared/model/statement.ts';
import { MomentList } from './cause-moments.tsx';
import { contactsText, moneyText } from './money.ts';

/** One statement: what it says, what to hear, and its next step. */
export function StatementDialog({ statement, onClose }: { statement: Statement; onClose: () => void }) {
  const { t } = useTranslation('causes');
  const writing = useWriting();
  const [reason, setReason] = useState('');
  const seen = seenOf(statementParts, statement);
  const { id, owner, firstMonth, lastMonth, state } = statement;
  const act = async (work: () => Promise<unknown>, said: string | null): Promise<void> => {
    try {
      await work();
      if (said !== null) announce(said);
    } catch (error) {
      useToasts.getState().show({ text: failureText(t, failureOf(error)), tone: 'danger' });
    }
  };
  const move = (next: StatementState): void => void act(() => client.causes.moveStatement({ id, state: next, reason: next === 'disputed' ? reason : null, seen }), t(`statements.is.${next}`));
  const canDispute = nextStates[state].includes('disputed');
  return (
    <Dialog
      size="wide" isOpen onClose={onClose} closeLabel={t('statements.close')}
      title={t('statements.heading', { owner, from: monthText(firstMonth, writing.locale), to: monthText(lastMonth, writing.locale) })}
      actions={(
        <>
          {state === 'draft' ? <Button variant="danger" onPress={() => { onClose(); void act(() => client.causes.removeStatement({ id, seen }), t('statements.removed')); }}>{t('statements.remove')}</Button> : null}
          <Button onPress={() => void act(async () => shell.saveExport(await client.causes.exportStatement({ id })), null)}>{t('statements.export')}</Button>
          {nextStates[state].filter((next) => next !== 'disputed').map((next, at) => (
            <Button key={next} variant={at === 0 ? 'primary' : 'secondary'} onPress={() => move(next)}>{t(`statements.make.${state === 'disputed' && next === 'sent' ? 'again' : next}`)}</Button>
          ))}
        </>
      )}
    >
      <div className="stack">
        <StatementFacts statement={statement} />
        <h3>{t('moments.title')}</h3>
        {statement.content.moments.length === 0 ? <p className="text-2">{t('moments.none')}</p> : <MomentList moments={statement.content.moments} />}
        {canDispute ? (
          <div className="causes-bar">
            <TextField label={t('statements.reason')} value={reason} onChange={setReason} maxLength={2000} />
            <Button isDisabled={reason.trim() === ''} onPress={() => move('disputed')}>{t('statements.make.disputed')}</Button>
          </div>
        ) : null}
        <h3>{t('statements.steps')}</h3>
        <ol className="statement-steps">
          {statement.steps.map((step) => <li key={step.id}>{t('statements.step', { state: t(`statements.is.${step.state}`), at: dateText(step.at, writing.locale), by: step.by })}{step.reason === null ? '' : ` ${t('statements.because', { reason: step.reason })}`}</li>)}
        </ol>
      </div>
    </Dialog>
  );
}

function StatementFacts({ statement: { content, owner } }: { statement: Statement }) {
  const { t } = useTranslation('causes');
  const { locale } = useWriting();
  const money = (amount: number, isExact = true): string => moneyText(amount, content.currency, { locale, isExact });
  return (
    <>
      <p className="statement-total tabular">{money(content.total)}</p>
      <p className="text-2">{t('statements.total', { lo: money(content.lo, false), hi: money(content.hi, false), count: content.contacts, n: countText(content.contacts, locale) })}</p>
      <p>{t(`statements.mode.${content.mode}`, { charged: money(content.charged ?? 0), share: content.codedShare === null ? '' : shareText(content.codedShare, locale) })}</p>
      <Table<StatementLine>
        caption={t('statements.lines', { owner })}
        isCaptionHidden
        rows={content.lines}
        rowKey={(line) => line.key}
        columns={[
          { id: 'cause', label: t('column.cause'), isRowHeader: true, cell: (line) => line.name },
          { id: 'contacts', label: t('cost.column.contacts'), align: 'end', cell: (line) => contactsText(line.contacts, locale) },
          { id: 'repeats', label: t('cost.column.repeats'), align: 'end', cell: (line) => contactsText(line.repeats, locale) },
          { id: 'minutes', label: t('cost.column.minutes'), align: 'end', cell: (line) => contactsText(line.minutes, locale) },
          { id: 'service', label: t('cost.column.service'), align: 'end', cell: (line) => money(line.serviceCost + line.repeatCost) },
          { id: 'credits', label: t('cost.column.credits'), align: 'end', cell: (line) => money(line.credits) },
          { id: 'total', label: t('cost.column.total'), align: 'end', cell: (line) => <strong>{money(line.total)}</strong> },
        ]}
      />
      <p className="caption">{content.perMinute === null ? t('statements.flatPrice') : t('statements.price', { price: money(content.perMinute) })} {t('cost.repeatRule')} {t('rule.association')}</p>
    </>
  );
}
