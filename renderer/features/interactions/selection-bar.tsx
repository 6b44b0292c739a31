import { Headphones, Scale, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useInteractionsView } from '#renderer/stores/interactions-view.ts';
import { useNavigation } from '#renderer/stores/navigation.ts';
import { Button } from '#renderer/ui/button.tsx';
import { countText } from '#renderer/ui/figure-text.ts';
import { useWriting } from '#renderer/ui/use-writing.ts';

const mostIds = 1000;

/** What can be done with the selected interactions. */
export function SelectionBar() {
  const { t } = useTranslation('interactions');
  const { locale } = useWriting();
  const { selection, select } = useInteractionsView();
  const go = useNavigation((state) => state.go);
  if (selection.size === 0) return null;
  const ids = [...selection].slice(0, mostIds);
  const filter = { ids };
  return (
    <div className="selection-bar" role="group" aria-label={t('selection.label')}>
      <span className="grow tabular">{t('selection.selected', { count: ids.length, n: countText(ids.length, locale) })}</span>
      <Button icon={Headphones} onPress={() => go('listen', { interactionId: ids[0] ?? '', list: { filter } })}>{t('selection.listen')}</Button>
      <Button icon={Scale} onPress={() => go('gap', { filter })}>{t('selection.gap')}</Button>
      <Button variant="quiet" icon={X} onPress={() => select(new Set())}>{t('selection.clear')}</Button>
    </div>
  );
}
