import { Button } from '#renderer/ui/button.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Code } from '#shared/model/code.ts';
import { useListenSession } from '../session/listen-session.ts';
import { saveOwner, useOwning } from './owning.ts';
import { useFieldFocus } from './use-field-focus.ts';
import { useHand } from './use-hand.ts';

const mostOffers = 8;

/** Who owns a cause: typed, or one of the units that own others. Enter saves, Escape leaves it as it was. */
export function OwnerField({ cause }: { cause: Code }) {
  const { t } = useTranslation('listen');
  const hand = useHand();
  const { codes } = useListenSession();
  const [owner, setOwner] = useState(cause.owner ?? '');
  const form = useRef<HTMLFormElement>(null);
  useFieldFocus(form, 1);
  const units = [...new Set(codes.flatMap((code) => code.owner ?? []))].toSorted((a, b) => a.localeCompare(b)).slice(0, mostOffers);
  const close = (): void => useOwning.getState().ask(null);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    close();
  };
  return (
    <form
      ref={form} className="owner-field" onKeyDownCapture={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault();
        saveOwner(hand, cause, owner);
      }}
    >
      <div className="owner-field-line">
        <div className="grow"><TextField label={t('tagging.ownerOf', { name: cause.name })} maxLength={120} value={owner} onChange={setOwner} /></div>
        <Button variant="primary" type="submit">{t('tagging.saveOwner')}</Button>
        <Button variant="quiet" onPress={close}>{t('tagging.cancelNote')}</Button>
      </div>
      <div className="row row-wrap" role="group" aria-label={t('tagging.units')}>
        {units.map((unit) => <Button key={unit} size="small" variant="quiet" onPress={() => saveOwner(hand, cause, unit)}>{unit}</Button>)}
      </div>
      <p className="caption">{t('tagging.ownerHelp')}</p>
    </form>
  );
}
