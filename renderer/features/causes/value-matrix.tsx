import { useTranslation } from 'react-i18next';
import { client } from '#renderer/app/connection.ts';
import { failureOf } from '#renderer/engine/failure.ts';
import { failureText } from '#renderer/ui/failure-text.ts';
import { announce } from '#renderer/stores/announcements.ts';
import { useToasts } from '#renderer/stores/toasts.ts';
import { Select } from '#renderer/ui/select.tsx';
import { placeParts } from '#shared/commands/causes.ts';
import { seenOf } from '#shared/commands/edit.ts';
import type { CauseRow } from '#shared/model/cause.ts';
import { cellOf, order, sides, type Cell } from './value-cells.ts';

/** Value or irritation, to the customer and to the company. A suggestion is marked as one until a person says. */
export function ValueMatrix({ causes }: { causes: readonly CauseRow[] }) {
  const { t } = useTranslation('causes');
  return (
    <section className="stack" aria-labelledby="value-matrix">
      <h2 id="value-matrix">{t('matrix.title')}</h2>
      <p className="text-2">{t('matrix.help')}</p>
      <div className="value-matrix">
        {order.map((cell) => <MatrixCell key={cell} cell={cell} causes={causes.filter((row) => cellOf(row) === cell)} />)}
      </div>
    </section>
  );
}

function MatrixCell({ cell, causes }: { cell: Cell; causes: readonly CauseRow[] }) {
  const { t } = useTranslation('causes');
  return (
    <section className="value-cell" data-cell={cell} aria-label={t(`matrix.cell.${cell}.name`)}>
      <h3>{t(`matrix.cell.${cell}.name`)}</h3>
      <p className="caption">{t(`matrix.cell.${cell}.what`)}</p>
      {causes.length === 0 ? <p className="caption">{t('matrix.empty')}</p> : (
        <ul>
          {causes.map((row) => (
            <li key={row.code}>
              <span>{row.name}{row.value.isSuggested && cell !== 'open' ? <span className="caption"> {t('matrix.suggested')}</span> : null}</span>
              <PlacePicker row={row} cell={cell} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function PlacePicker({ row, cell }: { row: CauseRow; cell: Cell }) {
  const { t } = useTranslation('causes');
  const { customer, company, isSuggested } = row.value;
  const said = isSuggested || customer === null || company === null ? null : { customer, company };
  const place = async (wanted: Cell): Promise<void> => {
    try {
      await client.causes.place({ code: row.code, value: wanted === 'open' ? null : sides[wanted], seen: seenOf(placeParts, said) });
      announce(t('matrix.placed', { name: row.name, cell: t(`matrix.cell.${wanted}.name`) }));
    } catch (error) {
      useToasts.getState().show({ text: failureText(t, failureOf(error)), tone: 'danger' });
    }
  };
  return (
    <Select
      label={t('matrix.place', { name: row.name })} isLabelHidden value={cell}
      options={order.map((own) => ({ value: own, label: t(own === 'open' ? 'matrix.asSuggested' : `matrix.cell.${own}.name`) }))}
      onChange={(wanted) => void place(wanted)}
    />
  );
}
