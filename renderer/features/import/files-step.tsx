import { FileQuestionMark, FileText, FileX, FolderOpen, FolderPlus, Music, Table2, X, type LucideIcon } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useImportDoor } from '#renderer/app/use-import-door.ts';
import { failureOf } from '#renderer/engine/failure.ts';
import { useImportDraft, type ChosenFile } from '#renderer/stores/import-draft.ts';
import { Button } from '#renderer/ui/button.tsx';
import { ErrorState } from '#renderer/ui/error-state.tsx';
import { countText, sizeText } from '#renderer/ui/figure-text.ts';
import { IconButton } from '#renderer/ui/icon-button.tsx';
import { ProgressBar } from '#renderer/ui/progress-bar.tsx';
import { useWriting } from '#renderer/ui/use-writing.ts';
import type { FilePreview } from '#shared/model/import-report.ts';
import { StepFoot } from './step-foot.tsx';
import { usePreviews } from './use-previews.ts';

const icons: Record<FilePreview['kind'], LucideIcon> = { transcript: FileText, table: Table2, audio: Music, unknown: FileQuestionMark, unreadable: FileX };

/** Which files; what each of them is. */
export function FilesStep() {
  const { t } = useTranslation('import');
  const door = useImportDoor();
  const { files, handOver, goTo } = useImportDraft();
  const { previews, tables, jsons, hasRecordings, error, isFetching, retry } = usePreviews();
  const { locale } = useWriting();
  const isReady = files.length > 0 && previews.length > 0 && !isFetching && handOver === null;
  const unread = previews.filter(({ kind }) => kind === 'unknown' || kind === 'unreadable').length;
  return (
    <div className="step">
      <div className="drop-place">
        <FolderOpen aria-hidden size={28} strokeWidth={1.5} />
        <p>{t('files.drop')}</p>
        <div className="row row-wrap">
          <Button icon={FileText} onPress={() => void door.pick('files')}>{t('files.choose')}</Button>
          <Button icon={FolderPlus} onPress={() => void door.pick('folder')}>{t('files.chooseFolder')}</Button>
        </div>
        <p className="caption">{t('files.kinds')}</p>
      </div>
      {handOver === null ? null : (
        <ProgressBar label={t('files.handOver')} done={handOver.sent} total={handOver.total} valueLabel={t('files.handOverOf', { sent: sizeText(handOver.sent, locale), total: sizeText(handOver.total, locale) })} />
      )}
      {error ? <ErrorState layout="bar" failure={failureOf(error)} onRetry={retry} /> : null}
      {files.length === 0 ? null : (
        <ul className="file-list" aria-label={t('files.list')}>
          {files.map((file) => <FileRow key={file.id} file={file} previews={previews.filter((preview) => preview.fileId === file.id)} isFetching={isFetching} />)}
        </ul>
      )}
      <StepFoot next={t('next')} isReady={isReady} onNext={() => goTo(tables.length + jsons.length > 0 || hasRecordings ? 'columns' : 'check')}>
        {isFetching ? t('files.looking') : unread === 0 ? null : t('files.unread', { count: unread, n: countText(unread, locale) })}
      </StepFoot>
    </div>
  );
}

function FileRow({ file, previews, isFetching }: { file: ChosenFile; previews: readonly FilePreview[]; isFetching: boolean }) {
  const { t, locale } = useWriting();
  const remove = useImportDraft((state) => state.removeFile);
  const only = previews.length === 1 ? previews[0] : undefined;
  const Icon = only ? icons[only.kind] : previews.length > 1 ? FolderOpen : FileText;
  const isBad = only?.kind === 'unknown' || only?.kind === 'unreadable';
  return (
    <li className="file-row" data-bad={isBad ? '' : undefined}>
      <Icon aria-hidden size={18} />
      <span className="grow file-words">
        <bdi className="truncate">{file.name}</bdi>
        <span className="caption">{only ? describe(only, t) : previews.length > 1 ? t('import:files.folder', folderCounts(previews)) : isFetching ? t('import:files.looking') : ''}</span>
        {previews.filter(({ message }) => message !== null).slice(0, 5).map((preview) => (
          <span key={preview.name} className="file-problem">{previews.length > 1 ? t('import:files.problemOf', { name: preview.name, message: preview.message }) : preview.message}</span>
        ))}
      </span>
      <span className="caption tabular">{sizeText(file.size, locale)}</span>
      <IconButton size="small" icon={X} label={t('import:files.remove', { name: file.name })} onPress={() => remove(file.id)} />
    </li>
  );
}

function describe(preview: FilePreview, t: ReturnType<typeof useWriting>['t']): string {
  if (preview.kind === 'table') return t(preview.table?.kind ? `import:tableKind.${preview.table.kind}` : 'import:kind.table');
  return t(`import:kind.${preview.kind}`, { format: preview.importer ?? '' });
}

function folderCounts(previews: readonly FilePreview[]): Record<string, number> {
  const count = (...kinds: FilePreview['kind'][]): number => previews.filter(({ kind }) => kinds.includes(kind)).length;
  return { transcripts: count('transcript'), tables: count('table'), recordings: count('audio'), others: count('unknown', 'unreadable') };
}
