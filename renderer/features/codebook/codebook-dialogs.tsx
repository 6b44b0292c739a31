import { useTranslation } from 'react-i18next';
import type { Code } from '#shared/model/code.ts';
import { HistoryDialog } from './history-dialog.tsx';
import { ImportDialog } from './import-dialog.tsx';
import { MergeDialog } from './merge-dialog.tsx';
import { NewCodeDialog } from './new-code-dialog.tsx';
import { SplitDialog } from './split-dialog.tsx';
import type { useCodebookActs } from './use-codebook-acts.ts';

type CodebookDialogsProps = { acts: ReturnType<typeof useCodebookActs>; codes: readonly Code[]; selected: Code | null; onSelect: (id: string) => void };

/** The dialog that is open, if one is. */
export function CodebookDialogs({ acts: { dialog, setDialog, say }, codes, selected, onSelect }: CodebookDialogsProps) {
  const { t } = useTranslation('codebook');
  const close = (): void => setDialog(null);
  const done = (text: string, id?: string): void => {
    close();
    if (id !== undefined) onSelect(id);
    say(text);
  };
  switch (dialog?.kind) {
    case 'new': return <NewCodeDialog codes={codes} beside={selected} onClose={close} onMade={(id) => done(t('said.made'), id)} />;
    case 'wholeHistory': return <HistoryDialog code={null} onClose={close} />;
    case 'import': return <ImportDialog file={dialog.file} onClose={close} onDone={(report) => done(t('said.imported', { added: report.added, changed: report.changed }))} />;
    default: break;
  }
  if (selected === null) return null;
  switch (dialog?.kind) {
    case 'merge': return <MergeDialog code={selected} codes={codes} onClose={close} onMerged={(into, moved) => done(t('said.merged', { name: selected.name, into: into.name, count: moved }), into.id)} />;
    case 'split': return <SplitDialog code={selected} onClose={close} onSplit={(made, moved) => done(t('said.split', { name: made.name, count: moved }), made.id)} />;
    case 'history': return <HistoryDialog code={selected} onClose={close} />;
    default: return null;
  }
}
