import { useTranslation } from 'react-i18next';
import { Button } from '#renderer/ui/button.tsx';
import { countText } from '#renderer/ui/figure-text.ts';
import { useWriting } from '#renderer/ui/use-writing.ts';
import type { Code } from '#shared/model/code.ts';

/** Codes that are offered no more; their tags stay, and each can come back. */
export function RetiredCodes({ codes, onRestore }: { codes: readonly Code[]; onRestore: (code: Code) => void }) {
  const { t } = useTranslation('codebook');
  const { locale } = useWriting();
  if (codes.length === 0) return null;
  return (
    <details className="codebook-retired">
      <summary>{t('retired.title', { count: codes.length })}</summary>
      <ul>
        {codes.map((code) => (
          <li key={code.id}>
            <span className="codebook-key">{code.key}</span>
            <span className="grow">{code.name} <span className="text-2">{t('tree.uses', { count: code.uses, shown: countText(code.uses, locale) })}</span></span>
            <Button size="small" variant="quiet" aria-label={t('retired.restoreOf', { name: code.name })} onPress={() => onRestore(code)}>{t('retired.restore')}</Button>
          </li>
        ))}
      </ul>
    </details>
  );
}
