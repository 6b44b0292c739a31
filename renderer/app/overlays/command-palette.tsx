import { useEffect, useMemo, useRef, useState } from 'react';
import { Autocomplete, Dialog, Input, Menu, MenuItem, Modal, ModalOverlay, TextField } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { client } from '#renderer/app/connection.ts';
import { runCommand } from '#renderer/app/commands/handlers.ts';
import { useProject } from '#renderer/app/use-project.ts';
import { failureOf } from '#renderer/engine/failure.ts';
import { useNavigation } from '#renderer/stores/navigation.ts';
import { useOverlays } from '#renderer/stores/overlays.ts';
import { useRecentCommands } from '#renderer/stores/recent-commands.ts';
import { useToasts } from '#renderer/stores/toasts.ts';
import './command-palette.css';
import { commandEntries, type PaletteEntry } from './palette-entries.ts';

const findId = 'palette.find';
const openId = 'palette.open';
/** A part that scrolls has to be reachable by Tab, even though the arrows already move through it from the field. */
const scrolledByKey = { role: 'region', tabIndex: 0 } as const;

/** Every command by its words; any other words lead to the interactions that hold them, or to the one of that number. */
export function CommandPalette() {
  const { t } = useTranslation();
  const close = useOverlays((state) => state.close);
  const { ids: recent, remember } = useRecentCommands();
  const hasProject = Boolean(useProject());
  const [words, setWords] = useState('');
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  const entries = useMemo(() => {
    const typed = words.trim();
    const found = commandEntries(t, typed, recent);
    return typed === '' || !hasProject ? found : [...found, ...wordEntries(t, typed)];
  }, [t, words, recent, hasProject]);

  const choose = (id: string): void => {
    close();
    if (id === findId) useNavigation.getState().go('interactions', { filter: { text: words.trim() } });
    else if (id === openId) void openInteraction(words.trim(), t('errors:byCode.NOT_FOUND.what'));
    else {
      remember(id);
      // The dialog gives focus back first, so that a command that moves focus has the last word.
      setTimeout(() => runCommand(id), 0);
    }
  };

  return (
    <ModalOverlay className="dialog-scrim" isOpen isDismissable onOpenChange={(isOpen) => { if (!isOpen) close(); }} data-overlay="">
      <Modal className="dialog-frame" data-size="wide">
        <Dialog className="dialog palette" aria-label={t('frame:palette.title')}>
          <Autocomplete inputValue={words} onInputChange={setWords}>
            {/* Not a search field: there Escape would empty the field first, and here it always leaves. */}
            <TextField className="palette-field" aria-label={t('frame:palette.title')}>
              <Input ref={field} className="palette-input" placeholder={t('frame:palette.placeholder')} />
            </TextField>
            <div className="palette-list" {...scrolledByKey} aria-label={t('frame:palette.results')}>
              <Menu
                className="menu"
                aria-label={t('frame:palette.results')}
                items={entries}
                disabledKeys={entries.filter((entry) => !entry.isAvailable).map((entry) => entry.id)}
                onAction={(key) => choose(String(key))}
                renderEmptyState={() => <p className="palette-empty">{t('frame:palette.empty')}</p>}
              >
                {(entry) => <PaletteItem entry={entry} />}
              </Menu>
            </div>
          </Autocomplete>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function PaletteItem({ entry }: { entry: PaletteEntry }) {
  const { t } = useTranslation('frame');
  return (
    <MenuItem className="menu-item" id={entry.id} textValue={entry.label}>
      <span className="menu-label">{entry.label}</span>
      <span className="menu-hint">{entry.isAvailable ? entry.place : t('palette.unavailable')}</span>
      {entry.keys === undefined ? null : <kbd>{entry.keys}</kbd>}
    </MenuItem>
  );
}

function wordEntries(t: ReturnType<typeof useTranslation>['t'], words: string): PaletteEntry[] {
  const place = t('frame:screen.interactions');
  const find = { id: findId, label: t('frame:palette.findWords', { words }), place, isAvailable: true };
  return /\s/.test(words) ? [find] : [find, { id: openId, label: t('frame:palette.openInteraction', { words }), place, isAvailable: true }];
}

async function openInteraction(idOrNumber: string, notFound: string): Promise<void> {
  try {
    const { interaction } = await client.interactions.get({ id: idOrNumber, isBlind: true });
    useNavigation.getState().go('listen', { interactionId: interaction.id });
  } catch (error) {
    useToasts.getState().show({ text: failureOf(error).message ?? notFound, tone: 'danger' });
  }
}
