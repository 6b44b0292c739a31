import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Command } from '#renderer/app/commands/command.ts';
import { currentHost } from '#renderer/app/commands/current-host.ts';
import { commandsInForce } from '#renderer/app/commands/in-force.ts';
import { keyLabel } from '#renderer/app/commands/key-labels.ts';
import { labelOf } from '#renderer/app/commands/menu-tree.ts';
import { isSingle } from '#renderer/app/commands/remapping.ts';
import { announce } from '#renderer/stores/announcements.ts';
import { useKeyboardSettings } from '#renderer/stores/keyboard-settings.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { SearchField } from '#renderer/ui/search-field.tsx';
import { Table } from '#renderer/ui/table.tsx';
import { KeyChanger } from './key-field.tsx';

type Row = { command: Command; label: string; place: string; bindings: readonly string[]; isChanged: boolean };

/** Every command with its keys, each to be changed and given back. */
export function KeysDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('frame');
  const { changes, changeKeys, resetKeys } = useKeyboardSettings();
  const [words, setWords] = useState('');
  const take = ({ command, label }: Row, binding: string): void => {
    changeKeys(command.id, isSingle(binding) ? { single: [binding] } : { chords: [binding] });
    announce(t('changeKeys.changed', { name: label, key: keyLabel(binding) }));
  };
  const rows = commandsInForce().map((command): Row => ({
    command, label: labelOf(t, command), place: t(`menu.${command.menu}`), isChanged: command.id in changes, bindings: [...(command.single?.keys ?? []), ...command.keys[currentHost()]],
  })).filter((row) => words.toLocaleLowerCase().split(/\s+/u).every((word) => `${row.place} ${row.label} ${row.bindings.map((each) => keyLabel(each)).join(' ')}`.toLocaleLowerCase().includes(word)));
  return (
    <Dialog
      title={t('changeKeys.title')} closeLabel={t('keys.close')} isOpen onClose={onClose} size="wide"
      actions={<Button onPress={() => { resetKeys(); announce(t('changeKeys.allReset')); }} isDisabled={Object.keys(changes).length === 0}>{t('changeKeys.resetAll')}</Button>}
    >
      <div className="stack">
        <p className="text-2">{t('changeKeys.hint')}</p>
        <SearchField label={t('changeKeys.find')} placeholder={t('changeKeys.find')} clearLabel={t('changeKeys.clear')} value={words} onChange={setWords} />
      </div>
      {rows.length === 0 ? <p className="text-2">{t('changeKeys.none')}</p> : (
        <Table<Row>
          caption={t('changeKeys.title')} isCaptionHidden rows={rows} rowKey={({ command }) => command.id}
          columns={[
            { id: 'name', label: t('changeKeys.command'), isRowHeader: true, cell: ({ label }) => label },
            { id: 'place', label: t('changeKeys.menu'), cell: ({ place }) => place },
            { id: 'keys', label: t('changeKeys.keys'), cell: ({ bindings }) => <span className="key-list-keys">{bindings.map((binding) => <kbd key={binding}>{keyLabel(binding)}</kbd>)}</span> },
            { id: 'acts', label: t('changeKeys.change'), cell: (row) => (
              <span className="row">
                <KeyChanger command={row.command} text={t('changeKeys.change')} name={t('changeKeys.changeOf', { name: row.label })} fieldName={t('changeKeys.newKey', { name: row.label })} onKey={(binding) => take(row, binding)} />
                {row.isChanged ? <Button size="small" variant="quiet" onPress={() => changeKeys(row.command.id, null)} aria-label={t('changeKeys.resetOf', { name: row.label })}>{t('changeKeys.reset')}</Button> : null}
              </span>
            ) },
          ]}
        />
      )}
    </Dialog>
  );
}
