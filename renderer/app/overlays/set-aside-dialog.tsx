import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { client, orpc } from '#renderer/app/connection.ts';
import { MendableFiles } from '#renderer/app/mendable-files.tsx';
import { saveText, setAsideCsv } from '#renderer/app/set-aside-csv.ts';
import { SetAsideTable } from '#renderer/app/set-aside-table.tsx';
import { failureOf } from '#renderer/engine/failure.ts';
import { useOverlays } from '#renderer/stores/overlays.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { ErrorState } from '#renderer/ui/error-state.tsx';
import { Skeleton } from '#renderer/ui/skeleton.tsx';
import type { SetAsideRow } from '#shared/model/import-report.ts';

const pageSize = 200;

/** Every row of an import that needs a person, with a way to take the list along. */
export function SetAsideDialog({ importId }: { importId: string }) {
  const { t } = useTranslation('frame');
  const close = useOverlays((state) => state.close);
  const { data, error, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(orpc.imports.setAside.infiniteOptions({
    input: (offset: number) => ({ importId, offset, limit: pageSize }),
    initialPageParam: 0,
    getNextPageParam: (last, _pages, offset) => (offset + pageSize < last.total ? offset + pageSize : undefined),
  }));
  const rows = data?.pages.flatMap((page) => page.rows) ?? [];
  const total = data?.pages[0]?.total ?? 0;
  return (
    <Dialog
      title={t('setAside.title')}
      closeLabel={t('setAside.close')}
      isOpen
      onClose={close}
      size="wide"
      actions={<Button onPress={() => void saveAll(importId)} isDisabled={rows.length === 0}>{t('setAside.save')}</Button>}
    >
      {error ? <ErrorState layout="bar" failure={failureOf(error)} /> : null}
      {data === undefined && !error ? <Skeleton label={t('loading')} /> : null}
      <MendableFiles importId={importId} />
      {data === undefined ? null : <SetAsideTable rows={rows} total={total} />}
      {hasNextPage ? <p className="row"><Button onPress={() => void fetchNextPage()} isDisabled={isFetchingNextPage}>{t('setAside.more')}</Button></p> : null}
    </Dialog>
  );
}

async function saveAll(importId: string): Promise<void> {
  const rows: SetAsideRow[] = [];
  for (let offset = 0; ; offset += 500) {
    const page = await client.imports.setAside({ importId, offset, limit: 500 });
    rows.push(...page.rows);
    if (offset + 500 >= page.total) break;
  }
  saveText('set-aside.csv', setAsideCsv(rows));
}
