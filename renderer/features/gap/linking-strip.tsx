import { TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useProject } from '#renderer/app/use-project.ts';
import { useNavigation } from '#renderer/stores/navigation.ts';
import { Button } from '#renderer/ui/button.tsx';
import { countText, shareText } from '#renderer/ui/figure-text.ts';
import { useWriting } from '#renderer/ui/use-writing.ts';

const worthTelling = 0.1;

/** Says when more than a tenth of the surveys has not found its interaction. */
export function LinkingStrip() {
  const { t } = useTranslation('gap');
  const { locale } = useWriting();
  const counts = useProject()?.counts;
  if (!counts || counts.surveys === 0) return null;
  const lost = counts.surveys - counts.surveysLinked;
  if (lost / counts.surveys <= worthTelling) return null;
  return (
    <div className="gap-warning" role="status">
      <TriangleAlert aria-hidden size={16} />
      <p className="grow">{t('linking.strip', { count: lost, n: countText(lost, locale), total: countText(counts.surveys, locale), share: shareText(lost / counts.surveys, locale) })}</p>
      <Button size="small" onPress={() => useNavigation.getState().go('home')}>{t('linking.fix')}</Button>
    </div>
  );
}
