import { useQuery } from '@tanstack/react-query';
import { ArrowDown, ArrowUp, BookOpen, Combine, Download, History, Plus, Split, Upload } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { runCommand } from '#renderer/app/commands/handlers.ts';
import { keysOf } from '#renderer/app/commands/keys-of.ts';
import { orpc } from '#renderer/app/connection.ts';
import { failureOf } from '#renderer/engine/failure.ts';
import { useNavigation, useScreenParams } from '#renderer/stores/navigation.ts';
import { Button } from '#renderer/ui/button.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { ErrorState } from '#renderer/ui/error-state.tsx';
import { countText } from '#renderer/ui/figure-text.ts';
import { IconButton } from '#renderer/ui/icon-button.tsx';
import { Screen } from '#renderer/ui/screen.tsx';
import { SearchField } from '#renderer/ui/search-field.tsx';
import { Delayed, Skeleton } from '#renderer/ui/skeleton.tsx';
import { useWriting } from '#renderer/ui/use-writing.ts';
import type { Code } from '#shared/model/code.ts';
import { branchesOf, foundWithParents } from './code-branches.ts';
import { CodeForm } from './code-form.tsx';
import { CodebookDialogs } from './codebook-dialogs.tsx';
import './codebook.css';
import { CodesTree } from './codes-tree.tsx';
import { RetiredCodes } from './retired-codes.tsx';
import { useCodebookActs } from './use-codebook-acts.ts';

/** The tree of things to listen for, and everything about the code that is chosen. */
export function CodebookScreen() {
  const { t } = useTranslation('codebook');
  const list = useQuery(orpc.codebook.list.queryOptions());
  const retired = useQuery(orpc.codebook.retired.queryOptions());
  const { codeId } = useScreenParams('codebook');
  const codes = useMemo(() => list.data ?? [], [list.data]);
  const selected = codes.find(({ id }) => id === codeId) ?? codes[0] ?? null;
  const acts = useCodebookActs(codes, selected);
  const [words, setWords] = useState('');
  const branches = useMemo(() => branchesOf(foundWithParents(codes, words)), [codes, words]);
  const select = (id: string): void => useNavigation.getState().replace('codebook', { codeId: id });
  return (
    <Screen
      title={t('title')} layout="fill"
      summary={list.data === undefined || retired.data === undefined ? undefined : t('summary', { count: codes.length, retired: retired.data.length })}
      actions={(
        <>
          <Button icon={Upload} onPress={() => runCommand('codebook.import')}>{t('header.import')}</Button>
          <Button icon={Download} {...keysOf('file.export')} onPress={() => runCommand('file.export')}>{t('header.export')}</Button>
          <Button icon={History} onPress={() => runCommand('codebook.history')}>{t('header.history')}</Button>
          <Button variant="primary" icon={Plus} onPress={() => runCommand('codebook.new')}>{t('command.new')}</Button>
        </>
      )}
    >
      {list.error ? <ErrorState failure={failureOf(list.error)} onRetry={() => void list.refetch()} /> : null}
      {list.data === undefined && !list.error ? <Delayed><Skeleton label={t('loading')} lines={10} /></Delayed> : null}
      {list.data?.length === 0 ? (
        <EmptyState icon={BookOpen} title={t('empty.title')} action={<Button variant="primary" onPress={() => runCommand('codebook.new')}>{t('command.new')}</Button>}>{t('empty.words')}</EmptyState>
      ) : null}
      {selected === null ? null : (
        <div className="codebook">
          <section className="codebook-list" aria-label={t('tree.label')} data-region="codes">
            <SearchField label={t('tree.search')} placeholder={t('tree.search')} clearLabel={t('tree.clear')} value={words} onChange={setWords} />
            {branches.length === 0 ? <p className="text-2">{t('tree.noneFound', { words })}</p> : <CodesTree key={words === '' ? 'all' : 'found'} branches={branches} selectedId={selected.id} onSelect={select} />}
            <RetiredCodes codes={retired.data ?? []} onRestore={acts.restore} />
          </section>
          <section className="codebook-detail" aria-label={selected.name} data-region="code">
            <CodeHeading code={selected} onHistory={() => acts.setDialog({ kind: 'history' })} />
            <CodeForm key={selected.id} code={selected} codes={codes} />
          </section>
        </div>
      )}
      <CodebookDialogs acts={acts} codes={codes} selected={selected} onSelect={select} />
    </Screen>
  );
}

function CodeHeading({ code, onHistory }: { code: Code; onHistory: () => void }) {
  const { t } = useTranslation('codebook');
  const { locale } = useWriting();
  return (
    <header className="codebook-heading">
      <h2>{code.name}</h2>
      <div className="row row-wrap">
        <Button variant="quiet" size="small" isDisabled={code.uses === 0} onPress={() => useNavigation.getState().go('interactions', { filter: { code: code.id } })}>
          {t('form.uses', { count: code.uses, shown: countText(code.uses, locale) })}
        </Button>
        <span className="grow" />
        <IconButton label={t('command.moveUp')} icon={ArrowUp} {...keysOf('codebook.moveUp')} onPress={() => runCommand('codebook.moveUp')} />
        <IconButton label={t('command.moveDown')} icon={ArrowDown} {...keysOf('codebook.moveDown')} onPress={() => runCommand('codebook.moveDown')} />
        <Button size="small" icon={Combine} onPress={() => runCommand('codebook.merge')}>{t('command.merge')}</Button>
        <Button size="small" icon={Split} onPress={() => runCommand('codebook.split')}>{t('command.split')}</Button>
        <Button size="small" icon={History} onPress={onHistory}>{t('form.history')}</Button>
        <Button size="small" onPress={() => runCommand('codebook.retire')}>{t('command.retire')}</Button>
      </div>
    </header>
  );
}
