import { useMutation, useQuery } from '@tanstack/react-query';
import { Download } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { client, orpc, shell } from '#renderer/app/connection.ts';
import { failureOf } from '#renderer/engine/failure.ts';
import { Button } from '#renderer/ui/button.tsx';
import { ErrorState } from '#renderer/ui/error-state.tsx';
import { countText } from '#renderer/ui/figure-text.ts';
import { useWriting } from '#renderer/ui/use-writing.ts';

/** Rows of tables that were set aside: each table can be saved, mended and imported again. Nothing where there are none. */
export function MendableFiles({ importId }: { importId: string }) {
  const { t } = useTranslation('frame');
  const { locale } = useWriting();
  const { data } = useQuery(orpc.imports.setAside.queryOptions({ input: { importId, offset: 0, limit: 1 } }));
  const save = useMutation({ mutationFn: async (file: string) => shell.saveExport(await client.imports.saveSetAside({ importId, file })) });
  const files = data?.mendable ?? [];
  if (files.length === 0) return null;
  return (
    <div className="stack">
      <p className="text-2">{t('setAside.mend')}</p>
      {save.error ? <ErrorState layout="bar" failure={failureOf(save.error)} /> : null}
      <div className="row row-wrap">
        {files.map(({ file, rows }) => (
          <Button key={file} size="small" icon={Download} onPress={() => save.mutate(file)}>{t('setAside.saveRows', { count: rows, n: countText(rows, locale), file })}</Button>
        ))}
      </div>
    </div>
  );
}
