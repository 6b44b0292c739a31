import { useEffect, useEffectEvent, useRef, type FocusEvent, type KeyboardEvent } from 'react';
import { Autocomplete, Input, ListBox, ListBoxItem, SearchField } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useListenSession } from '../session/listen-session.ts';
import { useMarking } from './marking.ts';
import { paletteMatch } from './palette-match.ts';
import { applyFromPalette, typeInPalette } from './palette-typing.ts';
import { useFieldFocus } from './use-field-focus.ts';
import { useHand } from './use-hand.ts';

/** All codes by letters or words. A code whose letters are unique applies at once; Enter takes the first; Escape leaves. */
export function TagPalette() {
  const { t } = useTranslation('listen');
  const hand = useHand();
  const { codes, codesStatus } = useListenSession();
  const typed = useMarking((state) => state.paletteText);
  const container = useRef<HTMLDivElement>(null);
  useFieldFocus(container, 1);
  const { offers } = paletteMatch(codes, typed);
  // Letters may have been typed before the codes had come.
  const matchAnew = useEffectEvent(() => {
    if (typed !== '') typeInPalette(hand, typed);
  });
  useEffect(() => matchAnew(), [codes]);
  const close = (): void => useMarking.getState().openPalette(false);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    close();
  };
  // A press on an offer takes focus nowhere; only a step to another part of the screen leaves the palette.
  const onBlur = (event: FocusEvent<HTMLDivElement>): void => {
    if (event.relatedTarget !== null && !event.currentTarget.contains(event.relatedTarget)) close();
  };
  return (
    <div className="tag-palette" ref={container} onKeyDownCapture={onKeyDown} onBlur={onBlur}>
      <Autocomplete inputValue={typed} onInputChange={(text) => typeInPalette(hand, text)}>
        <SearchField aria-label={t('tagging.palette')} className="tag-palette-field" onSubmit={() => applyFromPalette(hand, offers[0])}>
          <Input
            className="text-input"
            placeholder={t('tagging.placeholder')}
            render={(dom) => <input {...dom} role="combobox" aria-expanded="true" aria-haspopup="listbox" aria-controls={dom['aria-controls']} />}
          />
        </SearchField>
        {/* The field hands its keys on to the offer in hand as events of their own; there they are no commands. */}
        <div role="presentation" onKeyDown={(event) => event.stopPropagation()}>
          <ListBox
            className="tag-palette-list"
            aria-label={t('tagging.results')}
            items={offers.slice(0, 60)}
            onAction={(id) => applyFromPalette(hand, codes.find((code) => code.id === id))}
            renderEmptyState={() => <p className="text-2">{codes.length === 0 ? t(`tagging.paletteNone.${codesStatus}`) : t('tagging.nothing')}</p>}
          >
            {(code) => (
              <ListBoxItem id={code.id} textValue={`${code.key} ${code.name}`} className="tag-palette-item">
                <kbd>{code.key}</kbd>
                <span className="grow">{code.name}</span>
                {code.owner === null ? null : <span className="caption">{t('tagging.owner', { owner: code.owner })}</span>}
              </ListBoxItem>
            )}
          </ListBox>
        </div>
      </Autocomplete>
    </div>
  );
}
