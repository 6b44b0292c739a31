import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { runCommand, useCommandHandlers } from '#renderer/app/commands/handlers.ts';
import { client, shell } from '#renderer/app/connection.ts';
import { failureOf } from '#renderer/engine/failure.ts';
import { failureText } from '#renderer/ui/failure-text.ts';
import { announce } from '#renderer/stores/announcements.ts';
import { useToasts } from '#renderer/stores/toasts.ts';
import { codeParts, codePlaceParts } from '#shared/commands/codebook.ts';
import { seenOf } from '#shared/commands/edit.ts';
import type { Code } from '#shared/model/code.ts';
import { neighbourAfterMove, siblingAfter } from './code-branches.ts';

export type OpenDialog = null | { kind: 'new' | 'merge' | 'split' | 'history' | 'wholeHistory' } | { kind: 'import'; file: { id: string; name: string } };

/** What can be done on the codebook screen, under its commands. */
export function useCodebookActs(codes: readonly Code[], selected: Code | null) {
  const { t } = useTranslation('codebook');
  const [dialog, setDialog] = useState<OpenDialog>(null);
  const say = (text: string): void => {
    useToasts.getState().show({ text, action: { label: t('frame:command.undo'), run: () => void runCommand('edit.undo') } });
  };
  const failed = (error: unknown): void => {
    useToasts.getState().show({ tone: 'danger', text: failureText(t, failureOf(error)) });
  };
  const move = (by: -1 | 1): void => {
    const beforeId = selected === null ? undefined : neighbourAfterMove(codes, selected.id, by);
    if (selected === null || beforeId === undefined) return announce(t('said.cannotMove'));
    const { id, parentId } = selected;
    const seen = seenOf(codePlaceParts, { parentId, beforeId: siblingAfter(codes, selected) });
    client.codebook.move({ id, parentId, beforeId, seen }).then(() => announce(t('said.moved', { name: selected.name }))).catch(failed);
  };
  const retire = (): void => {
    if (selected === null) return;
    client.codebook.retire({ id: selected.id, seen: seenOf(codeParts, selected) }).then(() => say(t('said.retired', { name: selected.name }))).catch(failed);
  };
  const restore = (code: Code): void => {
    client.codebook.restore({ id: code.id }).then(() => say(t('said.restored', { name: code.name }))).catch(failed);
  };
  const pick = (): void => {
    shell.pickFiles('files').then(([file]) => {
      if (file) setDialog({ kind: 'import', file });
    }).catch(failed);
  };
  const exportFile = (): void => {
    client.codebook.exportFile().then(async (exported) => {
      if (await shell.saveExport(exported)) useToasts.getState().show({ tone: 'ok', text: exported.leftOut === 0 ? t('said.exported', { count: exported.codes, codes: exported.codes }) : t('said.exportedSome', { count: exported.codes, codes: exported.codes, leftOut: exported.leftOut }) });
    }).catch(failed);
  };
  const hasOne = () => selected !== null;
  useCommandHandlers({
    'codebook.new': () => setDialog({ kind: 'new' }),
    'codebook.moveUp': { run: () => move(-1), isEnabled: hasOne },
    'codebook.moveDown': { run: () => move(1), isEnabled: hasOne },
    'codebook.merge': { run: () => setDialog({ kind: 'merge' }), isEnabled: hasOne },
    'codebook.split': { run: () => setDialog({ kind: 'split' }), isEnabled: hasOne },
    'codebook.retire': { run: retire, isEnabled: hasOne },
    'codebook.import': pick,
    'codebook.history': () => setDialog({ kind: 'wholeHistory' }),
    'file.export': { run: exportFile, label: () => t('command.export') },
  });
  return { dialog, setDialog, say, restore };
}
